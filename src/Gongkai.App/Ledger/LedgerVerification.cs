using System.Data.Common;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Ledger;

/// <summary>
/// Verifies chains (台账校验): that no entry was changed, removed, inserted or cut off, that columns say what the hashed text says, and,
/// asked for it, that tables and ledger tell the same. It names the first broken place.
/// </summary>
/// <param name="house">The house.</param>
public sealed class LedgerVerification(House house)
{
    /// <summary>Agencies that have a chain, or entries without one, in no particular order.</summary>
    public async Task<IReadOnlyList<AgencyId>> ListChainsAsync(AgencyScope scope, CancellationToken cancellation)
    {
        await using var db = house.Open(scope);
        var chains = await db.ChainHeads.Select(head => head.AgencyId)
            .Union(db.Ledger.Select(entry => entry.AgencyId)).Union(db.Agencies.Select(agency => agency.Id)).ToListAsync(cancellation);
        return chains;
    }

    /// <summary>Verifies one chain.</summary>
    /// <param name="agency">Whose chain.</param>
    /// <param name="outsideHead">A head's hash that somebody kept outside, or null: it must still be the hash of an entry.</param>
    /// <param name="deep">True to compare the registers with the ledger too.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What was found, or why the database cannot be read.</returns>
    public async Task<Outcome<ChainVerification>> VerifyAsync(AgencyId agency, string? outsideHead, bool deep, CancellationToken cancellation)
    {
        try
        {
            var seal = await PrivatePartSeal.OfAsync(house, cancellation);
            await using var db = house.Open(AgencyScope.Of(agency));
            await using var snapshot = await db.BeginSnapshotAsync(cancellation);
            return await VerifyAsync(db, seal, agency, outsideHead, deep, cancellation);
        }
        catch (Exception error) when (house.Database.Explain(error) is { } refusal)
        {
            return refusal;
        }
    }

    private static async Task<ChainVerification> VerifyAsync(
        GongkaiDb db, PrivatePartSeal seal, AgencyId agency, string? outsideHead, bool deep, CancellationToken cancellation)
    {
        var verifier = new ChainVerifier(ChainHashes.All);
        var (parts, outsideSeen) = (new PrivatePartCount(0, 0, 0), false);
        try
        {
            var rows = db.Ledger.AsNoTracking().Where(entry => entry.AgencyId == agency).OrderBy(entry => entry.Sequence);
            await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
            {
                verifier.Next(row.Sequence, new LedgerEntry(row.FactsText, row.PrivateDigest, row.PreviousHash, row.Hash));
                var found = seal.Read(row);
                if (EntryCheck.Fault(row, found) is { } fault) verifier.Fail(row.Sequence, ChainFault.Altered, fault);
                if (verifier.Break is not null) break;
                parts = parts.And(found.State, row.Salt is not null);
                outsideSeen |= row.Hash == outsideHead;
            }
        }
        catch (Exception unreadable) when (unreadable is not (OperationCanceledException or DbException))
        {
            // A column holds what its type cannot: whoever changed it did not go through this program.
            var sequence = verifier.Head.Sequence + 1;
            verifier.Fail(sequence, ChainFault.Altered, $"第 {sequence} 条有一栏读不出来：该栏被改动。");
        }
        verifier.Finish(await db.ReadHeadAsync(agency, cancellation));
        if (outsideHead is not null && !outsideSeen)
            verifier.Fail(verifier.Head.Sequence, ChainFault.HeadMismatch, "外部保存的链头在台账里找不到：保存之后，台账被截断或整段改写。");
        var discrepancies = deep && verifier.Break is null ? await RegisterComparison.CompareAsync(db, seal, agency, cancellation) : [];
        return new ChainVerification(agency, verifier.Head, parts, verifier.Break, discrepancies);
    }
}
