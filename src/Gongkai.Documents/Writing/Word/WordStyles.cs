using System.Xml.Linq;
using static Gongkai.Documents.Writing.Word.WordXml;

namespace Gongkai.Documents.Writing.Word;

/// <summary>Styles and settings: GB/T 9704-2012 §7, 三号仿宋, 22 lines of 28 characters on a page.</summary>
internal static class WordStyles
{
    public const string Title = "Title";
    public const string Heading = "Heading1";
    public const string Body = "BodyText";
    public const string Lead = "Lead";
    public const string Signature = "Signature";
    public const string Gap = "TableGap";
    public const string Table = "TableText";
    public const string SmallTable = "TableTextSmall";
    public const string PageNumber = "Footer";
    public const string DemoMark = "Header";

    /// <summary>三号, in points.</summary>
    public const double BodySize = 16;

    /// <summary>Distance from line to line: 22 of them fill the 225 mm of the type area.</summary>
    public static readonly int Line = Twips(225) / 22;

    /// <summary>
    /// 28 characters of 三号 are 158 mm: each gives up a quarter of a point. Not by the page's character grid, which LibreOffice stretches.
    /// </summary>
    private static readonly int Tighter = OfPoints(-0.25);

    /// <summary>五号, in half points, for the table of section two.</summary>
    public const int TableSize = 21;

    /// <summary>小五, in half points, for the wide tables.</summary>
    public const int SmallTableSize = 18;

    private static readonly int TwoCharacters = OfPoints(2 * BodySize);

    public static XElement Styles() => Root(
        "styles",
        Element(
            "docDefaults",
            Element("rPrDefault", Element(
                "rPr", WordFonts.Face(WordFonts.Body), Size(32),
                Element("lang", Attribute("val", "en-US"), Attribute("eastAsia", "zh-CN"), Attribute("bidi", "ar-SA")))),
            Element("pPrDefault")),
        ParagraphStyle("Normal", "Normal", null, [], [], isDefault: true),
        ParagraphStyle(Title, "Title", null,
            [Exactly(OfPoints(35), after: Line), Value("jc", "center")],
            [WordFonts.Face(WordFonts.Title), .. Size(44)]),
        ParagraphStyle(Heading, "heading 1", Body,
            [Element("keepNext"), Value("outlineLvl", 0)],
            [WordFonts.Face(WordFonts.Heading)]),
        ParagraphStyle(Body, "Body Text", "Normal", [Exactly(Line), FirstLineOfTwoCharacters(), Value("jc", "both")], [Value("spacing", Tighter)]),
        Element("style", Attribute("type", "character"), Attribute("customStyle", 1), Attribute("styleId", Lead),
            Value("name", "二级标题"), Value("uiPriority", 1), Element("qFormat"), Element("rPr", WordFonts.Face(WordFonts.Lead))),
        ParagraphStyle(Signature, "Signature", "Normal",
            [Exactly(Line), Element("ind", Attribute("rightChars", 400), Attribute("right", OfPoints(4 * BodySize))), Value("jc", "right")], []),
        ParagraphStyle(Gap, "表格间隔", "Normal", [Element("keepNext"), Value("snapToGrid", 0), Exactly(OfPoints(6))], [], custom: true),
        ParagraphStyle(Table, "表格文字", "Normal",
            [Value("snapToGrid", 0), Exactly(OfPoints(15)), Value("jc", "center")], [.. Size(TableSize)], custom: true),
        ParagraphStyle(SmallTable, "表格小字", Table, [Exactly(OfPoints(11.5))], [.. Size(SmallTableSize)], custom: true),
        ParagraphStyle(PageNumber, "footer", "Normal",
            [Value("snapToGrid", 0)], [WordFonts.Face(WordFonts.PageNumber, WordFonts.PageNumber), .. Size(28)]),
        ParagraphStyle(DemoMark, "header", "Normal",
            [Value("snapToGrid", 0), Value("jc", "center")], [WordFonts.Face(WordFonts.Heading), Value("color", "A8322A"), .. Size(21)]));

    public static XElement Settings() => Root(
        "settings",
        Element("zoom", Attribute("percent", 100)),
        Value("defaultTabStop", 420),
        Element("evenAndOddHeaders"),
        Value("characterSpacingControl", "compressPunctuation"),
        Element("compat", Element(
            "compatSetting",
            Attribute("name", "compatibilityMode"), Attribute("uri", "http://schemas.microsoft.com/office/word"), Attribute("val", 15))),
        Element("themeFontLang", Attribute("val", "en-US"), Attribute("eastAsia", "zh-CN")));

    private static XElement ParagraphStyle(
        string id, string name, string? basedOn, XElement[] paragraph, XElement[] run, bool isDefault = false, bool custom = false) => Element(
        "style",
        Attribute("type", "paragraph"),
        isDefault ? Attribute("default", 1) : null,
        custom ? Attribute("customStyle", 1) : null,
        Attribute("styleId", id),
        Value("name", name),
        basedOn is null ? null : Value("basedOn", basedOn),
        Element("qFormat"),
        paragraph.Length == 0 ? null : Element("pPr", paragraph),
        run.Length == 0 ? null : Element("rPr", run));

    // LibreOffice reads only the measure in twips, Word prefers the one in characters: both are given.
    private static XElement FirstLineOfTwoCharacters() => Element("ind", Attribute("firstLineChars", 200), Attribute("firstLine", TwoCharacters));

    private static XElement Exactly(int twips, int after = 0) => Element(
        "spacing", Attribute("before", 0), Attribute("after", after), Attribute("line", twips), Attribute("lineRule", "exact"));

    private static XElement[] Size(int halfPoints) => [Value("sz", halfPoints), Value("szCs", halfPoints)];
}
