using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Agencies.Profile;

/// <summary>机关资料：what the guide says; everybody of the agency reads it, its administrator changes it.</summary>
public sealed class IndexModel(GongkaiDb db, AgencyProfile profile, House house) : DeskPage
{
    private Dictionary<ProfileField, string?>? _written;

    /// <summary>True for who may change it.</summary>
    public bool MayChange => Who.Caller.May(DeskRight.ManageAgency, Agency.Id);

    /// <summary>True for who may rename it and say whom it belongs to.</summary>
    public bool MayPlace => Who.Caller.May(DeskRight.ManageHouse);

    /// <summary>The agency as it stands.</summary>
    public Agency Row { get; private set; } = null!;

    /// <summary>Names of the body above and of the competent authority, where there are.</summary>
    public (string? Parent, string? Authority) Above { get; private set; }

    /// <summary>The agencies one can belong to.</summary>
    public IReadOnlyList<(string Code, string Name)> Others { get; private set; } = [];

    /// <summary>What stands in a field of the form.</summary>
    public string? Of(ProfileItem item) => _written is { } written ? written.GetValueOrDefault(item.Field) : item.Get(Row);

    /// <summary>Name of a field in the form.</summary>
    public static string NameOf(ProfileItem item) => $"Answer.{EnumCode<ProfileField>.Of(item.Field)}";

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Row = await db.Agencies.AsNoTracking().SingleAsync(row => row.Id == Agency.Id, cancellation);
        // Whom it belongs to is no secret of those bodies: code and name, as every public list shows them.
        await using var all = house.Open(AgencyScope.All);
        var names = await all.Agencies.Select(row => new { row.Id, row.Code, row.Name }).ToListAsync(cancellation);
        Above = (names.Find(row => row.Id == Row.ParentId)?.Name, names.Find(row => row.Id == Row.AuthorityId)?.Name);
        Others = [.. names.Where(row => row.Id != Row.Id).OrderBy(row => row.Name, ChineseText.BySound).Select(row => (row.Code, row.Name))];
        AboveCodes = (names.Find(row => row.Id == Row.ParentId)?.Code, names.Find(row => row.Id == Row.AuthorityId)?.Code);
    }

    /// <summary>Codes of the body above and of the competent authority.</summary>
    public (string? Parent, string? Authority) AboveCodes { get; private set; }

    /// <summary>Saves the answers.</summary>
    public async Task<IActionResult> OnPostAsync(int version, CancellationToken cancellation)
    {
        if (Who.Caller.Lacks(DeskRight.ManageAgency, Agency.Id) is { } refusal) return await AgainAsync("", refusal, cancellation);
        _written = ProfileFields.All.ToDictionary(item => item.Field, item => (string?)Request.Form[NameOf(item)].ToString());
        // Each field is tried on a copy that nobody keeps, so that every slip is said at its own box.
        var copy = new Agency { Id = Agency.Id, Code = "", Name = "" };
        foreach (var item in ProfileFields.All)
        {
            if (item.Set(copy, _written[item.Field]?.Trim() is { Length: > 0 } text ? text : null) is { } wrong) Errors.Add(NameOf(item), wrong.ToString());
        }
        if (Errors.All.Count > 0)
        {
            await OnGetAsync(cancellation);
            Response.StatusCode = 422;
            return Page();
        }
        var changed = await profile.ChangeAsync(Who.Caller, Agency.Id, version, _written, cancellation);
        return changed.IsRefused ? await AgainAsync("", changed.Refusal, cancellation) : Go(Here, changed.Value ? "已保存，公开页面已经更新。" : "没有改动。");
    }

    /// <summary>Renames the agency.</summary>
    public async Task<IActionResult> OnPostRenameAsync([MaxLength(100)] string? name, [MaxLength(20)] string? from, CancellationToken cancellation)
    {
        var today = ChinaTime.DayOf(Instant.Now(house.Clock));
        if (!DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) day = today;
        var renamed = await profile.RenameAsync(Who.Caller, Agency.Id, name ?? "", day, cancellation);
        return renamed.IsRefused ? await AgainAsync("name", renamed.Refusal, cancellation) : Go(Here, "已更名，曾用名保留；已公布的年报仍用原名。");
    }

    /// <summary>Says whom it belongs to.</summary>
    public async Task<IActionResult> OnPostPlaceAsync([MaxLength(100)] string? parent, [MaxLength(100)] string? authority, CancellationToken cancellation)
    {
        await using var all = house.Open(AgencyScope.All);
        var ids = await all.Agencies.Where(row => row.Code == parent || row.Code == authority).Select(row => new { row.Code, row.Id }).ToListAsync(cancellation);
        var placed = await profile.SuperviseAsync(Who.Caller, Agency.Id, ids.Find(row => row.Code == parent)?.Id, ids.Find(row => row.Code == authority)?.Id, cancellation);
        return placed.IsRefused ? await AgainAsync("parent", placed.Refusal, cancellation) : Go(Here, "已保存隶属关系。");
    }

    private string Here => DeskUrls.Of(Agency.Code, "profile");

    private async Task<IActionResult> AgainAsync(string field, Refusal refusal, CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        return Again(field, refusal);
    }
}
