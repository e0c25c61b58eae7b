using System.Text;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Reading.Recognition;

/// <summary>Gathers running text under the six headings; what stands before the first is number 0.</summary>
internal sealed class Outline
{
    private const int MaxHeading = 60;
    private const string Numerals = "一二三四五六七八九十";

    private readonly List<(int Number, string Title, StringBuilder Text)> _sections = [(0, "", new StringBuilder())];

    /// <summary>The section that is open.</summary>
    public int Current => _sections[^1].Number;

    /// <summary>How many headings were found.</summary>
    public int Headings => _sections.Count - 1;

    /// <summary>Takes a paragraph; line breaks inside it separate lines.</summary>
    public void Add(string paragraph)
    {
        foreach (var line in paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var rest = line;
            if (Heading(line) is { } heading)
            {
                _sections.Add((heading.Number, heading.Title, new StringBuilder()));
                rest = heading.Text;
            }
            if (rest.Length > 0) _sections[^1].Text.Append(rest).Append('\n');
        }
    }

    /// <summary>The lines before section one.</summary>
    public IReadOnlyList<string> Preface => _sections[0].Text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The sections with what was gathered.</summary>
    /// <param name="title">The report's title, for what stands before section one.</param>
    public IReadOnlyList<ReportSection> Sections(string title) =>
    [
        .. _sections
            .Where(section => section.Number > 0 || section.Text.Length > 0)
            .Select(section => new ReportSection(section.Number, section.Number == 0 ? title : section.Title, section.Text.ToString().TrimEnd('\n'))),
    ];

    // A heading is its title, numbered or alone, or a numbered title with text run on. Its printed number counts, right or wrong.
    private static (int Number, string Title, string Text)? Heading(string line)
    {
        var text = line.TrimStart('#', '*', ' ', '\u3000', '\t');
        var start = NumberLength(text);
        var number = start > 0 ? Numerals.IndexOf(text[text[0] == '第' ? 1 : 0], StringComparison.Ordinal) + 1 : 0;
        var title = text[start..].Trim('*', ' ', '\u3000', '\t', ':', '：');
        // （一）主动公开情况 is a heading within section one.
        if (start == 0 && (title.Length == 0 || !CjkText.IsHan(title[0]))) return null;
        if (title.Length <= MaxHeading && LabelText.Of(title) is { EndsInNumber: false } label
            && (LabelBook.Sections.Exact(label.Han) ?? (start > 0 ? LabelBook.Sections.Nearest(label.Han) : null)) is { } exact)
        {
            return (number > 0 ? number : exact[0] - '0', title, "");
        }
        return start > 0 ? RunOn(number, text[start..]) : null;
    }

    private static (int Number, string Title, string Text)? RunOn(int number, string text)
    {
        for (var end = Math.Min(text.Length, MaxHeading); end >= 4; end--)
        {
            if (!CjkText.IsHan(text[end - 1]) && text[end - 1] is not ('）' or ')')) continue;
            if (LabelBook.Sections.Exact(LabelText.Of(text[..end]).Han) is null) continue;
            var rest = text[end..].TrimStart('：', ':', '。', ' ', '\u3000', '\t', '*');
            return (number, text[..end], rest);
        }
        return null;
    }

    /// <summary>Length of 一、 or 第一部分 at the start of a line, or 0.</summary>
    private static int NumberLength(string text)
    {
        if (text.Length < 4) return 0;
        var at = text[0] == '第' ? 1 : 0;
        if (!Numerals[..6].Contains(text[at], StringComparison.Ordinal)) return 0;
        var end = at + 1;
        if (at == 1) return text.AsSpan(end).StartsWith("部分") ? end + 2 + (text.Length > end + 2 && text[end + 2] is '：' or ':' or '、' ? 1 : 0) : 0;
        return text[end] is '、' or '.' or '．' or '，' or ',' or ' ' or '\u3000' ? end + 1 : 0;
    }
}
