using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Ledger;

/// <summary>Reads a chain for what is counted from it.</summary>
public static class LedgerReading
{
    /// <summary>The entries as the fold takes them, in sequence order: a lean projection, streamed.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="agency">Whose chain.</param>
    /// <param name="upTo">Last sequence, inclusive.</param>
    public static IAsyncEnumerable<FoldEntry> FoldEntriesAsync(this GongkaiDb db, AgencyId agency, long upTo = long.MaxValue) => db.Ledger
        .Where(entry => entry.AgencyId == agency && entry.Sequence <= upTo)
        .OrderBy(entry => entry.Sequence)
        .Select(entry => new FoldEntry(
            entry.Sequence, entry.Kind, entry.EffectiveOn, new SubjectId(entry.SubjectId), entry.Corrects, entry.FactsText))
        .AsAsyncEnumerable();

    /// <summary>The acts of a chain, ready for any number of folds.</summary>
    /// <inheritdoc cref="FoldEntriesAsync"/>
    public static async Task<Outcome<LedgerActs>> ReadActsAsync(
        this GongkaiDb db, AgencyId agency, CancellationToken cancellation, long upTo = long.MaxValue)
    {
        var acts = new LedgerActs();
        await foreach (var entry in db.FoldEntriesAsync(agency, upTo).WithCancellation(cancellation))
            if (acts.Add(entry) is { } refusal) return refusal;
        return acts;
    }

    /// <summary>The kept head of a chain; empty when the agency has none.</summary>
    public static async Task<ChainHead> ReadHeadAsync(this GongkaiDb db, AgencyId agency, CancellationToken cancellation) =>
        await db.ChainHeads.AsNoTracking().SingleOrDefaultAsync(head => head.AgencyId == agency, cancellation) is { } kept
            ? new ChainHead(kept.Sequence, kept.Hash)
            : ChainHead.Empty;
}
