using Gongkai.Documents.Data;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Checks;

namespace Gongkai.Commands.Reports;

/// <summary>An annual report as a person reads it on a terminal.</summary>
internal static class ReportText
{
    private const int LabelWidth = 44;
    private const int NumberWidth = 9;

    public static string Write(AnnualReport report)
    {
        var form = BuiltInForms.WithCode(report.Form);
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"{Title(report)}　格式：{form.Source}");
        foreach (var table in form.Tables) AppendTable(text, report, table);
        if (report.Sections.Count > 0) text.WriteLine("\n正文");
        foreach (var section in report.Sections) text.WriteLine($"  {(section.Number == 0 ? "前言" : section.Title)}（{section.Text.Length} 字）");
        text.WriteLine("\n空 = 印作空白或“/”；？ = 无法可靠读出；- = 未印");
        return text.ToString();
    }

    /// <summary>Whose report of which year.</summary>
    public static string Title(AnnualReport report) =>
        $"{report.Agency ?? "（未写明机关）"} {(report.Year is { } year ? $"{year} 年度" : "（未写明年度）")}";

    private static void AppendTable(TextWriter text, AnnualReport report, FormTable table)
    {
        text.WriteLine($"\n{table.ShortTitle}　{BuiltInForms.WithCode(report.Form).Sections[table.Section - 1].Title}");
        if (table.Id == "proactive")
        {
            foreach (var cell in table.Cells) text.WriteLine($"  {Label(cell.Label)}{Number(report, cell.Key, NumberWidth + 1)}");
            return;
        }
        IReadOnlyList<FormCellName> cells = table.Id == "requests" && report.HasSingleOtherRow ? WithSingleOtherRow(table.Cells) : table.Cells;
        var columns = table.Id == "requests" ? CellKey.RequestColumns.Count : CellKey.DisputeColumns.Count;
        text.Write("  " + Label(""));
        foreach (var cell in cells.Take(columns)) text.Write(TextWidth.PadLeft(Column(cell.Label), Width(cell)));
        text.WriteLine();
        foreach (var row in cells.Chunk(columns))
        {
            text.Write("  " + Label(row[0].Label[..^(Column(row[0].Label).Length + 3)]));
            foreach (var cell in row) text.Write(Number(report, cell.Key, Width(cell)));
            text.WriteLine();
        }
    }

    private static List<FormCellName> WithSingleOtherRow(IReadOnlyList<FormCellName> cells)
    {
        List<FormCellName> rows = [.. cells.Where(cell => !cell.Key.Row.StartsWith("other", StringComparison.Ordinal))];
        rows.InsertRange(
            rows.FindIndex(cell => cell.Key.Row == RequestRow.Closed),
            CellKey.RequestColumns.Select((column, index) => new FormCellName(CellKey.Request(RequestRow.OtherSingle, column), $"（六）其他处理 · {Column(cells[index].Label)}")));
        return rows;
    }

    private static string Column(string label) => label[(label.LastIndexOf('·') + 2)..];

    private static string Label(string label) => TextWidth.PadRight(TextWidth.Fit(label, LabelWidth), LabelWidth);

    private static int Width(FormCellName cell) => Math.Max(NumberWidth, TextWidth.Of(Column(cell.Label)) + 2);

    private static string Number(AnnualReport report, CellKey key, int width)
    {
        report.Cells.TryGetValue(key, out var cell);
        return TextWidth.PadLeft(cell?.State switch
        {
            CellState.Printed => cell.Value is { } value ? CheckedReport.Write(value) : cell.Printed ?? "",
            CellState.Blank => "空",
            CellState.Unreadable or CellState.Ambiguous => "？",
            CellState.NotReported => "未报",
            CellState.NotOpened => "未建账",
            _ => "-",
        }, width);
    }
}
