using Gongkai.Documents.Reading;
using Gongkai.Documents.Tests.Reading.Generated;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Tests.Reading;

/// <summary>What Word keeps in a document beside what it prints.</summary>
public sealed class WordTests
{
    [Theory(DisplayName = "Word 里的数字：修订、域、隐藏字、上标、控件、文本框")]
    [InlineData("<w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins><w:r><w:t>14</w:t></w:r></w:ins>", 14)]
    [InlineData("<w:moveFrom><w:r><w:t>9</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>14</w:t></w:r></w:moveTo>", 14)]
    [InlineData("<w:r><w:t>1</w:t></w:r><w:bookmarkStart/><w:r><w:t>4</w:t></w:r>", 14)]
    [InlineData("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>=SUM(9)</w:instrText></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>14</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>", 14)]
    [InlineData("<w:fldSimple w:instr='=9'><w:r><w:t>14</w:t></w:r></w:fldSimple>", 14)]
    [InlineData("<w:r><w:t>14</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r>", 14)]
    [InlineData("<w:r><w:t>14</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r>", 14)]
    [InlineData("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>14</w:t></w:r></w:sdtContent></w:sdt>", 14)]
    [InlineData("<w:hyperlink><w:r><w:t>14</w:t></w:r></w:hyperlink>", 14)]
    [InlineData("<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>14</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>14</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>", 14)]
    [InlineData("<w:r><w:ruby><w:rt><w:r><w:t>9</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>14</w:t></w:r></w:rubyBase></w:ruby></w:r>", 14)]
    public void The_printed_number_is_read(string runs, int value) => Assert.Equal(value, Read(Row("行政许可", runs)).Report[new CellKey("proactive.licences")]);

    [Fact(DisplayName = "删去的行不读，没有填的控件是空白")]
    public void A_deleted_row_is_not_read()
    {
        var deleted = Row("行政许可", "<w:r><w:t>9</w:t></w:r>").Replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", StringComparison.Ordinal);
        var prompt = Row("行政处罚", "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入文字。</w:t></w:r></w:sdtContent></w:sdt>");
        var read = Read(deleted + prompt + Row("行政强制", "<w:r><w:t>3</w:t></w:r>"));
        Assert.False(read.Report.Cells.ContainsKey(new CellKey("proactive.licences")));
        Assert.Equal(CellState.Blank, read.Report.Cells[new CellKey("proactive.penalties")].State);
        Assert.Equal(3, read.Report[new CellKey("proactive.coercions")]);
        Assert.Equal([LeftoverKind.Placeholder, LeftoverKind.TrackedChange], read.Leftovers.Select(leftover => leftover.Kind).Order());
    }

    [Fact(DisplayName = "嵌套的单格表是这一格的数")]
    public void A_nested_cell_belongs_to_its_cell() =>
        Assert.Equal(14, Read(Row("行政许可", "").Replace("<w:p></w:p>", "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>14</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>", StringComparison.Ordinal)).Report[new CellKey("proactive.licences")]);

    [Fact(DisplayName = "批注、修订、隐藏文字、未替换的占位符都作为残留报出")]
    public void What_was_left_lying_is_reported()
    {
        var read = Read(
            Row("行政许可", "<w:commentRangeStart/><w:r><w:t>14</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>待核</w:t></w:r>"),
            "<w:p><w:r><w:t>××局××年，错误！未找到引用源。</w:t></w:r></w:p>");
        Assert.Equal(
            [LeftoverKind.Markup, LeftoverKind.Placeholder, LeftoverKind.Comment, LeftoverKind.HiddenText],
            read.Leftovers.Select(leftover => leftover.Kind).Distinct().Order());
    }

    private static string Row(string label, string runs) =>
        $"<w:tr><w:tc><w:p><w:r><w:t>{label}</w:t></w:r></w:p></w:tc><w:tc><w:p>{runs}</w:p></w:tc></w:tr>";

    private static ReadReport Read(string rows, string paragraph = "") => AnnualReportReader.Read(DocxPrinter.Package(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>"
        + $"{paragraph}<w:tbl>{Row("信息内容", "<w:r><w:t>本年处理决定数量</w:t></w:r>")}{rows}</w:tbl></w:body></w:document>")).Value;
}
