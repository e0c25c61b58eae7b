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

namespace Gongkai.Web.Areas.Desk.Pages.Agencies.Settings;

/// <summary>发布和模块：where the agency publishes, what it uses, and whom people turn to against its decisions. All with days.</summary>
public sealed class PublishingModel(GongkaiDb db, AgencyProfile profile, House house) : DeskPage
{
    /// <summary>True for who may change it.</summary>
    public bool MayChange => Who.Caller.May(DeskRight.ManageAgency, Agency.Id);

    /// <summary>Where it publishes today.</summary>
    public PublicationPlan Place { get; private set; } = PublicationPlan.OnlyHere;

    /// <summary>What it uses today.</summary>
    public IReadOnlySet<AgencyModule> Modules { get; private set; } = new HashSet<AgencyModule>();

    /// <summary>Review organs and courts, the latest first.</summary>
    public IReadOnlyList<(Remedy Remedy, DateOnly FromOn)> Remedies { get; private set; } = [];

    private DateOnly Today => ChinaTime.DayOf(Instant.Now(house.Clock));

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Place = await AgencyState.PlaceAsync(db, Agency.Id, Today, cancellation);
        Modules = await AgencyState.ModulesAsync(db, Agency.Id, Today, cancellation);
        var remedies = await db.Remedies.AsNoTracking().Where(row => row.AgencyId == Agency.Id)
            .OrderBy(row => row.Body).ThenByDescending(row => row.FromOn).ToListAsync(cancellation);
        Remedies = [.. remedies.Select(row => (new Remedy(row.Body, row.Name, row.Address, row.Note), row.FromOn))];
    }

    /// <summary>Settles where it publishes.</summary>
    public async Task<IActionResult> OnPostPlaceAsync(
        [MaxLength(20)] string? place, [MaxLength(100)] string? site, [MaxLength(500)] string? column, [MaxLength(60)] string? keeper, [MaxLength(20)] string? from, CancellationToken cancellation)
    {
        if (!EnumCode<PublicationPlace>.TryParse(place, out var where)) return await AgainAsync("place", new Refusal("place.unknown", "请选择在哪里发布。"), cancellation);
        var plan = where == PublicationPlace.Here ? PublicationPlan.OnlyHere : new PublicationPlan(where, Blank(site), Blank(column), Blank(keeper));
        return await EndAsync(await profile.PlaceAsync(Who.Caller, Agency.Id, plan, Day(from), cancellation),
            refusal => refusal.Code switch { "place.site" => "site", "place.keeper" => "keeper", "place.column" or "page.address" or "page.secret" => "column", _ => "place" }, cancellation);
    }

    /// <summary>Switches a module.</summary>
    public async Task<IActionResult> OnPostModuleAsync([MaxLength(20)] string? module, bool on, CancellationToken cancellation) =>
        EnumCode<AgencyModule>.TryParse(module, out var which)
            ? await EndAsync(await profile.SwitchAsync(Who.Caller, Agency.Id, which, on, Today, cancellation), _ => "", cancellation)
            : await AgainAsync("", new Refusal("module.unknown", "没有这个模块。"), cancellation);

    /// <summary>Names the review organ or the court.</summary>
    public async Task<IActionResult> OnPostRemedyAsync(
        [MaxLength(20)] string? body, [MaxLength(100)] string? name, [MaxLength(200)] string? address, [MaxLength(200)] string? note, [MaxLength(20)] string? from, CancellationToken cancellation)
    {
        if (!EnumCode<RemedyBody>.TryParse(body, out var which)) return await AgainAsync("body", new Refusal("remedy.body", "请选择行政复议机关或法院。"), cancellation);
        var remedy = new Remedy(which, (name ?? "").Trim(), Blank(address), Blank(note));
        return await EndAsync(await profile.NameRemedyAsync(Who.Caller, Agency.Id, remedy, Day(from), cancellation), refusal => refusal.Code == "remedy.name" ? "name" : "", cancellation);
    }

    private DateOnly Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Today;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private async Task<IActionResult> EndAsync(Outcome<bool> outcome, Func<Refusal, string> field, CancellationToken cancellation) => outcome.IsRefused
        ? await AgainAsync(field(outcome.Refusal), outcome.Refusal, cancellation)
        : Go(DeskUrls.Of(Agency.Code, "publishing"), outcome.Value ? "已保存。" : "没有改动。");

    private async Task<IActionResult> AgainAsync(string field, Refusal refusal, CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        return Again(field, refusal);
    }
}
