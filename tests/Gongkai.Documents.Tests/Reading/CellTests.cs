using System.Text;
using Gongkai.Documents.Reading;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Tests.Reading;

/// <summary>What a single cell says: a number, nothing, or something that is not sure.</summary>
public sealed class CellTests
{
    [Theory(DisplayName = "件数格：单位、附注、千分位、全角，数字照读")]
    [InlineData("14", 14)]
    [InlineData("1,573,179", 1573179)]
    [InlineData("1，573，179", 1573179)]
    [InlineData("3 440", 3440)]
    [InlineData("１４", 14)]
    [InlineData("14件", 14)]
    [InlineData("14 宗", 14)]
    [InlineData("22（其中修订16件）", 22)]
    [InlineData("55<br>（含自然失效29件）", 55)]
    [InlineData("22 其中修订16件", 22)]
    [InlineData("22<sup>1</sup>", 22)]
    [InlineData("22①", 22)]
    [InlineData("22*", 22)]
    [InlineData("零", 0)]
    [InlineData("<span>1</span><span>0</span>", 10)]
    [InlineData("0元", 0)]
    public void A_count_is_read(string cell, int value) => AssertPrinted(Licences(cell), value);

    [Theory(DisplayName = "空白和划线是空白，不是零")]
    [InlineData("")]
    [InlineData("&nbsp;")]
    [InlineData("<o:p> </o:p>")]
    [InlineData("/")]
    [InlineData("-")]
    [InlineData("—")]
    [InlineData("——")]
    [InlineData("无")]
    [InlineData("不适用")]
    [InlineData("<span style='display:none'>7</span>")]
    public void A_blank_is_no_zero(string cell)
    {
        var read = Licences(cell);
        Assert.Equal((CellState.Blank, null), (read.State, read.Value));
    }

    [Theory(DisplayName = "两可的读法列出来，不猜")]
    [InlineData("1 0", new[] { 10 })]
    [InlineData("22（18）", new[] { 22, 18 })]
    [InlineData("1.573", new[] { 1573 })]
    [InlineData("12,34", new[] { 1234 })]
    public void Two_readings_are_ambiguous(string cell, int[] candidates)
    {
        var read = Licences(cell);
        Assert.Equal((CellState.Ambiguous, null), (read.State, read.Value));
        Assert.Subset(read.Candidates.ToHashSet(), candidates.Select(candidate => (decimal)candidate).ToHashSet());
    }

    [Theory(DisplayName = "看不准的格子说看不准")]
    [InlineData("约22")]
    [InlineData("见附件")]
    [InlineData("3/2")]
    [InlineData("l4")]
    [InlineData("12345678901234567890")]
    public void Nonsense_is_unreadable(string cell)
    {
        var read = Licences(cell);
        Assert.Equal((CellState.Unreadable, null, cell), (read.State, read.Value, read.Printed));
    }

    [Theory(DisplayName = "收费金额：以万元计，去掉单位和千分位；写成元的有歧义")]
    [InlineData("7730.28", "7730.28")]
    [InlineData("7,730.28", "7730.28")]
    [InlineData("0.5万元", "0.5")]
    [InlineData("0.50", "0.50")]
    [InlineData("０．５", "0.5")]
    public void Fees_keep_their_digits(string cell, string digits)
    {
        var read = Read(cell, "行政事业性收费", "本年收费金额（单位：万元）").Cells[new CellKey("proactive.feesWanYuan")];
        Assert.Equal((CellState.Printed, digits), (read.State, read.Printed));
    }

    [Fact(DisplayName = "5000元写在万元栏里：0.5 还是 5000，有歧义")]
    public void Yuan_in_a_column_of_wan_yuan_is_ambiguous()
    {
        var read = Read("5000元", "行政事业性收费", "本年收费金额（单位：万元）").Cells[new CellKey("proactive.feesWanYuan")];
        Assert.Equal((CellState.Ambiguous, (decimal[])[0.5m, 5000m]), (read.State, [.. read.Candidates]), new PairComparer());
    }

    [Theory(DisplayName = "2019 年格式的增减：增、减、加号、减号")]
    [InlineData("增10", 10)]
    [InlineData("增加10项", 10)]
    [InlineData("+10", 10)]
    [InlineData("减3", -3)]
    [InlineData("减少3", -3)]
    [InlineData("－3", -3)]
    [InlineData("↓3", -3)]
    [InlineData("+0", 0)]
    public void A_change_has_a_sign(string cell, int value)
    {
        var html = $"<table><tr><td>信息内容</td><td>上一年项目数量</td><td>本年增/减</td><td>处理决定数量</td></tr><tr><td>行政许可</td><td>8</td><td>{cell}</td><td>18</td></tr></table>";
        AssertPrinted(Report(html).Cells[new CellKey("proactive.licences.change")], value);
    }

    [Fact(DisplayName = "同一格印了两次而不相同：有歧义，两个都列出")]
    public void A_cell_printed_twice_differently_is_ambiguous()
    {
        const string table = "<table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>{0}</td></tr></table>";
        var html = table.Replace("{0}", "3", StringComparison.Ordinal) + "<p>二</p>" + table.Replace("{0}", "4", StringComparison.Ordinal);
        var read = Report(html).Cells[new CellKey("proactive.licences")];
        Assert.Equal(CellState.Ambiguous, read.State);
        Assert.Equal([3m, 4m], read.Candidates);
    }

    [Fact(DisplayName = "标签和数字粘在一格里：这一行不读")]
    public void A_number_glued_to_its_label_is_not_read()
    {
        var html = "<table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可24</td><td></td></tr><tr><td>行政处罚</td><td>6</td></tr></table>";
        Assert.Null(Report(html)[new CellKey("proactive.licences")]);
    }

    [Fact(DisplayName = "Markdown：# 号标题、竖线表格、夹着网页标签")]
    public void Markdown_is_read_as_text()
    {
        const string text = "<div>\n\n# 示范区教育局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n做好工作。\n\n## 二、主动公开政府信息情况\n\n| 信息内容 | 本年处理决定数量 |\n|---|---|\n| 行政许可 | 14 |\n\n</div>\n";
        var report = AnnualReportReader.Read(Encoding.UTF8.GetBytes(text)).Value.Report;
        Assert.Equal(("示范区教育局", 2023, 14m), (report.Agency, report.Year, report[new CellKey("proactive.licences")]));
        Assert.Equal([1, 2], report.Sections.Select(section => section.Number).Where(number => number > 0));
    }

    private static ReportCell Licences(string cell) => Read(cell, "行政许可", "本年处理决定数量").Cells[new CellKey("proactive.licences")];

    private static AnnualReport Read(string cell, string row, string head) =>
        Report($"<table><tr><td>第二十条第（五）项</td><td></td></tr><tr><td>信息内容</td><td>{head}</td></tr><tr><td>{row}</td><td>{cell}</td></tr></table>");

    private static AnnualReport Report(string html) => AnnualReportReader.Read(Encoding.UTF8.GetBytes($"<html><body>{html}</body></html>")).Value.Report;

    private static void AssertPrinted(ReportCell cell, int value) => Assert.Equal((CellState.Printed, (decimal?)value), (cell.State, cell.Value));

    private sealed class PairComparer : IEqualityComparer<(CellState, decimal[])>
    {
        public bool Equals((CellState, decimal[]) x, (CellState, decimal[]) y) => x.Item1 == y.Item1 && x.Item2.SequenceEqual(y.Item2);

        public int GetHashCode((CellState, decimal[]) pair) => (int)pair.Item1;
    }
}
