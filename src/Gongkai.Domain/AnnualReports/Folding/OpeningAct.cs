namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>Where the books of one register were opened (建账).</summary>
/// <param name="Year">First year of the books.</param>
/// <param name="Sequence">The act that opened them.</param>
/// <param name="Count">Instruments in force then; 0 for cases, which are brought forward one by one.</param>
internal sealed record OpeningAct(int Year, long Sequence, long Count);
