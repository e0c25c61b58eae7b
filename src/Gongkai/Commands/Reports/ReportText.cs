using System.Text;
using Gongkai.Documents.Data;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Checks;

namespace Gongkai.Commands.Reports;

/// <summary>An annual report as a person reads it on a terminal.</summary>
internal static class ReportText
{
    private const int LabelWidth = 44;
    private const int NumberWidth = 10;

    public static string Write(AnnualReport report)
    {
        var form = BuiltInForms.WithCode(report.Form);
        var text = new StringBuilder();
        text.AppendLine($"{Title(report)}　格式：{form.Source}");
        foreach (var table in form.Tables) AppendTable(text, report, table);
        if (report.Sections.Count > 0) text.AppendLine().AppendLine("正文");
        foreach (var section in report.Sections) text.AppendLine($"  {(section.Number == 0 ? "前言" : section.Title)}（{section.Text.Length} 字）");
        text.AppendLine().AppendLine("空 = 印作空白或“/”；？ = 无法可靠读出；- = 未印");
        return text.ToString();
    }

    /// <summary>Whose report of which year.</summary>
    public static string Title(AnnualReport report) =>
        $"{report.Agency ?? "（未写明机关）"} {(report.Year is { } year ? $"{year} 年度" : "（未写明年度）")}";

    private static void AppendTable(StringBuilder text, AnnualReport report, FormTable table)
    {
        text.AppendLine().AppendLine($"{table.ShortTitle}　{BuiltInForms.WithCode(report.Form).Sections[table.Section - 1].Title}");
        if (table.Id == "proactive")
        {
            foreach (var cell in table.Cells) text.AppendLine($"  {Label(cell.Label)}{Number(report, cell.Key)}");
            return;
        }
        IReadOnlyList<FormCellName> cells = table.Id == "requests" && report.HasSingleOtherRow ? WithSingleOtherRow(table.Cells) : table.Cells;
        var columns = table.Id == "requests" ? CellKey.RequestColumns.Count : CellKey.DisputeColumns.Count;
        text.Append("  ").Append(Label(""));
        foreach (var cell in cells.Take(columns)) text.Append(TextWidth.PadLeft(TextWidth.Fit(Column(cell.Label), NumberWidth - 1), NumberWidth));
        text.AppendLine();
        foreach (var row in cells.Chunk(columns))
        {
            text.Append("  ").Append(Label(row[0].Label[..^(Column(row[0].Label).Length + 3)]));
            foreach (var cell in row) text.Append(Number(report, cell.Key));
            text.AppendLine();
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

    private static string Number(AnnualReport report, CellKey key)
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
        }, NumberWidth);
    }
}
