using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>An act with its facts read.</summary>
/// <param name="Sequence">The entry whose facts these are: the act's own, or the correction that replaced it.</param>
/// <param name="On">The day it counts for.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Facts">Facts of one of the kinds the report is folded from.</param>
internal readonly record struct Act(long Sequence, DateOnly On, SubjectId Subject, object Facts);

/// <summary>A correction as it was recorded.</summary>
/// <param name="Sequence">The correction's own entry.</param>
/// <param name="Target">The entry it corrects.</param>
/// <param name="On">The day it was made for.</param>
/// <param name="Content">What it says.</param>
internal readonly record struct CorrectionAct(long Sequence, long Target, DateOnly On, Correction Content);
