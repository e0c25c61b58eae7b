using System.Xml.Linq;
using static Gongkai.Documents.Writing.Word.WordXml;

namespace Gongkai.Documents.Writing.Word;

/// <summary>The file around a sheet that is printed and signed: A4, upright, no header and no footer.</summary>
internal static class SignedSheet
{
    private const string Main = "word/document.xml";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>The whole file.</summary>
    /// <param name="title">Title of the document.</param>
    /// <param name="author">Whose it is.</param>
    /// <param name="isDemo">True when everything on it is made up.</param>
    /// <param name="content">What stands on it; null and sequences as elements take them.</param>
    public static byte[] Write(string title, string author, bool isDemo, params object?[] content)
    {
        var package = new OfficePackage();
        package.Relate("", $"{OfficePackage.Relations}/officeDocument", Main);
        foreach (var (kind, root) in ((string, XElement)[])[("styles", WordStyles.Styles()), ("fontTable", WordFonts.Table())])
        {
            package.Add($"word/{kind}.xml", $"{ContentType}{kind}+xml", root);
            package.Relate(Main, $"{OfficePackage.Relations}/{kind}", $"word/{kind}.xml");
        }
        package.Add(Main, $"{ContentType}document.main+xml", Root("document", Element("body", content, Page())));
        package.Describe(title, author, isDemo);
        return package.ToArray();
    }

    private static object[] Page() =>
    [
        Paragraph(WordStyles.Gap),
        Element(
            "sectPr",
            Element("pgSz", Attribute("w", Twips(210)), Attribute("h", Twips(297))),
            Element("pgMar", Attribute("top", Twips(20)), Attribute("right", Twips(20)), Attribute("bottom", Twips(18)), Attribute("left", Twips(20)),
                Attribute("header", Twips(10)), Attribute("footer", Twips(10)), Attribute("gutter", 0))),
    ];
}
