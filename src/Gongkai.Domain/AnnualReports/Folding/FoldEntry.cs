using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>
/// What the fold needs of a ledger entry (台账条目), and no more: it is streamed, so a projection of the stored row is enough.
/// </summary>
/// <param name="Sequence">Place in the chain, from 1, ascending in the stream.</param>
/// <param name="Kind">Written form of the kind, e.g. <c>request.received/1</c>.</param>
/// <param name="EffectiveOn">The day the act counts for.</param>
/// <param name="Subject">What the act is about.</param>
/// <param name="Corrects">The entry it corrects, or null.</param>
/// <param name="FactsText">The canonical text of its <see cref="LedgerFacts"/>.</param>
public readonly record struct FoldEntry(
    long Sequence, string Kind, DateOnly EffectiveOn, SubjectId Subject, long? Corrects, string FactsText)
{
    /// <summary>The entry from its public facts alone, as they stand in an exported ledger.</summary>
    public static FoldEntry Of(LedgerFacts facts) =>
        new(facts.Sequence, facts.Kind.ToString(), facts.EffectiveOn, facts.Subject, facts.Corrects, facts.Write());
}
