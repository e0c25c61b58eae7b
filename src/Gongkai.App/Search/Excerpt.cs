using System.Text;

namespace Gongkai.App.Search;

/// <summary>A piece of text, found or not (片段).</summary>
/// <param name="Text">The text.</param>
/// <param name="IsFound">True for what was looked for.</param>
public readonly record struct ExcerptPart(string Text, bool IsFound);

/// <summary>Shows where in a text something was found (命中片段).</summary>
internal static class Excerpt
{
    private const int Before = 24;
    private const int Length = 120;

    /// <summary>The whole text, with what was found marked.</summary>
    public static IReadOnlyList<ExcerptPart> Mark(string text, SearchQuery query) => Cut(text, 0, text.Length, Found(FoldedText.Of(text), query));

    /// <summary>The piece of a passage around the first thing found.</summary>
    public static IReadOnlyList<ExcerptPart> Around(string text, SearchQuery query)
    {
        var found = Found(FoldedText.Of(text), query);
        if (found is []) return [];
        var start = Whole(text, Math.Max(0, found[0].Start - Before));
        var end = Whole(text, Math.Min(text.Length, Math.Max(start + Length, found[0].End)));
        var parts = Cut(text, start, end, [.. found.Where(place => place.Start >= start && place.End <= end)]);
        return [.. start > 0 ? [new ExcerptPart("…", false)] : Array.Empty<ExcerptPart>(), .. parts, .. end < text.Length ? [new ExcerptPart("…", false)] : Array.Empty<ExcerptPart>()];
    }

    private static List<(int Start, int End)> Found(FoldedText text, SearchQuery query)
    {
        List<(int Start, int End)> found = [];
        foreach (var phrase in query.Terms.SelectMany(term => term.Phrases))
            for (int from = 0, at; (at = text.Signs[from..].IndexOf(phrase)) >= 0; from += at + phrase.Length)
                found.Add(text.PlaceOf(from + at, from + at + phrase.Length));
        found.Sort();
        // What overlaps is one.
        List<(int Start, int End)> apart = [];
        foreach (var place in found)
            if (apart is [.., var last] && place.Start < last.End) apart[^1] = (last.Start, Math.Max(last.End, place.End));
            else apart.Add(place);
        return apart;
    }

    private static List<ExcerptPart> Cut(string text, int start, int end, List<(int Start, int End)> found)
    {
        List<ExcerptPart> parts = [];
        foreach (var place in found)
        {
            if (place.Start > start) parts.Add(new ExcerptPart(text[start..place.Start], false));
            parts.Add(new ExcerptPart(text[place.Start..place.End], true));
            start = place.End;
        }
        if (end > start) parts.Add(new ExcerptPart(text[start..end], false));
        return parts;
    }

    // Never between the two halves of one sign.
    private static int Whole(string text, int place) => place > 0 && place < text.Length && char.IsLowSurrogate(text[place]) ? place - 1 : place;
}
