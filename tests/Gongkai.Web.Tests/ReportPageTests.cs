using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Documents.Data;
using Gongkai.Testing;

namespace Gongkai.Web.Tests;

/// <summary>The annual report as a page.</summary>
public sealed class ReportPageTests(FilledSite filled)
{
    private readonly Site _site = filled.Site;

    [Fact(DisplayName = "三张表的每个数字都在，合并的表头是真的，每个数字都指明自己的表头")]
    public async Task The_tables_are_the_form()
    {
        var page = await ReadAsync(PageKinds.Report);
        foreach (var form in BuiltInForms.Form2021.Tables)
        {
            var table = page.QuerySelector($"table.form-{form.Id}")!;
            Assert.Equal(form.Rows.Count, table.QuerySelectorAll("tr").Length);
            Assert.Equal(form.Cells.Count, table.QuerySelectorAll("td").Length);
            var heads = table.QuerySelectorAll("th").ToDictionary(head => head.Id!, head => head.TextContent);
            foreach (var (cell, name) in table.QuerySelectorAll("td").Zip(form.Cells))
            {
                var words = cell.GetAttribute("headers")!.Split(' ').Select(id => heads[id]).ToList();
                Assert.All(name.Label.Split(" · "), part => Assert.Contains(words, word => part.Contains(word, StringComparison.Ordinal)));
            }
        }
        Assert.Equal("22", page.QuerySelectorAll("th[scope=rowgroup]")[0].GetAttribute("rowspan"));
    }

    [Fact(DisplayName = "第二部分的数字打开对应的文件，第三、四部分的数字什么也不打开")]
    public async Task Only_section_two_opens_documents()
    {
        var page = await ReadAsync(PageKinds.Report);
        Assert.Empty(page.QuerySelectorAll("table.form-requests a, table.form-disputes a, table.outcomes a"));
        var links = page.QuerySelectorAll("table.form-proactive a").Cast<IHtmlAnchorElement>().ToList();
        Assert.Equal(["1", "1", "2"], links.Select(link => link.TextContent));
        Assert.Contains("共 2 件，其中 1 件由牵头机关计数", await _site.ReadAsync(links[0].GetAttribute("href")!), StringComparison.Ordinal);
        var repealed = await _site.ReadAsync(links[1].GetAttribute("href")!);
        Assert.Contains("2025年废止的行政规范性文件", repealed, StringComparison.Ordinal);
        Assert.Contains("示范区防汛物资调用办法", repealed, StringComparison.Ordinal);
        Assert.DoesNotContain("烟花爆竹", repealed, StringComparison.Ordinal);
        Assert.Contains("2025年底现行有效的行政规范性文件", await _site.ReadAsync(links[2].GetAttribute("href")!), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "没有报的写未报，不写零")]
    public async Task What_nobody_reported_is_said() =>
        Assert.Equal("未报", (await ReadAsync(PageKinds.Report)).QuerySelectorAll("table.form-proactive td")[^1].TextContent);

    [Fact(DisplayName = "图和旁边的数字说的是同一件事")]
    public async Task The_drawing_says_what_the_table_says()
    {
        var rows = (await ReadAsync(PageKinds.Report)).QuerySelectorAll("table.outcomes tbody tr");
        Assert.Equal(["42", "10", "7", "15", "2", "3"], rows.Select(row => row.QuerySelector("td")!.TextContent));
        Assert.All(rows, row => Assert.Equal("true", row.QuerySelector("svg")!.GetAttribute("aria-hidden")));
    }

    [Fact(DisplayName = "2019 年格式的年报照原样显示")]
    public async Task The_old_form_is_shown_as_it_is()
    {
        await using var site = await Site.StartAsync();
        var agency = await SampleData.AddAgencyAsync(site.House, "OLD", "示范区旧局");
        await SampleData.PublishAsync(site.House, agency, ReportBuilder.AnOldReport(2020).WithSections());
        var text = await site.ReadAsync(PublicUrls.Report("OLD", 2020));
        Assert.Contains("国办公开办函〔2019〕60号", text, StringComparison.Ordinal);
        Assert.Contains("政府集中采购", text, StringComparison.Ordinal);
    }

    [Theory(DisplayName = "下载：每种格式都有内容，页面写的大小就是文件的大小")]
    [InlineData("docx", "PK")]
    [InlineData("xlsx", "PK")]
    [InlineData("html", "<!doctype html>")]
    public async Task Files_can_be_fetched(string extension, string begins)
    {
        using var response = await _site.Client.GetAsync(PublicUrls.ReportFile(SampleData.Bureau, 2025, extension));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.StartsWith(begins, System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal($"示范区应急管理局2025年政府信息公开工作年度报告.{extension}", response.Content.Headers.ContentDisposition.FileNameStar);
        Assert.StartsWith("sandbox", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains(ChineseText.Size(bytes.Length), await _site.ReadAsync(PageKinds.Report), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "JSON：照发布的原文，地址不变，不带出处")]
    public async Task The_json_is_what_was_published()
    {
        using var response = await _site.Client.GetAsync(PublicUrls.ReportFile(SampleData.Bureau, 2025, "json"));
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
        Assert.Equal("gongkai.annual-report/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(81, json.RootElement.GetProperty("requests").GetProperty("received")[6].GetInt32());
    }

    private async Task<IHtmlDocument> ReadAsync(string path) => await new HtmlParser().ParseDocumentAsync(await _site.ReadAsync(path));
}
