using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gongkai.Documents.Tests.Writing;

/// <summary>Reads printed tables into grids: every place holds the text of the cell that covers it.</summary>
internal static class PrintedGrid
{
    /// <summary>Reads the tables of an HTML text, spans laid out as a browser does.</summary>
    public static IReadOnlyList<string[][]> OfHtml(string html) =>
        [.. new HtmlParser().ParseDocument(html).QuerySelectorAll("table").Cast<IHtmlTableElement>().Select(Of)];

    private static string[][] Of(IHtmlTableElement table)
    {
        var rows = table.Rows.ToList();
        var columns = rows[0].Cells.Sum(cell => cell.ColumnSpan);
        var grid = rows.Select(_ => new string?[columns]).ToArray();
        foreach (var (y, row) in rows.Index())
        {
            foreach (var cell in row.Cells)
            {
                var x = Array.IndexOf(grid[y], null);
                for (var i = y; i < y + cell.RowSpan; i++) Array.Fill(grid[i], Squeeze(cell.TextContent), x, cell.ColumnSpan);
            }
        }
        return grid!;
    }

    /// <summary>Reads the tables of a flat OpenDocument text, which names spans and the places they cover.</summary>
    public static IReadOnlyList<string[][]> OfOpenDocument(string xml)
    {
        XNamespace ns = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
        return [.. XDocument.Parse(xml).Descendants(ns + "table").Select(table => Of(table, ns))];
    }

    private static string[][] Of(XElement table, XNamespace ns)
    {
        var rows = table.Descendants(ns + "table-row").ToList();
        var columns = rows[0].Elements().Count();
        var grid = rows.Select(_ => new string?[columns]).ToArray();
        int Span(XElement cell, string direction) => (int?)cell.Attribute(ns + $"number-{direction}-spanned") ?? 1;
        foreach (var (y, row) in rows.Index())
        {
            foreach (var (x, cell) in row.Elements().Index().Where(place => place.Item.Name.LocalName == "table-cell"))
            {
                for (var i = y; i < y + Span(cell, "rows"); i++) Array.Fill(grid[i], Squeeze(cell.Value), x, Span(cell, "columns"));
            }
        }
        return grid!;
    }

    private static string Squeeze(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
