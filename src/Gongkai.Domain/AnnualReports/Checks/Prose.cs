using System.Text;

namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>Chinese prose as the rules read it (正文): without layout, in paragraphs.</summary>
internal static class Prose
{
    private const string SentenceEnds = "。！？；;：:";

    /// <summary>The text without white space, with full-width letters and digits as ordinary ones.</summary>
    public static string Squeeze(string text)
    {
        // Most lines are squeezed as they stand.
        if (IsSqueezed(text)) return text;
        var squeezed = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!IsLayout(letter)) squeezed.Append(IsFullWidth(letter) ? (char)(letter - 0xfee0) : letter);
        }
        return squeezed.ToString();
    }

    /// <summary>
    /// The paragraphs of a section, squeezed. A line that breaks off in the middle of a sentence, as text out of a PDF does, is joined
    /// with the next one.
    /// </summary>
    public static IEnumerable<string> Paragraphs(ReportSection section)
    {
        var paragraph = new StringBuilder();
        foreach (var line in section.Text.Split('\n').Select(Squeeze).Where(line => line.Length > 0))
        {
            if (paragraph.Length > 0 && (SentenceEnds.Contains(paragraph[^1]) || OpensParagraph(line)))
            {
                yield return paragraph.ToString();
                paragraph.Clear();
            }
            paragraph.Append(line);
        }
        if (paragraph.Length > 0) yield return paragraph.ToString();
    }

    private static bool IsSqueezed(string text)
    {
        foreach (var letter in text)
        {
            if (letter is not (>= '\u4e00' and <= '\u9fff') && (IsLayout(letter) || IsFullWidth(letter))) return false;
        }
        return true;
    }

    private static bool IsLayout(char letter) => char.IsWhiteSpace(letter) || letter is '\u200b' or '\ufeff';

    private static bool IsFullWidth(char letter) => letter is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ';

    /// <summary>（一）, 一、, 1. and 一是 open a paragraph; a line that begins with anything else may go on from the one before.</summary>
    private static bool OpensParagraph(string line) =>
        line[0] is '（' or '(' || (line.Length > 1 && (char.IsAsciiDigit(line[0]) || ChineseNumeral.Letters.Contains(line[0])) && line[1] is '、' or '.' or '．' or '是');
}
