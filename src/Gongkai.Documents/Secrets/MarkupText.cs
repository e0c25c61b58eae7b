using System.Net;
using System.Text.RegularExpressions;

namespace Gongkai.Documents.Secrets;

/// <summary>What a page or an XML file says: tags taken out, with a line's end where a block ends. Plain text passes through.</summary>
internal static partial class MarkupText
{
    public static string Of(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith("<")) return text;
        // Attributes that people read, then the text between the tags; comments, too, may hold what somebody meant to hide.
        var attributes = string.Join('\n', Attribute().Matches(text).Select(match => match.Groups[1].Value));
        var lines = InlineTag().Replace(Script().Replace(text, "\n"), "");
        return WebUtility.HtmlDecode(AnyTag().Replace(lines, "\n") + '\n' + attributes);
    }

    [GeneratedRegex("(?:content|title|alt|value|placeholder|string|descr)\\s*=\\s*[\"']([^\"'<>]{2,500})[\"']", RegexOptions.IgnoreCase)]
    private static partial Regex Attribute();

    [GeneratedRegex("<(script|style)\\b.*?(?:</\\1\\s*>|\\z)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("</?(?:span|b|i|u|em|strong|font|a|small|big|sup|sub|ins|del|mark|w:t|w:r|o:p)\\b[^<>]{0,4000}>", RegexOptions.IgnoreCase)]
    private static partial Regex InlineTag();

    [GeneratedRegex("<!--|-->|<[^<>]{0,20000}>")]
    private static partial Regex AnyTag();
}
