using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Documents.Data;
using Gongkai.Documents.Writing;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Tests.Writing;

public sealed class HtmlWriterTests
{
    public static TheoryData<string> Forms => SampleReport.Forms;

    [Theory(DisplayName = "网页、片段和粘贴块的三张表都与格式逐格相同"), MemberData(nameof(Forms))]
    public void Keeps_the_grid(string code)
    {
        var form = SampleReport.Form(code);
        var report = SampleReport.Numbered(form);
        var document = report.Document();
        foreach (var html in new[]
        {
            Page(document), HtmlWriter.Tables(document), HtmlWriter.TablesToPaste(document), HtmlWriter.ReportToPaste(document),
        })
        {
            var grids = PrintedGrid.OfHtml(html);
            Assert.Equal(3, grids.Count);
            foreach (var (grid, table) in grids.Zip(form.Tables)) Assert.Equal(SampleReport.Expected(table, report), grid);
        }
    }

    [Fact(DisplayName = "网页独立成篇：有语言、标题、六个部分、表题，不引用任何外部文件")]
    public void Stands_alone()
    {
        var page = new HtmlParser().ParseDocument(Page(SampleReport.Numbered(BuiltInForms.Form2021).Document()));
        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("示范区应急管理局2025年政府信息公开工作年度报告", page.Title);
        Assert.Equal(6, page.QuerySelectorAll("h2").Length);
        Assert.Equal(3, page.QuerySelectorAll("table > caption").Length);
        Assert.Single(page.QuerySelectorAll("style"));
        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, [src], [href], [style], [onclick]"));
    }

    [Theory(DisplayName = "每个数字都指明它的行标题和列标题，供读屏软件朗读"), MemberData(nameof(Forms))]
    public void Links_numbers_to_their_heads(string code)
    {
        var page = new HtmlParser().ParseDocument(Page(SampleReport.Numbered(SampleReport.Form(code)).Document()));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        foreach (var number in page.QuerySelectorAll("td"))
        {
            var heads = number.GetAttribute("headers")!.Split(' ').Select(id => page.GetElementById(id)).ToList();
            Assert.NotEmpty(heads);
            Assert.All(heads, head => Assert.Equal("th", head?.LocalName));
        }
        var first = page.QuerySelectorAll("table")[1].QuerySelectorAll("td")[1];
        Assert.Equal(
            ["申请人情况", "法人或其他组织", "商业企业", "一、本年新收政府信息公开申请数量"],
            first.GetAttribute("headers")!.Split(' ').Select(id => page.GetElementById(id)!.TextContent));
    }

    [Fact(DisplayName = "表二各段的数字只归本段的表头")]
    public void Ends_a_block_at_the_next_heading()
    {
        var page = new HtmlParser().ParseDocument(Page(SampleReport.Numbered(BuiltInForms.Form2021).Document()));
        var licences = page.QuerySelectorAll("table")[0].QuerySelectorAll("td")[6];
        Assert.Equal(
            ["第二十条第（五）项", "本年处理决定数量", "行政许可"],
            licences.GetAttribute("headers")!.Split(' ').Select(id => page.GetElementById(id)!.TextContent));
    }

    [Fact(DisplayName = "供本平台网页使用的片段没有 style 属性")]
    public void Fragment_has_no_inline_style()
    {
        var fragment = HtmlWriter.Tables(SampleReport.Numbered(BuiltInForms.Form2021).Document() with { IsDemo = true });
        Assert.DoesNotContain("style", fragment, StringComparison.Ordinal);
        Assert.Contains("演示数据", fragment, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "供外站粘贴的块只用行内样式：没有 class、id、caption，标签之间没有空白")]
    public void Paste_block_depends_on_nothing()
    {
        var html = HtmlWriter.TablesToPaste(SampleReport.Numbered(BuiltInForms.Form2021).Document());
        var block = new HtmlParser().ParseDocument(html);
        Assert.Empty(block.QuerySelectorAll("[class], [id], [headers], caption, style, script"));
        Assert.All(block.QuerySelectorAll("table, th, td"), cell => Assert.False(string.IsNullOrEmpty(cell.GetAttribute("style"))));
        Assert.DoesNotContain('\n', html);
        Assert.Equal(block.QuerySelectorAll("p").Select(title => title.TextContent), BuiltInForms.Form2021.Tables.Select(table =>
            $"{"一二三四五六"[table.Section - 1]}、{BuiltInForms.Form2021.Sections[table.Section - 1].Title}"));
    }

    [Fact(DisplayName = "没有数字的格子写“未报”，不写 0")]
    public void Says_not_reported()
    {
        var page = new HtmlParser().ParseDocument(Page(SampleReport.InState(BuiltInForms.Form2021, CellState.NotReported).Document()));
        Assert.All(page.QuerySelectorAll("td"), cell => Assert.Equal("未报", cell.TextContent));
        Assert.Equal(200, page.QuerySelectorAll("td.state").Length);
    }

    private static string Page(ReportDocument document) => Encoding.UTF8.GetString(HtmlWriter.Write(document));
}
