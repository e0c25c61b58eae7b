using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Gongkai.Documents.Data;
using Gongkai.Documents.Writing;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Tests.Writing;

public sealed class XlsxWriterTests
{
    public static TheoryData<string> Forms => SampleReport.Forms;

    [Theory(DisplayName = "两种格式的 XLSX 都合乎标准，每表一页，另有说明"), MemberData(nameof(Forms))]
    public void Is_valid(string form)
    {
        using var book = Open(SampleReport.Numbered(SampleReport.Form(form)).Document() with { IsDemo = true });
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book, TestContext.Current.CancellationToken);
        Assert.Empty(errors.Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal(["说明", "表二", "表三", "表四"], book.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value!));
    }

    [Theory(DisplayName = "数字存成数字，且一个不少"), MemberData(nameof(Forms))]
    public void Stores_numbers_as_numbers(string code)
    {
        var form = SampleReport.Form(code);
        using var book = Open(SampleReport.Numbered(form, 1_000_000_001).Document());
        var numbers = Cells(book).Where(cell => cell.CellValue is not null).Select(cell => decimal.Parse(cell.CellValue!.Text, null)).Order();
        Assert.Equal(form.Cells.Select((_, index) => 1_000_000_001m + index), numbers);
    }

    [Fact(DisplayName = "没有数字的格子写“未报”“未建账”或留空，绝不写 0")]
    public void Never_invents_a_zero()
    {
        foreach (var (state, word) in new[] { (CellState.NotReported, "未报"), (CellState.NotOpened, "未建账"), (CellState.Blank, "") })
        {
            using var book = Open(SampleReport.InState(BuiltInForms.Form2021, state).Document());
            Assert.DoesNotContain(Cells(book), cell => cell.CellValue is not null);
            Assert.Equal(word.Length == 0 ? 0 : 200, Cells(book).Count(cell => word.Length > 0 && cell.InnerText == word));
        }
    }

    [Theory(DisplayName = "以 = + - @ 开头的文字永远是文字，不成公式")]
    [InlineData("=HYPERLINK(\"http://example.invalid\",\"点我\")")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1:A9)")]
    public void Never_writes_a_formula(string text)
    {
        using var book = Open(SampleReport.Numbered(BuiltInForms.Form2021).With(5, text).Document());
        Assert.Empty(book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<CellFormula>()));
        var cell = Assert.Single(Cells(book), cell => cell.InnerText == text);
        Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
    }

    [Fact(DisplayName = "超过十五位的数按文字写，一位不差")]
    public void Keeps_long_numbers_exact()
    {
        var key = CellKey.Proactive("licences");
        var report = SampleReport.Of(BuiltInForms.Form2021, (cell, _) => ReportCell.OfNumber(cell, cell == key ? 1234567890123456789m : 0));
        using var book = Open(report.Document());
        Assert.Contains(Cells(book), cell => cell.CellValue is null && cell.InnerText == "1234567890123456789");
    }

    [Fact(DisplayName = "表三冻结表头和左侧项目，打印在一页之内")]
    public void Freezes_the_heads()
    {
        using var book = Open(SampleReport.Numbered(BuiltInForms.Form2021).Document());
        var sheet = book.WorkbookPart!.WorksheetParts.Single(part => part.Worksheet.InnerText.Contains("一、本年新收", StringComparison.Ordinal)).Worksheet;
        var pane = sheet.Descendants<Pane>().Single();
        Assert.Equal((3, 4), (pane.HorizontalSplit!.Value, pane.VerticalSplit!.Value));
        var page = sheet.Descendants<PageSetup>().Single();
        Assert.Equal((1u, 1u), (page.FitToWidth!.Value, page.FitToHeight!.Value));
    }

    [Fact(DisplayName = "过长的文字分格续写，不丢一字")]
    public void Carries_long_text_on()
    {
        // A surrogate pair stands across the border of the first cell.
        var text = new string('长', 32_766) + "𠮷" + new string('文', 40_000);
        using var book = Open(SampleReport.Numbered(BuiltInForms.Form2021).With(1, text).Document());
        Assert.Contains(text, string.Concat(Cells(book).Select(cell => cell.InnerText)), StringComparison.Ordinal);
        Assert.All(Cells(book), cell => Assert.True(cell.InnerText.Length <= 32_767));
    }

    [Fact(DisplayName = "同一份报告写两遍，字节相同")]
    public void Is_deterministic()
    {
        var document = SampleReport.Numbered(BuiltInForms.Form2019).Document();
        Assert.Equal(XlsxWriter.Write(document), XlsxWriter.Write(document with { }));
    }

    private static SpreadsheetDocument Open(ReportDocument document) =>
        SpreadsheetDocument.Open(new MemoryStream(XlsxWriter.Write(document)), isEditable: false);

    private static IEnumerable<Cell> Cells(SpreadsheetDocument book) =>
        book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Cell>());
}
