using System.Xml.Linq;

namespace Gongkai.Documents.Writing.Word;

/// <summary>The vocabulary of WordprocessingML (ISO/IEC 29500-1 §17), with its units.</summary>
internal static class WordXml
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>The root of a part, with the prefixes it uses.</summary>
    public static XElement Root(string name, params object?[] content) => new(
        W + name, new XAttribute(XNamespace.Xmlns + "w", W), new XAttribute(XNamespace.Xmlns + "r", OfficePackage.Relations), content);

    public static XElement Element(string name, params object?[] content) => new(W + name, content);

    public static XAttribute Attribute(string name, object value) => new(W + name, value);

    /// <summary>An element that carries one value.</summary>
    public static XElement Value(string name, object value) => Element(name, Attribute("val", value));

    /// <summary>A run of text in one face.</summary>
    /// <param name="text">Legal text.</param>
    /// <param name="style">Character style, or null.</param>
    /// <param name="halfPoints">Type size in half points, or null for the paragraph's.</param>
    public static XElement Run(string text, string? style = null, int? halfPoints = null) => Element(
        "r",
        style is null && halfPoints is null ? null : Element(
            "rPr",
            style is null ? null : Value("rStyle", style),
            halfPoints is { } size ? new[] { Value("sz", size), Value("szCs", size) } : null),
        Element("t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    /// <summary>A paragraph in a style.</summary>
    public static XElement Paragraph(string style, params object?[] content) => Element("p", Element("pPr", Value("pStyle", style)), content);

    /// <summary>Keeps a paragraph on the page of the next one.</summary>
    public static XElement KeptWithNext(this XElement paragraph)
    {
        paragraph.Element(W + "pPr")!.Element(W + "pStyle")!.AddAfterSelf(Element("keepNext"));
        return paragraph;
    }

    /// <summary>Millimetres in twentieths of a point.</summary>
    public static int Twips(double millimetres) => (int)Math.Round(millimetres / 25.4 * 1440, MidpointRounding.AwayFromZero);

    /// <summary>Points in twentieths of a point.</summary>
    public static int OfPoints(double points) => (int)Math.Round(points * 20, MidpointRounding.AwayFromZero);

}
