using Gongkai.Documents.Data;
using Gongkai.Documents.Writing;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Tests.Writing;

/// <summary>Made-up reports to write. Each number differs from every other, so that one in the wrong place is seen.</summary>
internal static class SampleReport
{
    public const string Agency = "示范区应急管理局";

    public static TheoryData<string> Forms => [.. BuiltInForms.All.Select(form => form.Code)];

    public static ReportForm Form(string code) => BuiltInForms.WithCode(code);

    /// <summary>Numbers from a first one up, in printed order.</summary>
    public static AnnualReport Numbered(ReportForm form, decimal first = 10_001) =>
        Of(form, (key, index) => ReportCell.OfNumber(key, first + index));

    public static AnnualReport InState(ReportForm form, CellState state) => Of(form, (key, _) => ReportCell.Without(key, state));

    public static AnnualReport Of(ReportForm form, Func<CellKey, int, ReportCell> cell) =>
        new(Agency, 2025, form.Code, form.Cells.Select(cell).ToDictionary(made => made.Key), [.. form.Sections.Select(Text)]);

    public static AnnualReport With(this AnnualReport report, int section, string text) => report with
    {
        Sections = [.. report.Sections.Select(old => old.Number == section ? old with { Text = text } : old)],
    };

    public static ReportDocument Document(this AnnualReport report) => new(report, Form(report.Form)) { SignedOn = new DateOnly(2026, 1, 20) };

    /// <summary>What the grid of a table must print, every covered place with the text of the cell that covers it.</summary>
    public static string[][] Expected(FormTable table, AnnualReport report)
    {
        var grid = Enumerable.Range(0, table.Rows.Count).Select(_ => new string?[table.Columns]).ToArray();
        for (var row = 0; row < table.Rows.Count; row++)
        {
            foreach (var cell in table.Rows[row])
            {
                var column = Array.IndexOf(grid[row], null);
                var text = cell.Key is { } key ? report.Cells[key].Printed ?? "" : cell.Label;
                for (var y = row; y < row + cell.RowSpan; y++) Array.Fill(grid[y], text, column, cell.ColumnSpan);
            }
        }
        return grid!;
    }

    private static ReportSection Text(FormSection section) => new(section.Number, section.Title, section.Number is 1 or 5 or 6
        ? $"（一）{section.Title}。本机关按照条例做好第{section.Number}部分工作。\n1.公开内容逐步充实，渠道逐步拓宽。\n（二）其他情况\n无。"
        : "");
}
