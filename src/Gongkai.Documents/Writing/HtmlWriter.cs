using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Gongkai.Documents.Writing.Html;

namespace Gongkai.Documents.Writing;

/// <summary>Writes the official form as HTML (年报网页): a page that stands alone, a fragment for a page of ours, and a block to paste.</summary>
public static class HtmlWriter
{
    /// <summary>Media type of the file.</summary>
    public const string MediaType = "text/html; charset=utf-8";

    /// <summary>A whole page that needs nothing beside it, in UTF-8: its only style sheet is the one element in its head.</summary>
    public static byte[] Write(ReportDocument document)
    {
        var page = new XElement(
            "html",
            new XAttribute("lang", "zh-CN"),
            new XElement(
                "head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                Meta("viewport", "width=device-width, initial-scale=1"),
                new XElement("title", document.Title),
                Meta("author", document.Agency),
                Meta("publisher", LegalText.Line(document.Publisher ?? document.Agency)),
                document.SignedOn is { } day ? Meta("date", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null,
                new XElement("style", HtmlStylesheet.Text)),
            new XElement("body", new XElement("main", HtmlBody.Of(document, HtmlDress.Classes))));
        return Encoding.UTF8.GetBytes($"<!doctype html>\n{HtmlBody.Text([page], indented: true)}\n");
    }

    /// <summary>
    /// The three tables as a fragment: semantic markup with classes (<c>scroll</c>, <c>n</c>, <c>state</c>), no <c>style=</c>, dressed
    /// by the page that takes it in.
    /// </summary>
    public static string Tables(ReportDocument document) => HtmlBody.Text(HtmlBody.Tables(document, HtmlDress.Classes), indented: true);

    /// <summary>
    /// The three tables as one block to paste into the editor of another site (外站发布): merged cells and inline styles only, no class,
    /// no id, nothing an editor strips.
    /// </summary>
    public static string TablesToPaste(ReportDocument document) => Paste(HtmlBody.Tables(document, HtmlDress.Inline));

    /// <summary>The whole report as one block to paste.</summary>
    public static string ReportToPaste(ReportDocument document) => Paste(HtmlBody.Of(document, HtmlDress.Inline));

    private static string Paste(IEnumerable<XElement> blocks) => HtmlBody.Text([new XElement("div", blocks)], indented: false);

    private static XElement Meta(string name, string content) => new("meta", new XAttribute("name", name), new XAttribute("content", content));
}
