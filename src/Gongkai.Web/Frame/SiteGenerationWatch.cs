using Gongkai.App.Data;
using Gongkai.App.Houses;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Frame;

/// <summary>
/// What this node knows of the generation of the public site. A reading is good for one second, so what another node or a command
/// publishes shows within a second; what this node publishes makes it forget at once.
/// </summary>
internal sealed class SiteGenerationWatch : IDisposable
{
    private static readonly TimeSpan Good = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly House _house;
    private Reading? _latest;

    public SiteGenerationWatch(House house)
    {
        _house = house;
        _house.PublicPagesChanged += Forget;
    }

    /// <summary>The generation, at most one second old.</summary>
    public Task<long> CurrentAsync()
    {
        var latest = Volatile.Read(ref _latest);
        if (latest is null || !IsGood(latest)) latest = Begin();
        return latest.Number.Value;
    }

    public void Dispose() => _house.PublicPagesChanged -= Forget;

    // A reading that is under way now is thrown away with the last one: it may have looked before the commit.
    private void Forget(object? sender, EventArgs e)
    {
        lock (_gate) _latest = null;
    }

    private Reading Begin()
    {
        lock (_gate)
        {
            if (_latest is { } latest && IsGood(latest)) return latest;
            return _latest = new Reading(_house.Clock.GetTimestamp(), new Lazy<Task<long>>(ReadAsync));
        }
    }

    private bool IsGood(Reading reading) =>
        _house.Clock.GetElapsedTime(reading.BegunAt) < Good && !(reading.Number.IsValueCreated && reading.Number.Value.IsFaulted);

    private async Task<long> ReadAsync()
    {
        await using var db = _house.Open(AgencyScope.None);
        return await db.SiteGenerations.Select(generation => generation.Number).SingleAsync();
    }

    private sealed record Reading(long BegunAt, Lazy<Task<long>> Number);
}
