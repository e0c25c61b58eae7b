namespace Gongkai.App.Search;

/// <summary>A document in which something was found.</summary>
/// <param name="Document">Day and serial in one number.</param>
/// <param name="Passages">The passages that have it, in their order in the document.</param>
internal sealed record FoundDocument(long Document, List<long> Passages);

/// <summary>
/// Best first (相关度): our own, because the two databases' scores agree neither with each other nor with what people expect. Title before
/// body; then more passages, on a scale that a long document cannot run away with; then newer.
/// </summary>
internal static class Relevance
{
    private const double Title = 4;

    /// <summary>Orders what was found; the order of those that score alike stays.</summary>
    public static IEnumerable<FoundDocument> Order(IEnumerable<FoundDocument> found) => found.OrderByDescending(Score);

    private static double Score(FoundDocument found)
    {
        var title = PassageNumber.IsTitle(found.Passages[0]);
        return (title ? Title : 0) + Math.Log2(1 + found.Passages.Count - (title ? 1 : 0));
    }
}
