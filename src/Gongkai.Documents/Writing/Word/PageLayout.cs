using System.Xml.Linq;
using static Gongkai.Documents.Writing.Word.WordXml;

namespace Gongkai.Documents.Writing.Word;

/// <summary>The page of GB/T 9704-2012: A4, 天头 37 mm, 订口 28 mm, type area 156 × 225 mm, page numbers outside.</summary>
/// <param name="OddFooter">Relationship of the footer of odd pages.</param>
/// <param name="EvenFooter">That of even pages.</param>
/// <param name="OddHeader">Relationship of the demonstration mark, or null.</param>
/// <param name="EvenHeader">The same on even pages.</param>
internal sealed record PageLayout(string OddFooter, string EvenFooter, string? OddHeader, string? EvenHeader)
{
    private static readonly XNamespace Relations = OfficePackage.Relations;

    /// <summary>The section properties, last in the body.</summary>
    public XElement Section() => Element(
        "sectPr",
        Reference("header", "default", OddHeader),
        Reference("header", "even", EvenHeader),
        Reference("footer", "default", OddFooter),
        Reference("footer", "even", EvenFooter),
        Element("pgSz", Attribute("w", Twips(210)), Attribute("h", Twips(297))),
        Element(
            "pgMar", Attribute("top", Twips(37)), Attribute("right", Twips(26)), Attribute("bottom", Twips(35)), Attribute("left", Twips(28)),
            Attribute("header", Twips(22)), Attribute("footer", Twips(23)), Attribute("gutter", 0)),
        Element("docGrid", Attribute("type", "lines"), Attribute("linePitch", WordStyles.Line)));

    /// <summary>— 1 —, one character in from the outer edge.</summary>
    public static XElement Footer(bool odd) => Root("ftr", Element(
        "p",
        Element(
            "pPr",
            Value("pStyle", WordStyles.PageNumber),
            Element("ind", Attribute(odd ? "rightChars" : "leftChars", 100), Attribute(odd ? "right" : "left", OfPoints(14))),
            Value("jc", odd ? "right" : "left")),
        Run("— "),
        Element("fldSimple", Attribute("instr", " PAGE "), Run("1")),
        Run(" —")));

    /// <summary>演示数据 at the head of a page.</summary>
    public static XElement DemoHeader() => Root("hdr", Paragraph(WordStyles.DemoMark, Run(DemoMark.Sentence)));

    private static XElement? Reference(string kind, string pages, string? id) => id is null
        ? null
        : Element($"{kind}Reference", Attribute("type", pages), new XAttribute(Relations + "id", id));
}
