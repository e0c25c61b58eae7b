namespace Gongkai.Documents.Reading.Html;

/// <summary>
/// Looks over the tags of a page before it is parsed. The parser spends more than the square of the nesting in time (100,000 nested
/// elements: over ten minutes) and, as the standard asks, re-opens every unclosed formatting element in every block (300 of them before
/// 20,000 paragraphs, half a megabyte: 2.8 GB). Real pages stay far below.
/// </summary>
internal static class HtmlGuard
{
    private const int MaxDepth = 1_000;
    private const int MaxTags = 500_000;
    private const long MaxReopened = 2_000_000;

    private static readonly HashSet<string> Formatting = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    };

    // These close by themselves or hold nothing, so counting them as open would accuse ordinary pages.
    private static readonly HashSet<string> Light = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "caption", "rt", "rp",
    };

    /// <summary>True when the page may be parsed.</summary>
    public static bool Allows(string html)
    {
        var formatting = Formatting.GetAlternateLookup<ReadOnlySpan<char>>();
        var light = Light.GetAlternateLookup<ReadOnlySpan<char>>();
        int depth = 0, tags = 0, open = 0, deepestOpen = 0;
        for (var i = html.IndexOf('<'); i >= 0 && i + 1 < html.Length; i = html.IndexOf('<', i + 1))
        {
            var closes = html[i + 1] == '/';
            var start = i + (closes ? 2 : 1);
            var end = start;
            while (end < html.Length && char.IsAsciiLetterOrDigit(html[end])) end++;
            if (end == start) continue;
            var name = html.AsSpan(start, end - start);
            if (++tags > MaxTags) return false;
            if (formatting.Contains(name))
            {
                open = Math.Max(0, open + (closes ? -1 : 1));
                deepestOpen = Math.Max(deepestOpen, open);
            }
            if (light.Contains(name)) continue;
            depth = Math.Max(0, depth + (closes ? -1 : 1));
            if (depth > MaxDepth) return false;
        }
        return (long)deepestOpen * tags <= MaxReopened;
    }
}
