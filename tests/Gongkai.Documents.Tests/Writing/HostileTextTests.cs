using System.Text;
using AngleSharp.Html.Parser;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using Gongkai.Documents.Data;
using Gongkai.Documents.Writing;

namespace Gongkai.Documents.Tests.Writing;

public sealed class HostileTextTests
{
    private const string Hostile = "</p><script>alert(1)</script>&amp;<w:p/>\u0000\u0001\u000b\u001f\ud800孤\udc00\ufffe]]>甲\u2028乙\t丙";

    [Fact(DisplayName = "控制字符、脚本、半个代理对都不会写坏文件")]
    public void Hostile_text_stays_text()
    {
        var document = SampleReport.Numbered(BuiltInForms.Form2021).With(1, Hostile).With(6, Hostile).Document() with
        {
            Title = Hostile,
            Agency = Hostile,
            Publisher = Hostile,
            IsDemo = true,
        };
        Assert.Empty(DocxWriterTests.Errors(document));
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(HtmlWriter.Write(document)));
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Contains("<script>alert(1)</script>", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("\ufffd孤\ufffd", page.Body!.TextContent, StringComparison.Ordinal);
        using var word = WordprocessingDocument.Open(new MemoryStream(DocxWriter.Write(document)), isEditable: false);
        Assert.Contains("<script>alert(1)</script>", word.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "任何文字都写得出三种格式，读得回来")]
    public void Any_text_can_be_written() => Gen.String[Gen.Char, 0, 200].Sample(
        text =>
        {
            var document = SampleReport.Numbered(BuiltInForms.Form2021).With(5, text).Document() with { Title = text };
            using var word = WordprocessingDocument.Open(new MemoryStream(DocxWriter.Write(document)), isEditable: false);
            using var book = SpreadsheetDocument.Open(new MemoryStream(XlsxWriter.Write(document)), isEditable: false);
            return word.MainDocumentPart!.Document.Body!.HasChildren
                && book.WorkbookPart!.WorksheetParts.All(part => part.Worksheet.HasChildren)
                && PrintedGrid.OfHtml(Encoding.UTF8.GetString(HtmlWriter.Write(document))).Count == 3;
        },
        iter: 100);

    [Fact(DisplayName = "几百万字的部分也写得出")]
    public void Very_long_text_is_written()
    {
        var text = string.Join('\n', Enumerable.Repeat(new string('长', 100_000), 20));
        var document = SampleReport.Numbered(BuiltInForms.Form2021).With(1, text).Document();
        using var word = WordprocessingDocument.Open(new MemoryStream(DocxWriter.Write(document)), isEditable: false);
        Assert.True(word.MainDocumentPart!.Document.InnerText.Length > 2_000_000);
        Assert.True(HtmlWriter.Write(document).Length > 6_000_000);
        Assert.NotEmpty(XlsxWriter.Write(document));
    }
}
