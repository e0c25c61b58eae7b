using System.Text.Json;
using Gongkai.App.Data;
using Gongkai.App.Ledger;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Approvals;

/// <summary>
/// Reads the acts of an approval from the ledger, and only when they are whole: each entry's hash recomputed, joined to its neighbours in
/// the chain, its columns and its private part as sealed. A row that somebody wrote in is found here.
/// </summary>
internal static class ApprovalRecord
{
    private static readonly Dictionary<string, Func<JsonElement, IApprovalAct>> Kinds = new(StringComparer.Ordinal);

    static ApprovalRecord()
    {
        Know<ApprovalSubmitted>();
        Know<ApprovalGiven>();
        Know<ApprovalSentBack>();
        Know<ApprovalWithdrawn>();
        Know<StepSkipped>();
        Know<UrgentPathTaken>();
        Know<ApprovalReleased>();
        Know<ProxyConfirmed>();
        Know<ProxyDenied>();
        Know<SheetFiled>();
        Know<ReservedFieldFilled>();
    }

    /// <summary>Written forms of the kinds of acts that belong to an approval.</summary>
    public static IReadOnlyCollection<string> KindNames => Kinds.Keys;

    /// <summary>The acts in order with what was said, or which entry is not what was recorded.</summary>
    public static async Task<Outcome<List<(ApprovalEvent Event, ApprovalNote Note)>>> ReadAsync(
        GongkaiDb db, PrivatePartSeal seal, AgencyId agency, Guid draft, CancellationToken cancellation)
    {
        var rows = await db.Ledger.AsNoTracking().Where(entry => entry.AgencyId == agency && entry.SubjectId == draft)
            .OrderBy(entry => entry.Sequence).ToListAsync(cancellation);
        var links = await ReadLinksAsync(db, agency, rows, cancellation);
        List<(ApprovalEvent, ApprovalNote)> events = [];
        foreach (var row in rows.Where(row => Kinds.ContainsKey(row.Kind)))
        {
            var found = seal.Read(row);
            if (found.State == PrivateState.Closed) return seal.WhyClosed!;
            if (Fault(row, found, links) is { } fault) return Forged(row.Sequence, fault);
            var note = ApprovalNote.Of(found.Part);
            events.Add((new ApprovalEvent(row.Sequence, row.EffectiveOn, note.Who, Parse(row)), note));
        }
        return events;
    }

    private static string? Fault(LedgerEntryRow row, FoundPrivatePart found, Links links)
    {
        var hash = ChainHashes.Find(row.Hash.Split(':')[0])?.OfEntry(row.PreviousHash, row.FactsText, row.PrivateDigest);
        if (hash != row.Hash) return "与其校验码不符：内容被改动。";
        if (EntryCheck.Fault(row, found) is { } fault) return fault;
        return links.Before.GetValueOrDefault(row.Sequence) != row.PreviousHash || links.After.GetValueOrDefault(row.Sequence) != row.Hash
            ? "没有接在台账链上：是插进来的。"
            : null;
    }

    private static async Task<Links> ReadLinksAsync(GongkaiDb db, AgencyId agency, List<LedgerEntryRow> rows, CancellationToken cancellation)
    {
        List<long> near = [.. rows.SelectMany(row => (long[])[row.Sequence - 1, row.Sequence + 1]).Distinct()];
        var neighbours = await db.Ledger.Where(entry => entry.AgencyId == agency && near.Contains(entry.Sequence))
            .Select(entry => new { entry.Sequence, entry.PreviousHash, entry.Hash }).ToListAsync(cancellation);
        var head = await db.ReadHeadAsync(agency, cancellation);
        var before = neighbours.ToDictionary(entry => entry.Sequence + 1, entry => entry.Hash);
        before.TryAdd(1, "");
        var after = neighbours.ToDictionary(entry => entry.Sequence - 1, entry => entry.PreviousHash);
        after[head.Sequence] = head.Hash;
        return new Links(before, after);
    }

    private static IApprovalAct Parse(LedgerEntryRow row)
    {
        using var document = JsonDocument.Parse(row.FactsText);
        return Kinds[row.Kind](document.RootElement.GetProperty("facts"));
    }

    private static void Know<T>() where T : IActFacts<T>, IApprovalAct => Kinds.Add(T.Kind.ToString(), facts => T.Read(facts));

    private static Refusal Forged(long sequence, string fault) =>
        new("approval.forged", $"台账第 {sequence} 条审批记录{fault}本件停止办理，请安全管理员校验台账（gongkai ledger verify --deep）。");

    private sealed record Links(Dictionary<long, string> Before, Dictionary<long, string> After);
}
