using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>An act with its facts read (已读出的行为).</summary>
/// <param name="Sequence">The entry whose facts these are: the act's own, or the correction that replaced it.</param>
/// <param name="On">The day it counts for.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Facts">Facts of one of the kinds the report is folded from.</param>
public readonly record struct Act(long Sequence, DateOnly On, SubjectId Subject, object Facts);

/// <summary>A correction as it was recorded.</summary>
/// <param name="Sequence">The correction's own entry.</param>
/// <param name="Target">The entry it corrects.</param>
/// <param name="On">The day it was made for.</param>
/// <param name="Content">What it says; a day or facts it leaves out stay as they were.</param>
internal readonly record struct CorrectionAct(long Sequence, long Target, DateOnly On, Correction Content)
{
    /// <summary>True when the target counts nowhere.</summary>
    public bool Voids => Content is { EffectiveOn: null, Facts: null };
}
