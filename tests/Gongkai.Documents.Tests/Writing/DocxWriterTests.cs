using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Documents.Data;
using Gongkai.Documents.Writing;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Tests.Writing;

public sealed class DocxWriterTests
{
    public static TheoryData<string> Forms => SampleReport.Forms;

    [Theory(DisplayName = "两种格式的 DOCX 都合乎标准"), MemberData(nameof(Forms))]
    public void Is_valid(string form)
    {
        Assert.Empty(Errors(SampleReport.Numbered(SampleReport.Form(form)).Document()));
        Assert.Empty(Errors(SampleReport.Numbered(SampleReport.Form(form)).Document() with { IsDemo = true }));
        Assert.Empty(Errors(SampleReport.InState(SampleReport.Form(form), CellState.NotReported).Document() with { SignedOn = null }));
    }

    [Theory(DisplayName = "表格的合并单元格是真合并，每个数字各在其位"), MemberData(nameof(Forms))]
    public void Merges_cells(string code)
    {
        var form = SampleReport.Form(code);
        var report = SampleReport.Numbered(form);
        using var word = Open(report.Document());
        var tables = word.MainDocumentPart!.Document.Body!.Elements<Table>().ToList();
        Assert.Equal(3, tables.Count);
        foreach (var (written, table) in tables.Zip(form.Tables)) Assert.Equal(SampleReport.Expected(table, report), Grid(written));
    }

    [Fact(DisplayName = "版面：A4，版心 156×225 毫米，表三表头逐页重复，行不断开，列宽固定")]
    public void Is_laid_out_by_the_standard()
    {
        using var word = Open(SampleReport.Numbered(BuiltInForms.Form2021).Document());
        var body = word.MainDocumentPart!.Document.Body!;
        var size = body.Descendants<PageSize>().Single();
        var margin = body.Descendants<PageMargin>().Single();
        Assert.Equal(156, Millimetres(size.Width!.Value - margin.Left!.Value - margin.Right!.Value), 0.1);
        Assert.Equal(225, Millimetres((uint)(size.Height!.Value - margin.Top!.Value - margin.Bottom!.Value)), 0.1);
        var requests = body.Elements<Table>().ElementAt(1);
        Assert.Equal(3, requests.Descendants<TableHeader>().Count());
        Assert.Equal(28, requests.Descendants<CantSplit>().Count());
        Assert.Equal(TableLayoutValues.Fixed, requests.GetFirstChild<TableProperties>()!.TableLayout!.Type!.Value);
        Assert.Equal(156, Millimetres((uint)requests.Descendants<GridColumn>().Sum(column => int.Parse(column.Width!.Value!, null))), 0.2);
    }

    [Fact(DisplayName = "字体按公文惯例点名，并写明替代字体；首行缩进两种写法都有")]
    public void Names_the_customary_faces()
    {
        using var word = Open(SampleReport.Numbered(BuiltInForms.Form2021).Document());
        var main = word.MainDocumentPart!;
        var fonts = main.FontTablePart!.Fonts!.Elements<Font>().ToDictionary(font => font.Name!.Value!, font => font.AltName?.Val?.Value);
        Assert.All(["方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"], face => Assert.False(string.IsNullOrEmpty(fonts[face])));
        var indentation = main.StyleDefinitionsPart!.Styles!.Descendants<Indentation>().First();
        Assert.Equal(200, indentation.FirstLineChars!.Value);
        Assert.Equal("640", indentation.FirstLine!.Value);
        Assert.Null(main.ThemePart);
    }

    [Fact(DisplayName = "文档属性写明标题和报告机关")]
    public void Describes_itself()
    {
        using var word = Open(SampleReport.Numbered(BuiltInForms.Form2021).Document());
        Assert.Equal("示范区应急管理局2025年政府信息公开工作年度报告", word.PackageProperties.Title);
        Assert.Equal(SampleReport.Agency, word.PackageProperties.Creator);
        Assert.Equal("zh-CN", word.PackageProperties.Language);
    }

    [Fact(DisplayName = "演示数据在每一页的页眉写明")]
    public void Marks_a_demonstration()
    {
        using var word = Open(SampleReport.Numbered(BuiltInForms.Form2021).Document() with { IsDemo = true });
        Assert.Equal(2, word.MainDocumentPart!.HeaderParts.Count());
        Assert.All(word.MainDocumentPart.HeaderParts, part => Assert.Contains("演示数据", part.Header!.InnerText, StringComparison.Ordinal));
    }

    [Fact(DisplayName = "同一份报告写两遍，字节相同")]
    public void Is_deterministic()
    {
        var document = SampleReport.Numbered(BuiltInForms.Form2021).Document();
        Assert.Equal(DocxWriter.Write(document), DocxWriter.Write(document with { }));
    }

    [Fact(DisplayName = "（六）其他处理只有一行的报告照原样写，不拆成三行")]
    public void Keeps_the_single_row()
    {
        var report = SampleReport.Numbered(BuiltInForms.Form2021);
        var single = CellKey.RequestColumns.Select(column => ReportCell.OfNumber(CellKey.Request(RequestRow.OtherSingle, column), 7));
        var cells = report.Cells.Values.Where(cell => !cell.Key.Value.StartsWith("requests.other.", StringComparison.Ordinal)).Concat(single);
        var old = report with { Cells = cells.ToDictionary(cell => cell.Key) };
        using var word = Open(old.Document());
        Assert.Equal(26, word.MainDocumentPart!.Document.Body!.Elements<Table>().ElementAt(1).Elements<TableRow>().Count());
    }

    internal static IEnumerable<string> Errors(ReportDocument document)
    {
        using var word = Open(document);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word).Select(error => $"{error.Path?.XPath}: {error.Description}")];
    }

    private static WordprocessingDocument Open(ReportDocument document) =>
        WordprocessingDocument.Open(new MemoryStream(DocxWriter.Write(document)), isEditable: false);

    private static string[][] Grid(Table table)
    {
        List<string[]> grid = [];
        foreach (var row in table.Elements<TableRow>())
        {
            List<string> line = [];
            foreach (var cell in row.Elements<TableCell>())
            {
                var merge = cell.TableCellProperties!.VerticalMerge;
                var text = merge is not null && merge.Val?.Value != MergedCellValues.Restart ? grid[^1][line.Count] : cell.InnerText;
                line.AddRange(Enumerable.Repeat(text, cell.TableCellProperties.GridSpan?.Val?.Value ?? 1));
            }
            grid.Add([.. line]);
        }
        return [.. grid];
    }

    private static double Millimetres(uint twips) => twips / 1440.0 * 25.4;
}
