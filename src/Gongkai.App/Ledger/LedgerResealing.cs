using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Personal;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Ledger;

/// <summary>
/// Seals the private parts of every chain with the current key, in small transactions beside the ordinary work; those from before private
/// parts were sealed, for the first time. No hash changes by it, so nothing of the chains does.
/// </summary>
/// <param name="house">The house.</param>
internal sealed class LedgerResealing(House house)
{
    private const int BatchSize = 500;

    /// <summary>How many private parts were sealed with each key.</summary>
    public static async Task<Dictionary<int, long>> CountByKeyAsync(GongkaiDb db, CancellationToken cancellation)
    {
        var counts = new Dictionary<int, long>();
        var parts = db.Ledger.Where(entry => entry.PrivateBytes != null && entry.Salt == null).Select(entry => entry.PrivateBytes!);
        await foreach (var stored in parts.AsAsyncEnumerable().WithCancellation(cancellation))
            if (PrivatePartSeal.KeyOf(stored) is { } key) counts[key] = counts.GetValueOrDefault(key) + 1;
        return counts;
    }

    /// <summary>Seals what is not sealed with the current key.</summary>
    public async Task<Outcome<RotationResult>> RunAsync(CancellationToken cancellation)
    {
        var ring = await house.Keys.OpenAsync(cancellation);
        if (ring.IsRefused) return ring.Refusal;
        var seal = new PrivatePartSeal(ring.Value);
        List<AgencyId> agencies;
        await using (var db = house.Open(AgencyScope.All)) agencies = await db.ChainHeads.Select(head => head.AgencyId).ToListAsync(cancellation);
        var (resealed, wasInClear, unreadable) = (0L, false, new List<SealedPlace>());
        foreach (var agency in agencies)
        {
            var after = 0L;
            while (after < long.MaxValue)
            {
                var from = after;
                var batch = await new ActRecorder(house).RecordAsync<Batch>(agency, (acts, stop) => RenewAsync(acts.Db, seal, from, stop), cancellation);
                if (batch.IsRefused) return batch.Refusal;
                (after, resealed, wasInClear) = (batch.Value.Last, resealed + batch.Value.Renewed, wasInClear || batch.Value.WasInClear);
                unreadable.AddRange(batch.Value.Unreadable.Select(sequence => PrivatePartSeal.Place(agency, sequence)));
            }
        }
        if (wasInClear) await ClearFreePagesAsync(cancellation);
        return new RotationResult(resealed, unreadable);
    }

    private static async Task<Outcome<Batch>> RenewAsync(GongkaiDb db, PrivatePartSeal seal, long after, CancellationToken cancellation)
    {
        var rows = await db.Ledger.Where(entry => entry.Sequence > after && entry.PrivateBytes != null)
            .OrderBy(entry => entry.Sequence).Take(BatchSize).ToListAsync(cancellation);
        var wasInClear = rows.Exists(row => row.Salt is not null);
        List<long> unreadable = [.. rows.Where(row => !seal.Renew(row)).Select(row => row.Sequence)];
        var renewed = rows.Count(row => db.Entry(row).State == EntityState.Modified);
        return new Batch(rows.Count < BatchSize ? long.MaxValue : rows[^1].Sequence, renewed, wasInClear, unreadable);
    }

    // What stood in clear until now lies in the database's free space until that is rewritten.
    private async Task ClearFreePagesAsync(CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.None);
        await db.RewriteAsync(cancellation);
    }

    private sealed record Batch(long Last, long Renewed, bool WasInClear, IReadOnlyList<long> Unreadable);
}
