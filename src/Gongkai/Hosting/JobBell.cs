using Gongkai.App.Houses;
using Gongkai.App.Jobs;
using Quartz;

namespace Gongkai.Hosting;

/// <summary>
/// Has work done at once where waiting would be noticed: right after the act that left it, and at the start for what should have been done while
/// the machine was switched off.
/// </summary>
internal sealed class JobBell(House house, JobRunner runner, ISchedulerFactory schedulers) : IHostedService
{
    private readonly Lock _lock = new();
    private Task _ringing = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        house.WorkLeft += Ring;
        Follow(CatchUpAsync());
        return Task.CompletedTask;
    }

    /// <summary>Whoever stops the clock after this finds nobody ringing it.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        house.WorkLeft -= Ring;
        lock (_lock) return _ringing.WaitAsync(cancellationToken);
    }

    private void Ring(object? sender, JobKind job) => Follow(TriggerAsync(job));

    private void Follow(Task ring)
    {
        lock (_lock) _ringing = Task.WhenAll(_ringing, ring);
    }

    private async Task CatchUpAsync()
    {
        foreach (var job in await runner.ListMissedAsync(CancellationToken.None)) await TriggerAsync(job);
    }

    private async Task TriggerAsync(JobKind job)
    {
        try
        {
            var scheduler = await schedulers.GetScheduler();
            await scheduler.TriggerJob(JobClock.KeyOf(job));
        }
        catch (SchedulerException)
        {
            // What is to be done stands in the tables; its next time finds it.
        }
    }
}
