namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>Finds what is written twice in a row (重复字词): 资金资金, 乡乡人民政府, 。。.</summary>
internal static class Repetition
{
    private const int ShortestWord = 2;
    private const int LongestWord = 8;

    /// <summary>The first of the two occurrences, in order; what is found is not searched again.</summary>
    public static IEnumerable<Range> In(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var length = IsMark(text[at]) || IsPlaceBeforeGovernment(text, at) ? RepeatedAt(text, at, 1, 1) : RepeatedAt(text, at, ShortestWord, LongestWord);
            if (length == 0) continue;
            yield return at..(at + length);
            at += 2 * length - 1;
        }
    }

    private static int RepeatedAt(string text, int at, int shortest, int longest)
    {
        var rest = text.AsSpan(at);
        // A word comes again where its first character does: mostly nowhere near.
        if (!rest[1..Math.Min(rest.Length, longest + 1)].Contains(rest[0])) return 0;
        for (var length = shortest; length <= longest && 2 * length <= rest.Length; length++)
        {
            var word = rest[..length];
            if (rest[length..].StartsWith(word) && (length == 1 || IsChinese(word))) return length;
        }
        return 0;
    }

    /// <summary>A single character doubled is lawful as a rule (市市场监管局, 局局长), but not before 人民政府.</summary>
    private static bool IsPlaceBeforeGovernment(string text, int at) =>
        text[at] is '省' or '市' or '县' or '区' or '镇' or '乡' && text.AsSpan(Math.Min(at + 2, text.Length)).StartsWith("人民政府");

    private static bool IsMark(char letter) => letter is '，' or '。' or '、' or '；' or '：';

    private static bool IsChinese(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (letter is < '\u4e00' or > '\u9fff') return false;
        }
        return true;
    }
}
