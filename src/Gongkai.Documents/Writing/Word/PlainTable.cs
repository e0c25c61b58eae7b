using System.Xml.Linq;
using static Gongkai.Documents.Writing.Word.WordXml;

namespace Gongkai.Documents.Writing.Word;

/// <summary>A table of text in fixed widths, as forms of an office have it: rows stay whole at a page break.</summary>
internal static class PlainTable
{
    /// <summary>The table.</summary>
    /// <param name="borders">False for a table that only arranges.</param>
    /// <param name="widths">Width of each column in millimetres.</param>
    /// <param name="rows">Rows of cells of paragraphs.</param>
    /// <param name="headRows">How many rows come again on every page.</param>
    public static XElement Of(bool borders, double[] widths, IEnumerable<XElement[][]> rows, int headRows = 0) => Element(
        "tbl",
        Element(
            "tblPr",
            Element("tblW", Attribute("w", widths.Sum(Twips)), Attribute("type", "dxa")),
            borders
                ? Element("tblBorders", Sides.Select(side => Element(
                    side, Attribute("val", "single"), Attribute("sz", 4), Attribute("space", 0), Attribute("color", "000000"))))
                : null,
            Element("tblLayout", Attribute("type", "fixed")),
            borders ? Element("tblCellMar", Margin("top", 0.8), Margin("left", 1.9), Margin("bottom", 0.8), Margin("right", 1.9)) : null),
        Element("tblGrid", widths.Select(width => Element("gridCol", Attribute("w", Twips(width))))),
        rows.Select((cells, row) => Element(
            "tr", Element("trPr", Element("cantSplit"), row < headRows ? Element("tblHeader") : null),
            cells.Select((content, column) => Element(
                "tc", Element("tcPr", Element("tcW", Attribute("w", Twips(widths[column])), Attribute("type", "dxa"))), content)))));

    /// <summary>A paragraph of a cell, at the left.</summary>
    public static XElement Left(string text, bool small = false) => Element(
        "p", Element("pPr", Value("pStyle", small ? WordStyles.SmallTable : WordStyles.Table), Value("jc", "left")), Run(text));

    private static XElement Margin(string side, double millimetres) => Element(side, Attribute("w", Twips(millimetres)), Attribute("type", "dxa"));

    private static readonly string[] Sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
}
