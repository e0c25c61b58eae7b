using System.Text;

namespace Gongkai.Documents.Reading.Recognition;

/// <summary>Brings the many ways to write the same character together.</summary>
internal static class CjkText
{
    /// <summary>
    /// Full-width forms become ASCII, every space a space, radicals (⽂⾏⺠, from browser-made PDFs) and compatibility ideographs the
    /// plain character. Raised and circled digits stay: 22² must not become 222. Invisible characters yield <c>\0</c>.
    /// </summary>
    public static char Fold(char c) => c switch
    {
        < '\u0080' => c,
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' or '\u00A0' or '\u2002' or '\u2003' or '\u2009' or '\u202F' or '\u2007' or '\u2028' or '\u2029' or '\u0085' => ' ',
        '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F' => '\0',
        >= '\u2E80' and <= '\u2FDF' or >= '\uF900' and <= '\uFAFF' => Compatible(c),
        '﹒' or '．' => '.',
        '−' => '-',
        '〔' => '[',
        '〕' => ']',
        _ => c,
    };

    /// <summary>Folds a text and joins its white space, line breaks included, to single spaces.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var raw in text)
        {
            var c = Fold(raw);
            if (c == '\0') continue;
            if (!char.IsWhiteSpace(c)) folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
        if (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        return folded.ToString();
    }

    /// <summary>True for an ideograph.</summary>
    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    // The supplement block (⺠) has no compatibility mapping; these are the ones that PDFs of reports really show.
    private static char Compatible(char c)
    {
        const string from = "⺟⺠⻄⻅⻆⻋⻓⻔⻚⻛⻜⻢⻥⻩⺎⺝⺫⺮⺼⻬⻰⻳⺘⺡⺦⺨⺭";
        const string to = "母民西见角车长门页风飞马鱼黄兀月目竹肉齐龙龟扌氵丬犭礻";
        var index = from.IndexOf(c, StringComparison.Ordinal);
        if (index >= 0) return to[index];
        var plain = c.ToString().Normalize(NormalizationForm.FormKC);
        return plain.Length == 1 ? plain[0] : c;
    }
}
