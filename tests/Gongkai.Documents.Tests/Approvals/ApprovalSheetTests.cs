using System.Diagnostics;
using System.Text;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Gongkai.Documents.Approvals;
using Gongkai.Documents.Approvals.Scans;
using Gongkai.Testing;

namespace Gongkai.Documents.Tests.Approvals;

public sealed class ApprovalSheetTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(DisplayName = "呈批单 DOCX 合乎标准，同一张单子字节相同")]
    public void The_document_is_valid_and_the_same()
    {
        var bytes = ApprovalSheetDocx.Write(SampleSheet.Of());
        Assert.Equal(bytes, ApprovalSheetDocx.Write(SampleSheet.Of()));
        using var word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word, Cancellation)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        Assert.Contains(SampleSheet.Code.ToString(), word.MainDocumentPart!.HeaderParts.Single().Header!.InnerText, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "呈批单网页：各环节的意见照印，没有办的留签名处；恶意文字只是文字")]
    public void The_page_holds_every_box()
    {
        var html = Encoding.UTF8.GetString(ApprovalSheetHtml.Write(SampleSheet.Of("<script>alert(1)</script>\n第二段")));
        var page = new HtmlParser().ParseDocument(html);
        Assert.Equal("依申请公开办理审批表", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.Scripts);
        Assert.Equal(2, page.QuerySelectorAll(".body p").Length);
        Assert.Contains("代录，待本人确认", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll(".sign"));
        Assert.Contains("演示数据", page.QuerySelector(".demo")!.TextContent, StringComparison.Ordinal);
    }

    [Theory(DisplayName = "正文很长、印成几页的，每页都有内容码，每页都认得出"), InlineData("html"), InlineData("docx")]
    public async Task Every_page_carries_the_code(string format)
    {
        LibreOffice.Require();
        var sheet = SampleSheet.Of(string.Concat(Enumerable.Repeat("查明的事实和理由写在这里，一行又一行。\n", 120)));
        var folder = Directory.CreateTempSubdirectory("gongkai-sheet-").FullName;
        try
        {
            var file = Path.Combine(folder, $"sheet.{format}");
            await File.WriteAllBytesAsync(file, format == "html" ? ApprovalSheetHtml.Write(sheet) : ApprovalSheetDocx.Write(sheet), Cancellation);
            if (format == "html") await PrintAsync(folder, file);
            else await LibreOffice.ConvertAsync(folder, "pdf", [file]);

            var pages = (await SheetScan.ReadAsync(await File.ReadAllBytesAsync(Path.Combine(folder, "sheet.pdf"), Cancellation), Cancellation)).Value;

            Assert.InRange(pages.Count, 3, 8);
            Assert.All(pages, page => Assert.Equal(SampleSheet.Code, page.Code.Value));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory(DisplayName = "打不开的扫描件说明原因")]
    [InlineData("%PDF-1.7 不是", "scan.no-pdf")]
    [InlineData("一段文字", "scan.no-picture")]
    [InlineData("\u0089PNG\r\n", "scan.no-picture")]
    public async Task A_file_that_is_no_scan(string text, string code)
    {
        LibreOffice.Require();
        Assert.Equal(code, (await SheetScan.ReadAsync(Encoding.UTF8.GetBytes(text), Cancellation)).Refusal?.Code);
    }

    private static async Task PrintAsync(string folder, string file)
    {
        using var browser = Process.Start(new ProcessStartInfo("chromium",
            ["--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={folder}/profile", "--no-pdf-header-footer", $"--print-to-pdf={folder}/sheet.pdf", new Uri(file).ToString()])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        await Task.WhenAll(browser.StandardError.ReadToEndAsync(Cancellation), browser.StandardOutput.ReadToEndAsync(Cancellation), browser.WaitForExitAsync(Cancellation));
    }
}
