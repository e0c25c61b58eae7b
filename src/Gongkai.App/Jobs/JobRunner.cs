using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.Domain;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Jobs;

/// <summary>
/// Runs background work and writes down that it ran (运行后台任务). Its rows are no acts of office: they are written one by one, so that a run
/// which was killed is seen as one that began and did not end.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="sweeps">The pieces of work.</param>
public sealed class JobRunner(House house, IEnumerable<ISweep> sweeps)
{
    private const int LongestMessage = 1000;

    private readonly Dictionary<JobKind, ISweep> _sweeps = sweeps.ToDictionary(sweep => sweep.Job);

    /// <summary>Runs one now, because somebody asks for it.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="job">Which.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<JobRun>> RunNowAsync(Caller caller, JobKind job, CancellationToken cancellation) =>
        caller.Lacks(DeskRight.ManageHouse) is { } refusal ? refusal : await RunAsync(job, caller.Id?.Value, cancellation);

    /// <summary>Runs one because it is its time.</summary>
    public Task<JobRun> RunAsync(JobKind job, CancellationToken cancellation) => RunAsync(job, null, cancellation);

    /// <summary>The latest runs, the newest first.</summary>
    public async Task<IReadOnlyList<JobRun>> ListAsync(int limit, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.None);
        return await db.JobRuns.AsNoTracking().OrderByDescending(row => row.StartedAt).ThenByDescending(row => row.Id).Take(limit).ToListAsync(cancellation);
    }

    /// <summary>The last run of each job that has ever run.</summary>
    public async Task<IReadOnlyDictionary<JobKind, JobRun>> ListLastAsync(CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.None);
        Dictionary<JobKind, JobRun> last = [];
        foreach (var (job, code) in Enum.GetValues<JobKind>().Select(job => (job, EnumCode<JobKind>.Of(job))))
        {
            if (await db.JobRuns.AsNoTracking().Where(row => row.Job == code).OrderByDescending(row => row.StartedAt).FirstOrDefaultAsync(cancellation) is { } run)
                last.Add(job, run);
        }
        return last;
    }

    /// <summary>The daily jobs that nobody has run since they were last due: the machine was off.</summary>
    public async Task<IReadOnlyList<JobKind>> ListMissedAsync(CancellationToken cancellation)
    {
        var now = Instant.Now(house.Clock);
        var last = await ListLastAsync(cancellation);
        return [.. JobTimes.All.Where(job => job.Value.LastBefore(now) is { } due && !(last.TryGetValue(job.Key, out var run) && run.StartedAt >= due)).Select(job => job.Key)];
    }

    private async Task<JobRun> RunAsync(JobKind job, Guid? person, CancellationToken cancellation)
    {
        var now = Instant.Now(house.Clock);
        var run = new JobRun { Id = Guid.CreateVersion7(), Job = EnumCode<JobKind>.Of(job), Node = Environment.MachineName, PersonId = person, StartedAt = now };
        await using var db = house.Open(AgencyScope.None);
        db.JobRuns.Add(run);
        await db.SaveChangesAsync(cancellation);
        try
        {
            var result = await _sweeps[job].RunAsync(now, cancellation);
            (run.Done, run.Failed, run.Message) = (result.Done, result.Failed, Cut(result.Message));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            run.Message = "程序停止，没有做完；下次接着做。";
        }
        catch (Exception error)
        {
            // Whatever it was, the next run begins anew; what stands here is for whoever looks after the house.
            (run.Failed, run.Message) = (1, Cut(house.Database.Explain(error)?.Message ?? $"程序出错：{error.GetType().Name}：{error.Message}"));
        }
        run.EndedAt = Instant.Now(house.Clock);
        await db.SaveChangesAsync(CancellationToken.None);
        if (IsIdle(run)) await ForgetIdleAsync(db, run);
        return run;
    }

    private static bool IsIdle(JobRun run) => run is { Done: 0, Failed: 0, PersonId: null };

    // Work that is looked for every minute and seldom found would fill the list with nothing.
    private static Task<int> ForgetIdleAsync(GongkaiDb db, JobRun last) => db.JobRuns
        .Where(row => row.Job == last.Job && row.Id != last.Id && row.EndedAt != null && row.Done == 0 && row.Failed == 0 && row.PersonId == null && row.StartedAt <= last.StartedAt)
        .ExecuteDeleteAsync(CancellationToken.None);

    private static string? Cut(string? message) => message is { Length: > LongestMessage } ? message[..LongestMessage] : message;
}
