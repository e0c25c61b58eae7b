using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Gongkai.Documents.Data;
using Gongkai.Documents.Retention;
using Gongkai.Domain.Agencies;

namespace Gongkai.Documents.Tests.Retention;

public sealed class DestructionSheetTests
{
    private static DestructionSheet Sample { get; } = new(
        "示范区应急管理局", "2026-1", "K7M2Q9X4TB", "王某", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 9), "监某甲、监某乙",
        [new DestructionLine("依申请公开案卷", "政府信息公开申请 示〔2012〕1号\u0001", new DateOnly(2012, 3, 2), 10, new DateOnly(2022, 12, 31))],
        IsDemo: true);

    [Fact(DisplayName = "销毁清册 DOCX 合乎标准，同一份清册字节相同，逐件写明期限，留出批准人和两位监销人的签名")]
    public void The_document_is_valid_and_the_same()
    {
        var bytes = DestructionSheetDocx.Write(Sample);
        Assert.Equal(bytes, DestructionSheetDocx.Write(Sample));
        using var word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        var text = word.MainDocumentPart!.Document!.Body!.InnerText;
        foreach (var words in (string[])["演示数据", "档案销毁清册", "2026-1", "K7M2Q9X4TB", "示〔2012〕1号", "10年", "2022年12月31日", "监某甲、监某乙", "批准人签名", DestructionSheet.Notice])
            Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("监销人签名").Length - 1);
    }

    [Fact(DisplayName = "内置的保管期限：每一种都有名称、年数和来源")]
    public void Every_kind_has_a_term_with_its_source()
    {
        foreach (var records in Enum.GetValues<RetainedRecords>())
        {
            Assert.NotEmpty(BuiltInRetentionTerms.NameOf(records));
            Assert.InRange(BuiltInRetentionTerms.Of(records).Years, 10, RetentionTerm.Longest);
            Assert.Contains("国家档案局令第8号", BuiltInRetentionTerms.Of(records).Source, StringComparison.Ordinal);
        }
    }
}
