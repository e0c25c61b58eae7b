namespace Gongkai.Domain.Requests.Fees;

/// <summary>One step of a ladder (收费档次).</summary>
/// <param name="From">First unit of the step, from 1.</param>
/// <param name="To">Last unit, inclusive; null for the last step, which has no end.</param>
/// <param name="Price">Price of each unit in it.</param>
/// <param name="Every">In a last step that keeps rising: the number of units after which the price rises; 0 where it does not.</param>
/// <param name="Rise">By how much it rises each time.</param>
public sealed record FeeStep(long From, long? To, Money Price, long Every, Money Rise);

/// <summary>The two ladders of the processing fee (收费标准), as the measures print them.</summary>
/// <param name="Source">The measures, 国办函〔2020〕109号.</param>
/// <param name="ByItem">按件计收, by items of an applicant in a calendar month.</param>
/// <param name="ByPage">按量计收, by pages of a single request.</param>
public sealed record FeeSchedule(string Source, IReadOnlyList<FeeStep> ByItem, IReadOnlyList<FeeStep> ByPage);
