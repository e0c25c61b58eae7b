using System.Xml.Linq;
using static Gongkai.Documents.Writing.Word.WordXml;

namespace Gongkai.Documents.Writing.Word;

/// <summary>A square picture that stands in a line of text (ISO/IEC 29500-1 §20.4).</summary>
internal static class WordPicture
{
    private const int UnitsPerMillimetre = 36_000;

    private static readonly XNamespace Placing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private static readonly XNamespace Relations = OfficePackage.Relations;

    /// <summary>The drawing element of a run.</summary>
    /// <param name="relation">Relationship of the picture's part.</param>
    /// <param name="side">Length of a side in millimetres.</param>
    /// <param name="description">What it says, for those who do not see it.</param>
    public static XElement Inline(string relation, double side, string description)
    {
        var units = (long)(side * UnitsPerMillimetre);
        return Element("drawing", new XElement(
            Placing + "inline", Zero("distT"), Zero("distB"), Zero("distL"), Zero("distR"),
            Size(Placing + "extent", units),
            Named(Placing + "docPr", description),
            new XElement(Drawing + "graphic", new XElement(
                Drawing + "graphicData", new XAttribute("uri", Picture.NamespaceName), new XElement(
                    Picture + "pic",
                    new XElement(Picture + "nvPicPr", Named(Picture + "cNvPr", description), new XElement(Picture + "cNvPicPr")),
                    new XElement(
                        Picture + "blipFill",
                        new XElement(Drawing + "blip", new XAttribute(Relations + "embed", relation)),
                        new XElement(Drawing + "stretch", new XElement(Drawing + "fillRect"))),
                    new XElement(
                        Picture + "spPr",
                        new XElement(Drawing + "xfrm", new XElement(Drawing + "off", Zero("x"), Zero("y")), Size(Drawing + "ext", units)),
                        new XElement(Drawing + "prstGeom", new XAttribute("prst", "rect"), new XElement(Drawing + "avLst"))))))));
    }

    private static XElement Named(XName element, string description) =>
        new(element, new XAttribute("id", 1), new XAttribute("name", "code"), new XAttribute("descr", description));

    private static XElement Size(XName element, long units) => new(element, new XAttribute("cx", units), new XAttribute("cy", units));

    private static XAttribute Zero(string name) => new(name, 0);
}
