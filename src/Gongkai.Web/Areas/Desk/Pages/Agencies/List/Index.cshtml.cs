using System.ComponentModel.DataAnnotations;
using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Agencies.List;

/// <summary>机关：the tree of agencies, and what each still has to say.</summary>
[RemembersChoice]
public sealed class IndexModel(GongkaiDb db) : DeskPage
{
    /// <summary>An agency as the tree shows it.</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Depth">How deep it stands.</param>
    /// <param name="Authority">Name of its competent authority, or null.</param>
    /// <param name="Missing">What its guide has not answered.</param>
    public sealed record Line(Agency Agency, int Depth, string? Authority, IReadOnlyList<string> Missing);

    /// <summary>The agencies, in the order of the tree.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>Part of a name or code to look for, or null.</summary>
    [BindProperty(SupportsGet = true, Name = "q"), MaxLength(100)]
    public string? Wanted { get; set; }

    /// <summary>True for who may add and import.</summary>
    public bool MayManage => Who.Caller.May(DeskRight.ManageHouse);

    /// <summary>Name of a region, or null.</summary>
    public IReadOnlyDictionary<string, string> Regions { get; private set; } = new Dictionary<string, string>();

    /// <summary>Shows the tree, or what was looked for.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var agencies = await db.Agencies.AsNoTracking().ToListAsync(cancellation);
        var names = agencies.ToDictionary(agency => agency.Id, agency => agency.Name);
        Regions = await db.Regions.AsNoTracking().ToDictionaryAsync(region => region.Code, region => region.Name, cancellation);
        var wanted = Wanted?.Trim();
        var shown = agencies.Where(agency => string.IsNullOrEmpty(wanted)
            || agency.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || agency.Code.Contains(wanted, StringComparison.OrdinalIgnoreCase));
        Lines =
        [
            .. AgencyTree.InOrder([.. shown.OrderBy(agency => agency.Kind).ThenBy(agency => agency.Name, ChineseText.BySound)], agency => agency.Id, agency => agency.ParentId)
                .Select(line => new Line(line.Agency, line.Depth, line.Agency.AuthorityId is { } authority ? names.GetValueOrDefault(authority) : null, ProfileFields.Missing(line.Agency))),
        ];
    }
}
