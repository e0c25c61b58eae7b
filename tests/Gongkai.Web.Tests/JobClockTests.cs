using System.Globalization;
using Gongkai.App.Data;
using Gongkai.App.Jobs;
using Gongkai.Domain;
using Gongkai.Hosting;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests;

/// <summary>The clock of background work, in the real host: in memory on the embedded database, shared by the nodes on PostgreSQL.</summary>
public sealed class JobClockTests
{
    [Theory(DisplayName = "开机补做夜里错过的；有事留下就立即去做；PostgreSQL 上时刻表放在数据库里"), BothDatabases]
    public async Task Work_is_found(DatabaseEngine engine)
    {
        var house = await TestHouse.CreateAsync(engine);
        await using var site = await Site.StartAsync(house, services => services.AddJobClock(house.House));
        JobKind[] daily = [JobKind.Deadline, JobKind.Expiry, JobKind.Files, JobKind.Verification];
        await UntilAsync(house, runs => daily.All(job => runs.Exists(run => run.Job == EnumCode<JobKind>.Of(job) && run.EndedAt is not null)));

        var agency = await house.RegisterAgencyAsync();
        await house.Recorder.RecordAsync<bool>(agency.Id, (acts, _) =>
        {
            acts.LeaveWork(JobKind.Conversion);
            return Task.FromResult<Outcome<bool>>(true);
        }, CancellationToken.None);
        await UntilAsync(house, runs => runs.Exists(run => run.Job == EnumCode<JobKind>.Of(JobKind.Conversion)));
        if (house.House.Address.Postgres is null) return;
        await using var db = house.House.Open(AgencyScope.None);
        Assert.NotEqual(0, await db.Database.SqlQuery<int>($"""SELECT COUNT(*)::int AS "Value" FROM qrtz_triggers""").SingleAsync());
    }

    [Fact(DisplayName = "每天的时间是中国的时间，机器在哪个时区都一样")]
    public void Times_are_those_of_China()
    {
        var now = DateTime.Parse("2026-03-02T00:29:59Z", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        Assert.Equal("2026-03-01T00:30", JobTime.Daily(8, 30).LastBefore(now)?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        Assert.Equal("2026-03-02T00:30", JobTime.Daily(8, 30).LastBefore(now.AddSeconds(1))?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        Assert.Equal("2026-03-01T19:00", JobTime.Daily(3, 0).LastBefore(now)?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
    }

    private static async Task UntilAsync(TestHouse house, Predicate<List<JobRun>> reached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        await using var db = house.House.Open(AgencyScope.None);
        while (!reached(await db.JobRuns.AsNoTracking().ToListAsync(patience.Token))) await pulse.WaitForNextTickAsync(patience.Token);
    }
}
