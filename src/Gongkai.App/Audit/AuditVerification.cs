using System.Data.Common;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Ledger;
using Gongkai.Domain;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Audit;

/// <summary>What the verification of one chain of security events found.</summary>
/// <param name="Node">The node that writes it.</param>
/// <param name="Head">Last event that was seen.</param>
/// <param name="CutSequence">Last event that was archived and dropped, 0 for none.</param>
/// <param name="Break">The first broken place, or null.</param>
public sealed record AuditChainVerification(string Node, ChainHead Head, long CutSequence, ChainBreak? Break);

/// <summary>
/// Verifies the chains of security events (审计日志校验): that none was changed, removed, inserted or cut off. What was archived may be
/// missing at the beginning, up to where an event of the chain says so.
/// </summary>
/// <param name="house">The house.</param>
public sealed class AuditVerification(House house)
{
    /// <summary>Verifies all chains.</summary>
    public async Task<Outcome<IReadOnlyList<AuditChainVerification>>> VerifyAsync(CancellationToken cancellation)
    {
        try
        {
            await using var db = house.Open(AgencyScope.All);
            await using var snapshot = await db.BeginSnapshotAsync(cancellation);
            var chains = await db.AuditChains.AsNoTracking().OrderBy(chain => chain.Node).ToListAsync(cancellation);
            var found = new List<AuditChainVerification>();
            foreach (var chain in chains) found.Add(await VerifyAsync(db, chain, cancellation));
            found.AddRange(await HeadlessAsync(db, chains, cancellation));
            return found;
        }
        catch (Exception error) when (house.Database.Explain(error) is { } refusal)
        {
            return refusal;
        }
    }

    private static async Task<AuditChainVerification> VerifyAsync(GongkaiDb db, AuditChainRow chain, CancellationToken cancellation)
    {
        var cut = new ChainHead(chain.CutSequence, chain.CutHash);
        var verifier = new ChainVerifier(ChainHashes.All, cut);
        var cutIsTold = cut == ChainHead.Empty;
        try
        {
            var rows = db.Audit.AsNoTracking().Where(row => row.ChainId == chain.Id).OrderBy(row => row.Sequence);
            await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
            {
                verifier.Next(row.Sequence, new LedgerEntry(row.Text, "", row.PreviousHash, row.Hash));
                if (ColumnFault(row) is { } column) verifier.Fail(row.Sequence, ChainFault.Altered, $"第 {row.Sequence} 条的“{column}”一栏与其正文不符：该栏被改动。");
                if (verifier.Break is not null) break;
                cutIsTold |= row.Kind == AuditKind.AuditArchived && row.Subject == AuditArchive.SubjectOf(cut);
            }
        }
        catch (Exception unreadable) when (unreadable is not (OperationCanceledException or DbException))
        {
            var sequence = verifier.Head.Sequence + 1;
            verifier.Fail(sequence, ChainFault.Altered, $"第 {sequence} 条有一栏读不出来：该栏被改动。");
        }
        verifier.Finish(new ChainHead(chain.Sequence, chain.Hash));
        if (!cutIsTold) verifier.Fail(1, ChainFault.Removed, $"第 1 条至第 {cut.Sequence} 条不在，而没有归档它们的记录：开头被截去。");
        return new AuditChainVerification(chain.Node, verifier.Head, chain.CutSequence, verifier.Break);
    }

    // Events whose chain has no row: the row was removed, or the events were put there.
    private static async Task<IEnumerable<AuditChainVerification>> HeadlessAsync(
        GongkaiDb db, IReadOnlyList<AuditChainRow> chains, CancellationToken cancellation)
    {
        var known = chains.Select(chain => chain.Id).ToHashSet();
        var used = await db.Audit.Select(row => row.ChainId).Distinct().ToListAsync(cancellation);
        return used.Where(chain => !known.Contains(chain)).Select(chain => new AuditChainVerification(
            chain.ToString("D"), ChainHead.Empty, 0, new ChainBreak(1, ChainFault.HeadMismatch, "这条链的链头记录不见了：链头被删除，或事件是塞进来的。")));
    }

    private static string? ColumnFault(AuditRow row)
    {
        AuditText text;
        try
        {
            text = AuditText.Read(row.Text);
        }
        catch (FormatException)
        {
            return nameof(row.Text);
        }
        if (text.Chain != row.ChainId) return nameof(row.ChainId);
        if (text.Sequence != row.Sequence) return nameof(row.Sequence);
        if (text.HappenedAt != row.HappenedAt) return nameof(row.HappenedAt);
        if (text.Event.Kind != row.Kind) return nameof(row.Kind);
        if (text.Event.Who != row.PersonId) return nameof(row.PersonId);
        if (text.Event.Agency != row.AgencyId) return nameof(row.AgencyId);
        if (text.Event.Subject != row.Subject) return nameof(row.Subject);
        if (text.Event.From != row.From) return nameof(row.From);
        return text.Event.Message != row.Message ? nameof(row.Message) : null;
    }
}
