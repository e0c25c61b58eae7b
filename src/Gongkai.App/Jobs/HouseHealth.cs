using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Jobs;

/// <summary>How the house is (运行状况): whether its database answers, and what background work is not done.</summary>
/// <param name="Trouble">Why the database does not answer, or null.</param>
/// <param name="Failing">Jobs whose last runs failed.</param>
public sealed record HouseState(Refusal? Trouble, IReadOnlyList<JobKind> Failing);

/// <summary>Looks how the house is, for whoever watches the machine and for the system administrator.</summary>
/// <param name="house">The house.</param>
public sealed class HouseHealth(House house)
{
    // What is tried every minute may fail once because somebody restarts a gateway; what is done once a night has no second try.
    private const int TriesOften = 3;

    /// <summary>Looks.</summary>
    public async Task<HouseState> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            await using var db = house.Open(AgencyScope.None);
            List<JobKind> failing = [];
            foreach (var (job, time) in JobTimes.All.OrderBy(job => job.Key))
                if (await IsFailingAsync(db, EnumCode<JobKind>.Of(job), time.Every is null ? 1 : TriesOften, cancellation)) failing.Add(job);
            return new HouseState(null, failing);
        }
        catch (Exception error) when (house.Database.Explain(error) is { } refusal)
        {
            return new HouseState(refusal, []);
        }
    }

    private static async Task<bool> IsFailingAsync(GongkaiDb db, string job, int tries, CancellationToken cancellation)
    {
        var last = await db.JobRuns.AsNoTracking().Where(run => run.Job == job && run.EndedAt != null).OrderByDescending(run => run.StartedAt).Take(tries)
            .Select(run => run.Failed).ToListAsync(cancellation);
        return last.Count == tries && last.TrueForAll(failed => failed > 0);
    }
}
