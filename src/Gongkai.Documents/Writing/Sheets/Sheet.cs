using System.Globalization;
using System.Xml.Linq;
using static Gongkai.Documents.Writing.Sheets.SheetXml;

namespace Gongkai.Documents.Writing.Sheets;

/// <summary>A worksheet being filled, row by row from above. Rows and columns count from 0.</summary>
/// <param name="name">Name on its tab.</param>
/// <param name="columnWidths">Widths of its columns, in characters.</param>
/// <param name="isDemo">True when the print-out says 演示数据 at its head.</param>
internal sealed class Sheet(string name, IReadOnlyList<double> columnWidths, bool isDemo)
{
    /// <summary>What a cell can hold; a longer text is carried on in the rows below.</summary>
    public const int LongestText = 32_767;

    /// <summary>A double, which is what a workbook stores, holds so many digits surely.</summary>
    private const int SureDigits = 15;

    private readonly SortedDictionary<int, (double Height, List<XElement> Cells)> _rows = [];
    private readonly List<string> _merges = [];

    public string Name => name;

    /// <summary>Rows and columns at the head that stay in sight, and are printed again on each page.</summary>
    public (int Rows, int Columns) Frozen { get; init; }

    /// <summary>True for a sheet that is printed on a page lying on its side.</summary>
    public bool Landscape { get; init; }

    /// <summary>True for a sheet that is shrunk to one page; others run on, at the width of a page.</summary>
    public bool OnePage { get; init; }

    /// <summary>The repeated rows and columns as a defined name holds them; empty when there are none.</summary>
    public string PrintTitles => string.Join(',', new[]
    {
        Frozen.Columns > 0 ? $"'{name}'!$A:${Column(Frozen.Columns - 1)}" : "",
        Frozen.Rows > 0 ? string.Create(CultureInfo.InvariantCulture, $"'{name}'!$1:${Frozen.Rows}") : "",
    }.Where(range => range.Length > 0));

    public double WidthOf(int column, int columns) => columnWidths.Skip(column).Take(columns).Sum();

    /// <summary>Opens a row of a height in points; rows are opened from above.</summary>
    public void Open(int row, double height) => _rows[row] = (height, []);

    /// <summary>Puts a text; it is stored as text whatever it begins with.</summary>
    public void Put(int row, int column, SheetStyle style, string text) => Put(row, Cell(row, column, style, text.Length == 0 ? null : new object[]
    {
        new XAttribute("t", "inlineStr"),
        Element("is", Element("t", new XAttribute(XNamespace.Xml + "space", "preserve"), text)),
    }));

    /// <summary>Puts a number; one that a workbook cannot hold exactly is put as text.</summary>
    public void Put(int row, int column, decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        if (text.Count(char.IsAsciiDigit) > SureDigits) Put(row, column, SheetStyle.Number, text);
        else Put(row, Cell(row, column, SheetStyle.Number, Element("v", text)));
    }

    /// <summary>Merges the cells of a rectangle; all of them carry the style, or the border has holes.</summary>
    public void Merge(int row, int column, int rows, int columns) =>
        _merges.Add($"{Address(row, column)}:{Address(row + rows - 1, column + columns - 1)}");

    public XElement Part() => Root(
        "worksheet",
        Element("sheetPr", Element("pageSetUpPr", new XAttribute("fitToPage", 1))),
        Element("sheetViews", Element("sheetView", new XAttribute("workbookViewId", 0), Pane())),
        Element("sheetFormatPr", new XAttribute("defaultRowHeight", 15)),
        Element("cols", columnWidths.Select((width, index) => Element(
            "col", new XAttribute("min", index + 1), new XAttribute("max", index + 1),
            new XAttribute("width", width), new XAttribute("customWidth", 1)))),
        Element("sheetData", _rows.Select(row => Element(
            "row", new XAttribute("r", row.Key + 1), new XAttribute("ht", row.Value.Height), new XAttribute("customHeight", 1), row.Value.Cells))),
        _merges.Count == 0 ? null : Element(
            "mergeCells", new XAttribute("count", _merges.Count), _merges.Select(range => Element("mergeCell", new XAttribute("ref", range)))),
        Element("printOptions", new XAttribute("horizontalCentered", 1)),
        Element(
            "pageMargins", new XAttribute("left", 0.6), new XAttribute("right", 0.6), new XAttribute("top", 0.8), new XAttribute("bottom", 0.8),
            new XAttribute("header", 0.4), new XAttribute("footer", 0.4)),
        Element(
            "pageSetup", new XAttribute("paperSize", 9), new XAttribute("orientation", Landscape ? "landscape" : "portrait"),
            new XAttribute("fitToWidth", 1), new XAttribute("fitToHeight", OnePage ? 1 : 0)),
        Element("headerFooter", isDemo ? Element("oddHeader", $"&C{DemoMark.Sentence}") : null, Element("oddFooter", "&C— &P —")));

    private void Put(int row, XElement cell) => _rows[row].Cells.Add(cell);

    private static XElement Cell(int row, int column, SheetStyle style, params object?[]? content) =>
        Element("c", new XAttribute("r", Address(row, column)), new XAttribute("s", (int)style), content);

    private XElement? Pane() => Frozen == default ? null : Element(
        "pane",
        Frozen.Columns > 0 ? new XAttribute("xSplit", Frozen.Columns) : null,
        Frozen.Rows > 0 ? new XAttribute("ySplit", Frozen.Rows) : null,
        new XAttribute("topLeftCell", Address(Frozen.Rows, Frozen.Columns)),
        new XAttribute("activePane", Frozen switch { (0, _) => "topRight", (_, 0) => "bottomLeft", _ => "bottomRight" }),
        new XAttribute("state", "frozen"));
}
