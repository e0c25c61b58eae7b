using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;

namespace Gongkai.App.Ledger;

/// <summary>What the verification of one chain found.</summary>
/// <param name="Agency">Whose chain.</param>
/// <param name="Head">Last entry that was seen.</param>
/// <param name="Erased">How many entries have had their private part erased; the chain holds without it.</param>
/// <param name="Break">The first broken place, or null.</param>
/// <param name="Discrepancies">Where tables and ledger disagree; empty when that was not asked for.</param>
public sealed record ChainVerification(
    AgencyId Agency, ChainHead Head, long Erased, ChainBreak? Break, IReadOnlyList<LedgerDiscrepancy> Discrepancies)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsWhole => Break is null && Discrepancies.Count == 0;
}

/// <summary>Something that stands in a table or in the ledger, but not in both.</summary>
/// <param name="SubjectId">What it is about.</param>
/// <param name="Sequence">The entry, or null when the entry is what is missing.</param>
/// <param name="Message">In Chinese: what, and which side lacks it.</param>
public sealed record LedgerDiscrepancy(Guid SubjectId, long? Sequence, string Message);
