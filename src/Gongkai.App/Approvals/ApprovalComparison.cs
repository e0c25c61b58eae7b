using System.Text.Json;
using Gongkai.App.Data;
using Gongkai.App.Ledger;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Approvals;

/// <summary>
/// Compares what stands in the approvals' tables with the ledger (审批与台账核对): each delegation and each edition of a chain has the act
/// that made it, and the other way round; each act of an approval has its draft. Opinions stand in the ledger alone.
/// </summary>
internal static class ApprovalComparison
{
    /// <summary>Differences, in no particular order.</summary>
    public static async Task<IReadOnlyList<LedgerDiscrepancy>> CompareAsync(GongkaiDb db, AgencyId agency, CancellationToken cancellation)
    {
        string[] kinds = [.. ApprovalRecord.KindNames, DelegationGiven.Kind.ToString(), DelegationEnded.Kind.ToString(), DelegationLapsed.Kind.ToString(), ChainAdopted.Kind.ToString()];
        List<LedgerDiscrepancy> found = [];
        var drafts = await db.Drafts.Where(draft => draft.AgencyId == agency).Select(draft => draft.Id).ToHashSetAsync(cancellation);
        Dictionary<Guid, Delegation> delegations = [];
        HashSet<string> chains = [];
        await foreach (var row in db.Ledger.AsNoTracking().Where(entry => entry.AgencyId == agency && kinds.Contains(entry.Kind))
            .OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            using var facts = JsonDocument.Parse(row.FactsText);
            var content = facts.RootElement.GetProperty("facts");
            if (row.Kind == DelegationGiven.Kind.ToString()) delegations[row.SubjectId] = DelegationGiven.Read(content).Delegation;
            else if (row.Kind == DelegationEnded.Kind.ToString() || row.Kind == DelegationLapsed.Kind.ToString())
                delegations[row.SubjectId] = delegations[row.SubjectId] with { ToOn = row.EffectiveOn };
            else if (row.Kind == ChainAdopted.Kind.ToString()) chains.Add(ChainAdopted.Read(content).Version.ToString());
            else if (!drafts.Contains(row.SubjectId))
                found.Add(new LedgerDiscrepancy(row.SubjectId, row.Sequence, $"台账第 {row.Sequence} 条审批没有对应的呈批件：呈批件被删除，或者这一条不是经本系统办理的。"));
        }
        await foreach (var row in db.Delegations.AsNoTracking().Where(row => row.AgencyId == agency).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!delegations.Remove(row.Id, out var given) || given != Delegations.Of(row))
                found.Add(new LedgerDiscrepancy(row.Id, null, "一条委托与台账不符，或者台账里没有：是另外写进去的，或者被改动。"));
        }
        found.AddRange(delegations.Keys.Select(id => new LedgerDiscrepancy(id, null, "台账里的一条委托在委托表里没有：被删除。")));
        var adopted = await db.AdoptedChains.AsNoTracking().Where(row => row.AgencyId == agency).ToListAsync(cancellation);
        var known = adopted.Select(row => new ChainVersion(row.Code, row.Number, true).ToString()).ToHashSet();
        found.AddRange(known.Except(chains).Select(chain => new LedgerDiscrepancy(agency.Value, null, $"审批流程（{chain}）在台账里没有启用记录：是另外写进去的。")));
        found.AddRange(chains.Except(known).Select(chain => new LedgerDiscrepancy(agency.Value, null, $"台账里启用的审批流程（{chain}）在流程表里没有：被删除。")));
        return found;
    }
}
