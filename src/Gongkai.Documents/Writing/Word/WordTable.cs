using System.Xml.Linq;
using Gongkai.Domain.AnnualReports;
using static Gongkai.Documents.Writing.Word.WordXml;

namespace Gongkai.Documents.Writing.Word;

/// <summary>A table of fixed widths with true merged cells; rows stay whole at a page break and the heading rows come again.</summary>
internal sealed class WordTable
{
    private const double CellMargin = 0.7;
    private const double BorderAllowance = 0.4;

    private readonly PrintedTable _table;
    private readonly IReadOnlyList<double> _widths;
    private readonly bool _wide;
    private readonly int _numberSize;

    private WordTable(PrintedTable table)
    {
        _table = table;
        _widths = ColumnWidths.Of(table.Form);
        _wide = table.Columns > 5;
        _numberSize = NumberSize();
    }

    public static XElement Of(PrintedTable table) => new WordTable(table).Write();

    private XElement Write() => Element(
        "tbl",
        Element(
            "tblPr",
            Element("tblW", Attribute("w", _widths.Sum(Twips)), Attribute("type", "dxa")),
            Value("jc", "center"),
            Element("tblBorders", Sides.Select(side => Element(
                side, Attribute("val", "single"), Attribute("sz", 4), Attribute("space", 0), Attribute("color", "000000")))),
            Element("tblLayout", Attribute("type", "fixed")),
            Element("tblCellMar", Margin("top"), Margin("left"), Margin("bottom"), Margin("right")),
            Value("tblCaption", _table.Caption)),
        Element("tblGrid", _widths.Select(width => Element("gridCol", Attribute("w", Twips(width))))),
        Enumerable.Range(0, _table.Rows).Select(Row));

    private XElement Row(int row) => Element(
        "tr",
        Element(
            "trPr",
            Element("cantSplit"),
            Element("trHeight", Attribute("val", Twips(_wide ? 6.2 : 8)), Attribute("hRule", "atLeast")),
            row < _table.HeadRows ? Element("tblHeader") : null),
        CellsAcross(row).Select(cell => Cell(cell, row)));

    // Every row lists the cells that cross it from above too: that is what vMerge is.
    private IEnumerable<PrintedCell> CellsAcross(int row)
    {
        for (var column = 0; column < _table.Columns; column += _table[row, column].ColumnSpan) yield return _table[row, column];
    }

    private XElement Cell(PrintedCell cell, int row) => Element(
        "tc",
        Element(
            "tcPr",
            Element("tcW", Attribute("w", WidthOf(cell)), Attribute("type", "dxa")),
            cell.ColumnSpan > 1 ? Value("gridSpan", cell.ColumnSpan) : null,
            cell.RowSpan > 1 ? cell.Row == row ? Value("vMerge", "restart") : Element("vMerge") : null,
            Value("vAlign", "center")),
        Element(
            "p",
            Element(
                "pPr",
                Value("pStyle", _wide ? WordStyles.SmallTable : WordStyles.Table),
                KeepsNext(row) ? Element("keepNext") : null,
                cell.Heads == FormHeading.Row && _wide ? Value("jc", "left") : null),
            cell.Row != row || cell.Text.Length == 0 ? null : Run(cell.Text, halfPoints: cell.Key is null || _numberSize == Size ? null : _numberSize)));

    private int WidthOf(PrintedCell cell) => _widths.Skip(cell.Column).Take(cell.ColumnSpan).Sum(Twips);

    // A block that fits on a page is not cut: the labels of merged rows would be.
    private bool KeepsNext(int row) => _table.Blocks.All(block => row != block.Row + block.Rows - 1);

    private int Size => _wide ? WordStyles.SmallTableSize : WordStyles.TableSize;

    /// <summary>A number is never broken over two lines: the longest decides the size of all, in half points.</summary>
    private int NumberSize()
    {
        const int smallest = 6;
        var fitting = _table.Cells
            .Where(cell => cell.Key is not null && cell.Text.Length > 0)
            .Select(cell => (int)(2 * (_widths.Of(cell) - 2 * CellMargin - BorderAllowance) / 25.4 * 72 / ColumnWidths.EmOf(cell.Text)))
            .Append(Size)
            .Min();
        return Math.Max(fitting, smallest);
    }

    private static readonly string[] Sides = ["top", "left", "bottom", "right", "insideH", "insideV"];

    private static XElement Margin(string side) => Element(side, Attribute("w", Twips(CellMargin)), Attribute("type", "dxa"));
}
