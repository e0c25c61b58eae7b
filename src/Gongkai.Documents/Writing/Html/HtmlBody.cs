using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Gongkai.Documents.Writing.Html;

/// <summary>The report's blocks as HTML elements, in one dress or the other.</summary>
internal static class HtmlBody
{
    public static IEnumerable<XElement> Of(ReportDocument document, HtmlDress dress) =>
        Demo(document, dress).Concat(ReportBlock.Of(document).SelectMany(block => Write(block, dress)));

    /// <summary>The three tables, each under the title of its section.</summary>
    public static IEnumerable<XElement> Tables(ReportDocument document, HtmlDress dress) =>
        Demo(document, dress).Concat(document.Tables.SelectMany(table => dress.IsStandAlone
            ? [Scrolled(table, dress)]
            : new[] { new XElement("p", dress.Of(HtmlPart.Heading), table.Caption), Scrolled(table, dress) }));

    /// <summary>HTML text. Whitespace between tags is for readers of the source, and never given to an editor.</summary>
    public static string Text(IEnumerable<XNode> nodes, bool indented)
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings
        {
            Indent = indented,
            IndentChars = " ",
            NewLineChars = "\n",
            OmitXmlDeclaration = true,
            ConformanceLevel = ConformanceLevel.Fragment,
        };
        using (var writer = XmlWriter.Create(text, settings))
        {
            foreach (var node in nodes) node.WriteTo(writer);
        }
        return text.ToString();
    }

    private static IEnumerable<XElement> Demo(ReportDocument document, HtmlDress dress) =>
        document.IsDemo ? [new XElement("p", dress.Of(HtmlPart.Demo), DemoMark.Sentence)] : [];

    private static IEnumerable<XElement> Write(ReportBlock block, HtmlDress dress) => block switch
    {
        ReportBlock.Title title =>
        [
            new XElement(
                dress.IsStandAlone ? "h1" : "p", dress.Of(HtmlPart.Title),
                title.Lines.SelectMany((line, index) => index == 0 ? new object[] { line } : [new XElement("br"), line])),
        ],
        ReportBlock.Heading heading => [new XElement(dress.IsStandAlone ? "h2" : "p", dress.Of(HtmlPart.Heading), heading.Text)],
        ReportBlock.Paragraph paragraph =>
        [
            new XElement(
                "p", dress.Of(HtmlPart.Paragraph),
                paragraph.Lead.Length == 0 ? null : new XElement("span", dress.Of(HtmlPart.Lead), paragraph.Lead), paragraph.Text),
        ],
        ReportBlock.Table table => [Scrolled(table.Printed, dress)],
        ReportBlock.Signature signature =>
        [
            new XElement("p", dress.Of(HtmlPart.Signature), signature.Agency),
            new XElement("p", dress.Of(HtmlPart.Signature), signature.Day),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static XElement Scrolled(PrintedTable table, HtmlDress dress) => new(
        "div", dress.Of(HtmlPart.Scroll),
        // A box that scrolls must be reachable by keyboard, and then it must say what it is.
        dress.IsStandAlone
            ? new[] { new XAttribute("tabindex", 0), new XAttribute("role", "region"), new XAttribute("aria-label", table.Caption) }
            : null,
        HtmlTable.Of(table, dress));
}
