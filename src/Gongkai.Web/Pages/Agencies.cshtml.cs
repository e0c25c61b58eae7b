using Gongkai.App.Data;
using Gongkai.Domain.Agencies;
using Gongkai.Web.Agencies;
using Gongkai.Web.Frame;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Pages;

/// <summary>机关: every agency with its disclosure office, each kind under its own heading.</summary>
[PublicPage]
public sealed class AgenciesModel(GongkaiDb db) : PageModel
{
    /// <summary>The agencies by kind; a kind without any is not there.</summary>
    public IReadOnlyList<IGrouping<AgencyKind, AgencyName>> Kinds { get; private set; } = [];

    /// <summary>Heading of a kind.</summary>
    public static string NameOf(AgencyKind kind) => kind switch
    {
        AgencyKind.Government => "人民政府",
        AgencyKind.Department => "政府部门",
        AgencyKind.Township => "乡镇",
        AgencyKind.Subdistrict => "街道",
        _ => "法律、法规授权的组织",
    };

    /// <summary>Loads the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) =>
        Kinds = [.. (await AgencyName.AllAsync(db, cancellation)).GroupBy(agency => agency.Kind)];
}
