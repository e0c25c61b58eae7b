using System.Xml.Linq;
using static Gongkai.Documents.Writing.Sheets.SheetXml;

namespace Gongkai.Documents.Writing.Sheets;

/// <summary>How a cell looks. The value is its index among the cell formats of the styles part.</summary>
internal enum SheetStyle
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>标题.</summary>
    Title,

    /// <summary>列标题.</summary>
    ColumnHeading,

    /// <summary>行标题.</summary>
    RowHeading,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Words in a number's place.</summary>
    Words,

    /// <summary>Running text.</summary>
    Text,

    /// <summary>演示数据.</summary>
    Demo,
}

/// <summary>The styles part (单元格格式).</summary>
internal static class SheetStyles
{
    private static readonly string[] Sides = ["left", "right", "top", "bottom", "diagonal"];

    private const string Centre = "center";
    private const string Left = "left";

    public static XElement Part() => Root(
        "styleSheet",
        Counted("fonts", Font(11), Font(14, bold: true), Font(11, colour: "FFA8322A")),
        Counted("fills", Fill("none"), Fill("gray125"), Fill("solid", "FFF1F4F6")),
        Counted("borders", Border(null), Border("thin")),
        Counted("cellStyleXfs", Element("xf", Id("numFmtId", 0), Id("fontId", 0), Id("fillId", 0), Id("borderId", 0))),
        // In the order of SheetStyle.
        Counted(
            "cellXfs",
            Format(),
            Format(font: 1, horizontal: Centre),
            Format(fill: 2, border: 1, horizontal: Centre),
            Format(border: 1, horizontal: Left),
            Format(border: 1, horizontal: "right", wrap: false),
            Format(border: 1, horizontal: Centre, isText: true),
            Format(horizontal: Left, isText: true),
            Format(font: 2, horizontal: Left)),
        Counted("cellStyles", Element("cellStyle", new XAttribute("name", "常规"), Id("xfId", 0), Id("builtinId", 0))));

    private static XElement Format(
        int font = 0, int fill = 0, int border = 0, string? horizontal = null, bool wrap = true, bool isText = false) => Element(
        "xf",
        // 49 is the format "text", so that what is typed over stays text too.
        Id("numFmtId", isText ? 49 : 0), Id("fontId", font), Id("fillId", fill), Id("borderId", border), Id("xfId", 0),
        isText ? new[] { Id("quotePrefix", 1), Id("applyNumberFormat", 1) } : null,
        Id("applyFont", 1), Id("applyFill", 1), Id("applyBorder", 1), Id("applyAlignment", 1),
        Element(
            "alignment",
            horizontal is null ? null : new XAttribute("horizontal", horizontal),
            new XAttribute("vertical", Centre),
            wrap ? Id("wrapText", 1) : null));

    private static XElement Font(int size, bool bold = false, string? colour = null) => Element(
        "font",
        bold ? Element("b") : null,
        Element("sz", new XAttribute("val", size)),
        colour is null ? null : Element("color", new XAttribute("rgb", colour)),
        Element("name", new XAttribute("val", "宋体")),
        Element("family", Id("val", 3)),
        Element("charset", Id("val", 134)));

    private static XElement Fill(string pattern, string? colour = null) => Element("fill", Element(
        "patternFill", new XAttribute("patternType", pattern), colour is null ? null : Element("fgColor", new XAttribute("rgb", colour))));

    private static XElement Border(string? style) => Element(
        "border", Sides.Select(side => Element(
            side, style is null || side == "diagonal" ? null : new XAttribute("style", style))));

    private static XElement Counted(string name, params XElement[] items) => Element(name, Id("count", items.Length), items);

    private static XAttribute Id(string name, int value) => new(name, value);
}
