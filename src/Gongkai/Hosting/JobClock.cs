using System.Globalization;
using Gongkai.App.Houses;
using Gongkai.App.Jobs;
using Gongkai.Domain;
using Gongkai.Domain.Calendar;
using Quartz;

namespace Gongkai.Hosting;

/// <summary>
/// Says when background work is done, and nothing else. One machine keeps the times in memory; on PostgreSQL the nodes keep them together in the
/// database, so that each time one of them comes. A time that was missed is made up for once, whatever the number of times it was missed.
/// </summary>
internal static class JobClock
{
    private const string Group = "gongkai";

    public static IServiceCollection AddJobClock(this IServiceCollection services, House house)
    {
        services.AddQuartz(quartz =>
        {
            if (house.Address.Postgres is { } connection)
            {
                quartz.UsePersistentStore(store =>
                {
                    store.ProvisionSchema();
                    store.UsePostgres(connection);
                    store.UseClustering(_ => { });
                });
            }
            foreach (var (job, time) in JobTimes.All)
            {
                quartz.AddJob<SweepJob>(about => about.WithIdentity(KeyOf(job)).StoreDurably(true));
                quartz.AddTrigger<SweepJob>(trigger => trigger.ForJob(KeyOf(job)).WithIdentity(EnumCode<JobKind>.Of(job), Group)
                    .WithCronSchedule(CronOf(time), schedule => schedule.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
            }
        });
        // Before the pages, not after them: the bell below needs the clock to be there.
        services.AddQuartzHostedService(host => (host.WaitForJobsToComplete, host.AwaitApplicationStarted) = (true, false));
        services.AddHostedService<JobBell>();
        return services;
    }

    internal static JobKey KeyOf(JobKind job) => new(EnumCode<JobKind>.Of(job), Group);

    private static string CronOf(JobTime time)
    {
        if (time.Every is { } every) return string.Create(CultureInfo.InvariantCulture, $"0 0/{(int)every.TotalMinutes} * * * ?");
        // Kept in UTC, because a server may know no time zones.
        var utc = time.At!.Value.Add(-ChinaTime.Offset);
        return string.Create(CultureInfo.InvariantCulture, $"0 {utc.Minute} {utc.Hour} * * ?");
    }
}

/// <summary>Runs the piece of work whose time has come.</summary>
[DisallowConcurrentExecution]
internal sealed class SweepJob(JobRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await runner.RunAsync(EnumCode<JobKind>.Parse(context.JobDetail.Key.Name), cancellationToken);
}
