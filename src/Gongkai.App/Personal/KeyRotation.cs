using System.Globalization;
using System.Security.Cryptography;
using Gongkai.App.Acts;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Ledger;
using Gongkai.Domain;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Personal;

/// <summary>What a rotation did.</summary>
/// <param name="Resealed">Values that now are sealed with the current key.</param>
/// <param name="Unreadable">Places of values that did not open and were left as they are.</param>
public sealed record RotationResult(long Resealed, IReadOnlyList<SealedPlace> Unreadable);

/// <summary>How many values are sealed with a key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Values">How many values; for a fingerprint key null, they are not counted.</param>
public sealed record KeyUse(KeyInRing Key, long? Values);

/// <summary>
/// Gives the house new keys (轮换密钥): adds a key and seals every row with it anew, in small transactions beside the ordinary work. When
/// it is interrupted, running it again goes on with what is left.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="ring">Its keys.</param>
/// <param name="values">Its sealed values.</param>
/// <param name="audit">Its audit log.</param>
public sealed class KeyRotation(House house, KeyRing ring, SealedValues values, AuditLog audit)
{
    private const int BatchSize = 200;

    /// <summary>Which key seals how many values.</summary>
    public async Task<IReadOnlyList<KeyUse>> CountAsync(CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.All);
        await using var snapshot = await db.BeginSnapshotAsync(cancellation);
        var counts = new Dictionary<int, long>();
        foreach (var column in SealedColumn.Of(db.Model))
            foreach (var (key, count) in await new SealedCells(db, column).CountByKeyAsync(cancellation))
                counts[key] = counts.GetValueOrDefault(key) + count;
        foreach (var (key, count) in await LedgerResealing.CountByKeyAsync(db, cancellation))
            counts[key] = counts.GetValueOrDefault(key) + count;
        return [.. ring.Keys.Select(key => new KeyUse(key, key.Purpose == KeyPurpose.Encryption ? counts.GetValueOrDefault(key.Number) : null))];
    }

    /// <summary>How many private parts of the ledger still stand in clear, from before they were sealed.</summary>
    public async Task<long> CountInClearAsync(CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.All);
        return await db.Ledger.LongCountAsync(entry => entry.PrivateBytes != null && entry.Salt != null, cancellation);
    }

    /// <summary>Adds a key and seals everything anew, and for the first time what stands in clear.</summary>
    /// <param name="fingerprint">True to renew the fingerprint key too: all fingerprints are computed again.</param>
    /// <param name="from">Where the order came from.</param>
    /// <param name="cancellation">Stops after the batch in hand.</param>
    public async Task<Outcome<RotationResult>> RotateAsync(bool fingerprint, string from, CancellationToken cancellation)
    {
        var added = await ring.AddAsync(KeyPurpose.Encryption, cancellation);
        if (added.IsRefused) return added.Refusal;
        if (fingerprint && await ring.AddAsync(KeyPurpose.Fingerprint, cancellation) is { IsRefused: true } refused) return refused.Refusal;
        return await ResealAsync(from, cancellation);
    }

    /// <summary>Seals with the current keys whatever is not: goes on with a rotation, or follows one made outside.</summary>
    public async Task<Outcome<RotationResult>> ResealAsync(string from, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.None);
        return await ResealAsync(SealedColumn.Of(db.Model), from, cancellation);
    }

    internal async Task<Outcome<RotationResult>> ResealAsync(IReadOnlyList<SealedColumn> columns, string from, CancellationToken cancellation)
    {
        var ledger = await new LedgerResealing(house).RunAsync(cancellation);
        if (ledger.IsRefused) return ledger.Refusal;
        var (resealed, unreadable) = (ledger.Value.Resealed, ledger.Value.Unreadable.ToList());
        foreach (var column in columns)
        {
            Guid? after = null;
            do
            {
                var batch = await new ActRecorder(house).RecordAsync<(Guid? Last, long Done)>(
                    [], (acts, stop) => ResealAsync(acts.Db, column, after, unreadable, stop), cancellation);
                if (batch.IsRefused) return batch.Refusal;
                after = batch.Value.Last;
                resealed += batch.Value.Done;
            }
            while (after is not null);
        }
        var current = ring.Current(KeyPurpose.Encryption).Number.ToString(CultureInfo.InvariantCulture);
        await audit.WriteAsync(new AuditEvent(AuditKind.KeysRotated, null, null, $"SealKeys/{current}", from,
            $"用第 {current} 把密钥重新加密 {resealed} 项" + (unreadable.Count > 0 ? $"，{unreadable.Count} 项解不开" : "")), cancellation);
        return new RotationResult(resealed, [.. unreadable.Distinct()]);
    }

    private async Task<Outcome<(Guid? Last, long Done)>> ResealAsync(
        GongkaiDb db, SealedColumn column, Guid? after, List<SealedPlace> unreadable, CancellationToken cancellation)
    {
        var cells = new SealedCells(db, column);
        var prefix = Sealed.PrefixOf(ring.Current(KeyPurpose.Encryption).Number);
        var print = $"{ring.Current(KeyPurpose.Fingerprint).Number.ToString(CultureInfo.InvariantCulture)};";
        var stale = await cells.ReadStaleAsync(prefix, print, after, BatchSize, cancellation);
        var done = 0L;
        foreach (var cell in stale)
        {
            var place = new SealedPlace(column.Table, column.Column, cell.RowId);
            try
            {
                var old = Sealed.Parse(cell.Text);
                var clear = values.Unseal(place, old);
                var fresh = values.Seal(place, old.Kind, old.Mask, clear);
                var renewed = old.Kind is { } kind && cell.Fingerprint is not null ? values.FingerprintOf(kind, clear).Text : null;
                if (await cells.ReplaceAsync(cell, fresh.Text, renewed, cancellation)) done++;
            }
            catch (Exception damaged) when (damaged is CryptographicException or FormatException)
            {
                unreadable.Add(place);
            }
        }
        return (stale.Count < BatchSize ? null : stale[^1].RowId, done);
    }
}
