using Gongkai.App.Data;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Requests.Clocks;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Requests;

/// <summary>What happened in requests so far (申请经过), out of the ledger.</summary>
internal static class RequestHistories
{
    /// <summary>Loads the events of some requests, by their identity; one without any is left out.</summary>
    public static async Task<Dictionary<Guid, List<ClockEvent>>> LoadAsync(GongkaiDb db, IReadOnlyCollection<Guid> requests, CancellationToken cancellation) =>
        (await ReadAsync(db, requests, cancellation)).ToDictionary(request => request.Key, request => RequestHistory.Of(request).ToList());

    /// <summary>Loads the same as it was recorded: what goes over to a successor.</summary>
    public static async Task<Dictionary<Guid, IReadOnlyList<PastEvent>>> LoadPastAsync(
        GongkaiDb db, IReadOnlyCollection<Guid> requests, CancellationToken cancellation) =>
        (await ReadAsync(db, requests, cancellation)).ToDictionary(request => request.Key, request => RequestHistory.PastOf(request));

    private static async Task<IEnumerable<IGrouping<Guid, LedgerFacts>>> ReadAsync(GongkaiDb db, IReadOnlyCollection<Guid> requests, CancellationToken cancellation)
    {
        if (requests.Count == 0) return [];
        var texts = await db.Ledger.AsNoTracking().Where(entry => requests.Contains(entry.SubjectId)).OrderBy(entry => entry.Sequence)
            .Select(entry => entry.FactsText).ToListAsync(cancellation);
        return texts.Select(LedgerFacts.Read).GroupBy(entry => entry.Subject.Value);
    }
}
