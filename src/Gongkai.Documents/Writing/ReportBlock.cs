using System.Globalization;

namespace Gongkai.Documents.Writing;

/// <summary>The report from top to bottom. Each writer dresses the same blocks in its own format.</summary>
internal abstract record ReportBlock
{
    /// <summary>标题, one line or two.</summary>
    public sealed record Title(IReadOnlyList<string> Lines) : ReportBlock;

    /// <summary>一级标题: 一、总体情况.</summary>
    public sealed record Heading(string Text) : ReportBlock;

    /// <summary>A paragraph (段落); the lead is a 二级标题 at its beginning, often empty.</summary>
    public sealed record Paragraph(string Lead, string Text) : ReportBlock;

    /// <summary>One of the three tables.</summary>
    public sealed record Table(PrintedTable Printed) : ReportBlock;

    /// <summary>落款: who signs, and the day.</summary>
    public sealed record Signature(string Agency, string Day) : ReportBlock;

    /// <summary>The blocks of a report in order.</summary>
    public static IEnumerable<ReportBlock> Of(ReportDocument document)
    {
        yield return new Title(document.TitleLines);
        foreach (var paragraph in TextOf(0)) yield return paragraph;
        var tables = document.Tables.ToLookup(table => table.Form.Section);
        foreach (var section in document.Form.Sections)
        {
            yield return new Heading($"{ReportDocument.NumeralOf(section.Number)}、{section.Title}");
            foreach (var paragraph in TextOf(section.Number)) yield return paragraph;
            foreach (var table in tables[section.Number]) yield return new Table(table);
        }
        if (document.SignedOn is { } day)
            yield return new Signature(document.Agency, string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日"));

        IEnumerable<ReportBlock> TextOf(int number) => document.Report.Sections
            .Where(section => section.Number == number)
            .SelectMany(section => LegalText.Paragraphs(section.Text))
            .Select(SplitLead);
    }

    /// <summary>GB/T 9704 sets 二级标题 in its own face; in running text it is the first sentence after （一）.</summary>
    private static Paragraph SplitLead(string text)
    {
        const int longestLead = 40;
        var close = text.IndexOf('）', StringComparison.Ordinal);
        if (text[0] != '（' || close is < 2 or > 4 || !text[1..close].All(numeral => "一二三四五六七八九十".Contains(numeral, StringComparison.Ordinal)))
            return new Paragraph("", text);
        var end = text.IndexOf('。', StringComparison.Ordinal) + 1;
        if (end == 0) end = text.Length;
        return end <= longestLead ? new Paragraph(text[..end], text[end..]) : new Paragraph("", text);
    }
}
