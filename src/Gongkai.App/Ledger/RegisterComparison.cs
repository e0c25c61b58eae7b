using System.Runtime.InteropServices;
using Gongkai.App.Agencies;
using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Ledger;

/// <summary>
/// Compares the registers with the ledger (台账与登记簿核对): every request, dispute, instrument, decision, return, report and unit has
/// exactly its entries, after corrections, and every such entry its row; so have the agency's profile and its approvals. Neither is rebuilt
/// from the other.
/// </summary>
internal static class RegisterComparison
{
    public static async Task<IReadOnlyList<LedgerDiscrepancy>> CompareAsync(
        GongkaiDb db, PrivatePartSeal seal, AgencyId agency, CancellationToken cancellation)
    {
        var acts = new LedgerActs();
        List<(RegisterClaim Claim, long Sequence)> recorded = [];
        await foreach (var entry in db.FoldEntriesAsync(agency).WithCancellation(cancellation))
        {
            if (acts.Add(entry) is { } refusal) return [new LedgerDiscrepancy(entry.Subject.Value, entry.Sequence, refusal.Message)];
            if (OfficeClaims.Of(entry) is { } office) recorded.Add((office, entry.Sequence));
        }
        var standing = acts.Resolve();
        if (standing.IsRefused) return [new LedgerDiscrepancy(agency.Value, null, standing.Refusal.Message)];
        foreach (var act in standing.Value)
            if (RegisterClaims.Of(act) is { } claim) recorded.Add((claim, act.Sequence));
        return
        [
            .. Differences(await ReadRegistersAsync(db, agency, cancellation), recorded),
            .. await ApprovalComparison.CompareAsync(db, agency, cancellation),
            .. await ProfileComparison.CompareAsync(db, seal, agency, cancellation),
        ];
    }

    private static List<LedgerDiscrepancy> Differences(List<RegisterClaim> registered, List<(RegisterClaim Claim, long Sequence)> recorded)
    {
        Dictionary<RegisterClaim, int> open = [];
        foreach (var claim in registered) CollectionsMarshal.GetValueRefOrAddDefault(open, claim, out _)++;
        List<LedgerDiscrepancy> differences = [];
        foreach (var (claim, sequence) in recorded)
        {
            if (open.TryGetValue(claim, out var count) && count > 0) open[claim] = count - 1;
            else differences.Add(new LedgerDiscrepancy(claim.SubjectId, sequence, $"台账第 {sequence} 条（{claim.Kind} {claim.Content}）在登记簿里没有对应的内容。"));
        }
        differences.AddRange(open.Where(claim => claim.Value > 0).Select(claim => new LedgerDiscrepancy(
            claim.Key.SubjectId, null, $"登记簿里的内容（{claim.Key.Kind} {claim.Key.Content}）在台账里没有对应的条目。")));
        return differences;
    }

    private static async Task<List<RegisterClaim>> ReadRegistersAsync(GongkaiDb db, AgencyId agency, CancellationToken cancellation)
    {
        List<RegisterClaim> claims = [];
        await TakeAsync(db.Requests, RegisterClaims.Of);
        await TakeAsync(db.Disputes, RegisterClaims.Of);
        await TakeAsync(db.Instruments, RegisterClaims.Of);
        await TakeAsync(db.Decisions, row => [RegisterClaims.Of(row)]);
        await TakeAsync(db.Reports, row => [RegisterClaims.Of(row)]);
        await TakeAsync(db.Units, row => [RegisterClaims.Of(row)]);
        await TakeAsync(db.Handovers, row => [OfficeClaims.Of(row)]);
        await TakeAsync(db.CaseDoors, OfficeClaims.Of);
        await TakeAsync(db.DestructionLists, OfficeClaims.Of);
        await TakeAsync(db.Drafts.Where(row => row.HandedOverOn != null), OfficeClaims.Of);
        claims.AddRange(await ReadReturnsAsync(db, agency, cancellation));
        return claims;

        async Task TakeAsync<TRow>(IQueryable<TRow> rows, Func<TRow, IEnumerable<RegisterClaim>> claim) where TRow : class, IOfAgency
        {
            await foreach (var row in rows.AsNoTracking().Where(row => row.AgencyId == agency).AsAsyncEnumerable().WithCancellation(cancellation))
                claims.AddRange(claim(row));
        }
    }

    private static async Task<IEnumerable<RegisterClaim>> ReadReturnsAsync(GongkaiDb db, AgencyId agency, CancellationToken cancellation)
    {
        var returns = await db.Returns.AsNoTracking().Where(row => row.AgencyId == agency).ToDictionaryAsync(row => row.Id, cancellation);
        var replacements = returns.Values.Select(row => row.ReplacedById).ToHashSet();
        return returns.Values.Where(row => !replacements.Contains(row.Id)).Select(first => RegisterClaims.Of(first.Id, Last(first)));

        SignedReturn Last(SignedReturn row)
        {
            // As many steps as there are returns, and no more: a circle of replacements would be somebody's damage.
            for (var step = 0; step < returns.Count && row.ReplacedById is { } next && returns.TryGetValue(next, out var later); step++) row = later;
            return row;
        }
    }
}
