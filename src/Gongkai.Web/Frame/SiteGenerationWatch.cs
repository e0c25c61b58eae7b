using Gongkai.App.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Frame;

/// <summary>
/// What this node knows of the generation of the public site. A reading is good for one second, so what another node or a command
/// publishes shows within a second; what this node commits makes it forget at once.
/// </summary>
public sealed class SiteGenerationWatch(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Good = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Reading? _latest;

    /// <summary>The generation, at most one second old.</summary>
    public Task<long> CurrentAsync()
    {
        var latest = Volatile.Read(ref _latest);
        if (latest is null || !IsGood(latest)) latest = Begin();
        return latest.Number.Value;
    }

    /// <summary>Makes the next question ask the database. A reading that was under way when somebody committed is thrown away with it.</summary>
    public void Forget()
    {
        lock (_gate) _latest = null;
    }

    private Reading Begin()
    {
        lock (_gate)
        {
            if (_latest is { } latest && IsGood(latest)) return latest;
            return _latest = new Reading(clock.GetTimestamp(), new Lazy<Task<long>>(ReadAsync));
        }
    }

    private bool IsGood(Reading reading) =>
        clock.GetElapsedTime(reading.BegunAt) < Good && !(reading.Number.IsValueCreated && reading.Number.Value.IsFaulted);

    private async Task<long> ReadAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        return await db.SiteGenerations.Select(generation => generation.Number).SingleAsync();
    }

    private sealed record Reading(long BegunAt, Lazy<Task<long>> Number);
}
