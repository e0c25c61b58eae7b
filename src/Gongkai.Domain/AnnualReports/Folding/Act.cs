using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>An act with its facts read (已读出的行为).</summary>
/// <param name="Sequence">The entry whose facts these are: the act's own, or the correction that replaced it.</param>
/// <param name="On">The day it counts for.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Facts">Facts of one of the kinds the report is folded from.</param>
public readonly record struct Act(long Sequence, DateOnly On, SubjectId Subject, object Facts);
