using System.ComponentModel.DataAnnotations;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Jobs;
using Gongkai.App.Outbox;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Administration.Jobs;

/// <summary>后台任务：what the house does by itself, whether it did, and a way to have it done now.</summary>
public sealed class IndexModel(GongkaiDb db, House house, JobRunner runner, OutboxSettings settings) : DeskPage
{
    private const int Shown = 100;

    /// <summary>A run that has not ended by then was broken off with its program.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromHours(1);

    /// <summary>True for who may have work done.</summary>
    public bool MayRun => Who.Caller.May(DeskRight.ManageHouse);

    /// <summary>The house's settings for messages.</summary>
    public OutboxSettings Settings => settings;

    /// <summary>The runs, the newest first.</summary>
    public IReadOnlyList<JobRun> Runs { get; private set; } = [];

    /// <summary>The last run of each job.</summary>
    public IReadOnlyDictionary<JobKind, JobRun> Last { get; private set; } = new Dictionary<JobKind, JobRun>();

    /// <summary>Names of those who had work done.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Runs = await runner.ListAsync(Shown, cancellation);
        Last = await runner.ListLastAsync(cancellation);
        var people = Runs.Select(run => run.PersonId).OfType<Guid>().Distinct().ToList();
        Names = await db.People.AsNoTracking().Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);
    }

    /// <summary>Has one done now.</summary>
    public async Task<IActionResult> OnPostAsync([MaxLength(40)] string? job, CancellationToken cancellation)
    {
        var run = EnumCode<JobKind>.TryParse(job, out var kind)
            // Who leaves the page does not stop the work.
            ? await runner.RunNowAsync(Who.Caller, kind, CancellationToken.None)
            : new Refusal("job.unknown", "没有这个任务。");
        if (!run.IsRefused) return Go(DeskUrls.Jobs, $"“{JobWords.Of(kind)}”已运行：{run.Value.Message ?? "没有要做的。"}");
        await OnGetAsync(cancellation);
        return Again("", run.Refusal);
    }

    /// <summary>Name of a run's job.</summary>
    public static string NameOf(JobRun run) => EnumCode<JobKind>.TryParse(run.Job, out var kind) ? JobWords.Of(kind) : run.Job;

    /// <summary>How a run went.</summary>
    public string StateOf(JobRun run) => run switch
    {
        { EndedAt: null } when Instant.Now(house.Clock) - run.StartedAt > LongestRun => "中断",
        { EndedAt: null } => "运行中",
        { Failed: > 0 } => "有失败",
        _ => "完成",
    };

    /// <summary>The same, for its mark.</summary>
    public string MarkOf(JobRun run) => StateOf(run) switch { "完成" => "ok", "运行中" => "", _ => "stop" };

    /// <summary>How the mail server is spoken to.</summary>
    public static string NameOf(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => "STARTTLS 加密",
        MailSecurity.ImplicitTls => "SMTPS 加密",
        _ => "不加密",
    };
}
