using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Gongkai.Documents.Handovers;
using Gongkai.Testing;

namespace Gongkai.Documents.Tests.Handovers;

public sealed class HandoverSheetTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static HandoverSheet Sample { get; } = new(
        "示范区应急管理局", "承办人", "王某", "赵某", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 2),
        [
            new HandoverPart("在办申请", ["编号", "收到日期", "答复期限", "要做的"], [["示〔2026〕1号\u0001", "2026年2月24日", "2026年3月23日", "<b>先问\n第三方</b>"]]),
            new HandoverPart("外站账号（只列名称）", ["网站", "栏目", "现在的保管人"], []),
        ],
        IsDemo: true);

    [Fact(DisplayName = "交接单 DOCX 合乎标准，同一张单子字节相同，没有事项的部分写“无”")]
    public void The_document_is_valid_and_the_same()
    {
        var bytes = HandoverSheetDocx.Write(Sample);
        Assert.Equal(bytes, HandoverSheetDocx.Write(Sample));
        using var word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word, Cancellation)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        var text = word.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.Contains("2. 外站账号（只列名称）无。", text, StringComparison.Ordinal);
        Assert.Contains("<b>先问 第三方</b>", text, StringComparison.Ordinal);
        Assert.Contains("演示数据", text, StringComparison.Ordinal);
        Assert.Contains("接手人当场改换口令", text, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "交接单印得出：两人的姓名、三处签名都在纸上")]
    public async Task It_prints()
    {
        LibreOffice.Require();
        var folder = Directory.CreateTempSubdirectory("gongkai-handover-").FullName;
        try
        {
            var file = Path.Combine(folder, "sheet.docx");
            await File.WriteAllBytesAsync(file, HandoverSheetDocx.Write(Sample), Cancellation);
            await LibreOffice.ConvertAsync(folder, "pdf", [file]);
            if (Environment.GetEnvironmentVariable("GONGKAI_SCREENS") is { } screens)
                await File.WriteAllBytesAsync(Path.Combine(screens, "handover.png"), await LibreOffice.PictureOfPdfAsync(folder, "sheet.pdf"), Cancellation);
            var text = await LibreOffice.TextOfPdfAsync(folder, "sheet.pdf");
            foreach (var words in (string[])["岗位交接单", "王某", "移交人签名", "接手人签名", "监交人签名"]) Assert.Contains(words, text, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
