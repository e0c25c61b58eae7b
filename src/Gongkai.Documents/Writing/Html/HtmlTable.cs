using System.Globalization;
using System.Xml.Linq;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Writing.Html;

/// <summary>
/// A table with caption, scopes and, for each number, the ids of the cells that head it: without them a screen reader loses merged heads.
/// </summary>
internal static class HtmlTable
{
    public static XElement Of(PrintedTable table, HtmlDress dress) => new(
        "table",
        dress.Of(HtmlPart.Table),
        // The oldest editors know only these; browsers let the style win.
        dress.IsStandAlone ? null : new[] { new XAttribute("border", 1), new XAttribute("cellspacing", 0), new XAttribute("width", "100%") },
        dress.IsStandAlone ? new XElement("caption", table.Caption) : null,
        table.HeadRows > 0
            ? new[] { Group("thead", table, 0, table.HeadRows, dress), Group("tbody", table, table.HeadRows, table.Rows, dress) }
            : table.Blocks.Select(block => Group("tbody", table, block.Row, block.Row + block.Rows, dress)));

    private static XElement Group(string tag, PrintedTable table, int first, int end, HtmlDress dress) => new(
        tag,
        Enumerable.Range(first, end - first)
            .Select(row => new XElement("tr", table.StartingIn(row).Select(cell => Cell(table, cell, dress)))));

    private static XElement Cell(PrintedTable table, PrintedCell cell, HtmlDress dress) => new(
        cell.Key is null ? "th" : "td",
        dress.IsStandAlone ? Links(table, cell) : null,
        cell.Heads switch
        {
            FormHeading.Column => new XAttribute("scope", cell.ColumnSpan > 1 ? "colgroup" : "col"),
            FormHeading.Row => new XAttribute("scope", cell.RowSpan > 1 ? "rowgroup" : "row"),
            _ => null,
        },
        cell.ColumnSpan > 1 ? new XAttribute("colspan", cell.ColumnSpan) : null,
        cell.RowSpan > 1 ? new XAttribute("rowspan", cell.RowSpan) : null,
        dress.Of(cell),
        cell.Text);

    private static XAttribute Links(PrintedTable table, PrintedCell cell) => cell.Key is null
        ? new XAttribute("id", IdOf(table, cell))
        : new XAttribute("headers", string.Join(' ', table.HeadersOf(cell).Select(header => IdOf(table, header))));

    private static string IdOf(PrintedTable table, PrintedCell cell) =>
        string.Create(CultureInfo.InvariantCulture, $"{table.Form.Id}-r{cell.Row + 1}c{cell.Column + 1}");
}
