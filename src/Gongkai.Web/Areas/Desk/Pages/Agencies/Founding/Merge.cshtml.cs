using Gongkai.App.Agencies.Mergers;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Agencies.Founding;

/// <summary>机关撤并：looked through first, then carried out as a whole.</summary>
public sealed class MergeModel(GongkaiDb db, AgencyMerger merger, House house) : DeskPage
{
    /// <summary>The agencies that act.</summary>
    public IReadOnlyList<Agency> All { get; private set; } = [];

    /// <summary>What was found, or null before anybody looked.</summary>
    public MergerFindings? Findings { get; private set; }

    /// <summary>Today, in China.</summary>
    public DateOnly Today => ChinaTime.DayOf(Instant.Now(house.Clock));

    /// <summary>Identities of those that end.</summary>
    [BindProperty]
    public List<Guid> From { get; set; } = [];

    /// <summary>Identity of the successor, or null.</summary>
    [BindProperty]
    public Guid? Into { get; set; }

    /// <summary>First day of the successor.</summary>
    [BindProperty]
    public DateOnly? On { get; set; }

    /// <summary>True when the successor was founded by it.</summary>
    [BindProperty]
    public bool NewSuccessor { get; set; }

    /// <summary>True when those that end file on their broken year themselves.</summary>
    [BindProperty]
    public bool FilesBrokenYear { get; set; }

    /// <summary>Shows the form.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Looks it through.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (On is not { } on) return Again("On", new Refusal("merger.day", "请填写承接的第一天。"));
        var found = await merger.CheckAsync(Who.Caller, Plan(on), cancellation);
        if (found.IsRefused) return Again("", found.Refusal);
        Findings = found.Value;
        foreach (var problem in Findings.Problems) Errors.Add("", problem);
        if (Findings.Problems.Count > 0) Response.StatusCode = 422;
        return Page();
    }

    /// <summary>Carries it out.</summary>
    public async Task<IActionResult> OnPostMergeAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (On is not { } on) return Again("On", new Refusal("merger.day", "请填写承接的第一天。"));
        var done = await merger.MergeAsync(Who.Caller, Plan(on), cancellation);
        return done.IsRefused
            ? Again("", done.Refusal)
            : Go(DeskUrls.Agencies, $"已办理撤并：{string.Join("、", done.Value.Matters.Select(matters => matters.Agency.Name))}，移交申请 {done.Value.Matters.Sum(matters => matters.Requests)} 件、复议诉讼 {done.Value.Matters.Sum(matters => matters.Disputes)} 件、文件 {done.Value.Matters.Sum(matters => matters.Instruments)} 件。");
    }

    private MergerPlan Plan(DateOnly on) => new(
        [.. From.Select(id => new AgencyId(id))], Into is { } into && into != Guid.Empty ? new AgencyId(into) : null, on, NewSuccessor, FilesBrokenYear);

    private async Task LoadAsync(CancellationToken cancellation) =>
        All = [.. (await db.Agencies.AsNoTracking().Where(agency => agency.ClosedOn == null).ToListAsync(cancellation)).OrderBy(agency => agency.Name, ChineseText.BySound)];
}
