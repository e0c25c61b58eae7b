using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Gongkai.Documents.Writing;
using Gongkai.Documents.Writing.Html;
using Gongkai.Domain.Calendar;

namespace Gongkai.Documents.Approvals;

/// <summary>Writes the approval sheet as a page to print (呈批单网页): A4, with the code at the head of every printed page.</summary>
public static class ApprovalSheetHtml
{
    private const string Style = """

        @page { size: A4; margin: 15mm 20mm; }
        body { margin: 0 auto; max-width: 170mm; color: #000; font: 10.5pt/1.6 FangSong, STFangsong, "Noto Serif CJK SC", serif; }
        h1 { margin: 2mm 0 4mm; font: 700 18pt/1.4 "Noto Serif CJK SC", STSong, SimSun, serif; text-align: center; }
        .paper { width: 100%; border-collapse: collapse; } .paper > thead > tr > td, .paper > tbody > tr > td { padding: 0; border: 0; }
        .code { display: flex; align-items: center; justify-content: space-between; gap: 5mm; }
        .code svg { width: 30mm; height: 30mm; flex: none; } .code b { font: 700 11pt/1.5 "Liberation Mono", Consolas, monospace; }
        .demo { color: #a8322a; text-align: center; }
        .form { width: 100%; border-collapse: collapse; table-layout: fixed; } .form th, .form td { border: 1px solid #000; padding: 1.5mm 2.5mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
        .form th { width: 26mm; font-weight: 700; } .form .sign { margin-top: 14mm; text-align: right; }
        p { margin: 0 0 1mm; } .body p { text-indent: 2em; } h2 { margin: 5mm 0 1mm; font-size: 12pt; } .form tr { break-inside: avoid; }
        .small { font-size: 9pt; }

        """;

    /// <summary>A whole page that needs nothing beside it, in UTF-8.</summary>
    public static byte[] Write(ApprovalSheet sheet)
    {
        var page = new XElement(
            "html", new XAttribute("lang", "zh-CN"),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("title", LegalText.Line($"{sheet.Agency}{sheet.Form}")),
                new XElement("style", Style)),
            new XElement("body", new XElement("table", Class("paper"),
                // A head of a table comes again on every printed page, and with it the code.
                new XElement("thead", new XElement("tr", new XElement("td", Head(sheet)))),
                new XElement("tbody", new XElement("tr", new XElement("td", Form(sheet)))))));
        return Encoding.UTF8.GetBytes($"<!doctype html>\n{HtmlBody.Text([page], indented: false)}\n");
    }

    private static XElement Head(ApprovalSheet sheet)
    {
        var picture = SheetPicture.Of(sheet.Code);
        var side = picture.Side.ToString(CultureInfo.InvariantCulture);
        return new XElement("div", Class("code"),
            new XElement("div",
                new XElement("p", LegalText.Line(sheet.Agency)),
                new XElement("p", "内容码：", new XElement("b", sheet.Code.ToString())),
                new XElement("p", Class("small"), ApprovalSheet.Notice)),
            new XElement("svg",
                new XAttribute("viewBox", $"0 0 {side} {side}"), new XAttribute("role", "img"), new XAttribute("aria-label", $"内容码 {sheet.Code}"),
                new XElement("path", new XAttribute("d", picture.Path()))));
    }

    private static IEnumerable<XElement?> Form(ApprovalSheet sheet) =>
    [
        sheet.IsDemo ? new XElement("p", Class("demo"), ApprovalSheet.DemoNotice) : null,
        new XElement("h1", LegalText.Line(sheet.Form)),
        new XElement("table", Class("form"), new XElement("tbody",
            sheet.Lines.Select(line => Row(line.Name, Paragraphs(line.Text))),
            sheet.Attachments.Count == 0 ? null : Row("附件", sheet.Attachments.Select(name => new XElement("p", LegalText.Line(name)))),
            sheet.Steps.SelectMany(Step))),
        .. sheet.Remarks.Select(remark => new XElement("p", Class("small"), LegalText.Line(remark))),
        new XElement("h2", "正文"),
        new XElement("div", Class("body"), Paragraphs(sheet.Body)),
        new XElement("p", Class("small"), $"{DayWords.Of(sheet.PrintedOn)}打印"),
    ];

    private static IEnumerable<XElement> Step(SheetStep step)
    {
        var name = new object[] { step.Name, new XElement("br"), new XElement("span", Class("small"), LegalText.Line(step.By)) };
        foreach (var opinion in step.Opinions)
        {
            yield return Row(name,
            [
                .. Paragraphs(opinion.Words),
                new XElement("p", LegalText.Line($"{opinion.Who}　{DayWords.Of(opinion.On)}（{opinion.Means}）")),
            ]);
        }
        if (step.Remark is { } remark) yield return Row(name, [new XElement("p", LegalText.Line(remark))]);
        else if (step.Opinions.Count == 0) yield return Row(name, [new XElement("div", Class("sign"), "签名：　　　　　　　　　　　年　　月　　日")]);
    }

    private static IEnumerable<XElement> Paragraphs(string text) => LegalText.Paragraphs(text).Select(paragraph => new XElement("p", paragraph));

    private static XElement Row(object name, IEnumerable<XElement> content) =>
        new("tr", new XElement("th", new XAttribute("scope", "row"), name), new XElement("td", content));

    private static XAttribute Class(string name) => new("class", name);
}
