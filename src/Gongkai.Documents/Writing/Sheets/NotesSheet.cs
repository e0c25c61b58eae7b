using System.Globalization;

namespace Gongkai.Documents.Writing.Sheets;

/// <summary>The sheet 说明: what the workbook is, what the words in place of numbers mean, and the text of the sections.</summary>
internal static class NotesSheet
{
    /// <summary>In characters: a page's width, since one column cannot be shrunk to it.</summary>
    private const double Width = 86;

    private const double LineHeight = 16;
    private const double HighestRow = 400;

    public static Sheet Of(ReportDocument document)
    {
        var sheet = new Sheet("说明", [Width], document.IsDemo);
        var row = 0;
        sheet.Open(row, 2 * LineHeight);
        sheet.Put(row++, 0, SheetStyle.Title, document.Title);
        if (document.IsDemo)
        {
            sheet.Open(row, LineHeight);
            sheet.Put(row++, 0, SheetStyle.Demo, DemoMark.Sentence);
        }
        foreach (var line in Facts(document).Concat(TextOf(document)).SelectMany(Pieces))
        {
            sheet.Open(row, Math.Min(HighestRow, LineHeight * Math.Max(1, Math.Ceiling(2 * ColumnWidths.EmOf(line) / (Width - 2)))));
            sheet.Put(row++, 0, SheetStyle.Text, line);
        }
        return sheet;
    }

    private static IEnumerable<string> Facts(ReportDocument document)
    {
        yield return $"报告机关：{document.Agency}";
        if (document.Report.Year is { } year) yield return string.Create(CultureInfo.InvariantCulture, $"报告年度：{year}年");
        if (document.SignedOn is { } day) yield return string.Create(CultureInfo.InvariantCulture, $"成文日期：{day.Year}年{day.Month}月{day.Day}日");
        yield return $"表格格式：{document.Form.Source}";
        yield return "格中文字：“未报”指既无登记、也无科室报数单；“未建账”指没有期初数；空白指原报告未填。三者都不是0。";
    }

    private static IEnumerable<string> TextOf(ReportDocument document) => ReportBlock.Of(document).SelectMany(block => block switch
    {
        ReportBlock.Heading heading => ["", heading.Text],
        ReportBlock.Paragraph paragraph => [paragraph.Lead + paragraph.Text],
        ReportBlock.Table table => new[] { $"（见{table.Printed.Form.ShortTitle}）" },
        _ => [],
    });

    // A cell is never cut in the middle of a surrogate pair.
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        while (text.Length - start > Sheet.LongestText)
        {
            var length = char.IsHighSurrogate(text[start + Sheet.LongestText - 1]) ? Sheet.LongestText - 1 : Sheet.LongestText;
            yield return text.Substring(start, length);
            start += length;
        }
        yield return text[start..];
    }
}
