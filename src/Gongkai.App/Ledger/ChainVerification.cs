using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;

namespace Gongkai.App.Ledger;

/// <summary>What the verification of one chain found.</summary>
/// <param name="Agency">Whose chain.</param>
/// <param name="Head">Last entry that was seen.</param>
/// <param name="Private">How the private parts were found; the chain holds without them.</param>
/// <param name="Break">The first broken place, or null.</param>
/// <param name="Discrepancies">Where tables and ledger disagree; empty when that was not asked for.</param>
public sealed record ChainVerification(
    AgencyId Agency, ChainHead Head, PrivatePartCount Private, ChainBreak? Break, IReadOnlyList<LedgerDiscrepancy> Discrepancies)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsWhole => Break is null && Discrepancies.Count == 0;
}

/// <summary>How the private parts of a chain were found (非公开部分的状况).</summary>
/// <param name="Erased">How many were erased, with their salts.</param>
/// <param name="Closed">How many are sealed while the keys are not here: only the chain of their digests was verified.</param>
/// <param name="InClear">How many stand in clear, from before private parts were sealed; <c>gongkai keys rotate</c> seals them.</param>
public sealed record PrivatePartCount(long Erased, long Closed, long InClear)
{
    internal PrivatePartCount And(PrivateState state, bool inClear) => state switch
    {
        PrivateState.Erased => this with { Erased = Erased + 1 },
        PrivateState.Closed => this with { Closed = Closed + 1 },
        _ => inClear ? this with { InClear = InClear + 1 } : this,
    };
}

/// <summary>Something that stands in a table or in the ledger, but not in both.</summary>
/// <param name="SubjectId">What it is about.</param>
/// <param name="Sequence">The entry, or null when the entry is what is missing.</param>
/// <param name="Message">In Chinese: what, and which side lacks it.</param>
public sealed record LedgerDiscrepancy(Guid SubjectId, long? Sequence, string Message);
