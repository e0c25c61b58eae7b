using Gongkai.Domain.AnnualReports;
using static Gongkai.Testing.ReportBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Checks;

[Law("国办公开办函〔2021〕30号")]
public sealed class TieOutTests
{
    [Fact(DisplayName = "全为零的年报没有问题")]
    public void Zeros_tie_out() => Assert.Empty(Check.Of(AReport()));

    [Fact(DisplayName = "2019年格式全为零的年报没有问题")]
    public void Zeros_of_the_old_form_tie_out() => Assert.Empty(Check.Of(AnOldReport()));

    [Fact(DisplayName = "总计不等于六类申请人之和：只报这一行，先改总计")]
    public void A_row_that_does_not_add_up_is_reported_with_its_total_first()
    {
        var report = AReport().WithRequests(5).With("requests.refused.stateSecret.total", 1);
        var findings = Check.Of(report);
        Assert.Equal(["requests.row-sum", "requests.outcome-sum"], findings.Select(finding => finding.Rule));
        Assert.All(findings, finding => Assert.Equal("requests.refused.stateSecret.total", finding.Cells[0].Value));
        Assert.All(findings, finding => Assert.Equal((0, 1), (finding.Expected, finding.Found)));
    }

    [Fact(DisplayName = "列不平：本年新收＋上年结转≠办理总计＋结转下年度")]
    public void A_column_that_does_not_balance_is_reported()
    {
        var report = AReport().WithRequests(received: 21, carriedIn: 2, carriedOver: 3).WithRow("requests.carriedOver", 4, 0, 0, 0, 0, 0, 4);
        var findings = Check.Of(report);
        Assert.Equal(2, findings.Count);
        Assert.All(findings, finding => Assert.Equal(("requests.column-identity", Severity.Error), (finding.Rule, finding.Severity)));
        Assert.Equal(
            ["requests.closed.naturalPerson", "requests.carriedOver.naturalPerson", "requests.received.naturalPerson", "requests.carriedIn.naturalPerson"],
            findings[0].Cells());
        Assert.Equal("表三 （七）总计 · 自然人：20，应为 19（本年新收＋上年结转＝办理总计＋结转下年度）", findings[0].Message);
    }

    [Fact(DisplayName = "（七）总计不等于（一）至（六）之和：写明应为多少")]
    public void Outcomes_that_do_not_add_up_are_reported()
    {
        var report = AReport().WithRequests(20).WithRow("requests.partlyGranted", 6, 0, 0, 0, 0, 0, 6);
        var findings = Check.Of(report);
        Assert.Equal(["requests.outcome-sum", "requests.outcome-sum"], findings.Select(finding => finding.Rule));
        Assert.Equal("表三 （七）总计 · 自然人：20，应为 26（（一）至（六）之和）", findings[0].Message);
        Assert.Equal((26, 20), (findings[0].Expected, findings[0].Found));
        Assert.Equal("requests.closed.naturalPerson", findings[0].Cells[0].Value);
    }

    [Fact(DisplayName = "一个数写错，行列都不平：先指出行列相交的那一格")]
    public void The_cell_that_breaks_two_tie_outs_is_named_first()
    {
        var report = AReport().WithRequests(20).With("requests.granted.business", 3);
        var findings = Check.Of(report);
        Assert.Equal(["requests.row-sum", "requests.outcome-sum"], findings.Select(finding => finding.Rule));
        Assert.All(findings, finding => Assert.Equal("requests.granted.business", finding.Cells[0].Value));
        Assert.All(findings, finding => Assert.Equal((0, 3), (finding.Expected, finding.Found)));
        Assert.Equal("表三 （一）予以公开 · 商业企业：3，应为 0（表三 （一）予以公开 · 总计应等于六类申请人之和）", findings[0].Message);
    }

    [Fact(DisplayName = "（六）其他处理只印一行时，用这一行合计")]
    public void A_single_other_row_is_summed_as_it_stands()
    {
        var report = AReport().WithRequests(5).WithRow("requests.granted", 0, 0, 0, 0, 0, 0, 0)
            .NotPrinting(key => key.Row.StartsWith("other.", StringComparison.Ordinal)).WithRow("requests.other", 5, 0, 0, 0, 0, 0, 5);
        Assert.Equal(["report.single-other-row"], Check.Of(report).Select(finding => finding.Rule));
        Assert.Contains(Check.Of(report.WithRow("requests.other", 4, 0, 0, 0, 0, 0, 4)), finding => finding.Rule == "requests.outcome-sum");
    }

    [Fact(DisplayName = "（六）其他处理的合计行与分项都印出时，分项之和等于合计行")]
    public void Subitems_of_the_other_row_add_up_to_it()
    {
        var report = AReport().WithRequests(5).WithRow("requests.granted", 0, 0, 0, 0, 0, 0, 0).WithRow("requests.other.other", 5, 0, 0, 0, 0, 0, 5)
            .WithRow("requests.other", 5, 0, 0, 0, 0, 0, 5);
        Assert.Empty(Check.Of(report));
        var finding = Check.Of(report.WithRow("requests.other", 6, 0, 0, 0, 0, 0, 6))[0];
        Assert.Equal(("requests.other-sum", "requests.other.naturalPerson"), (finding.Rule, finding.Cells[0].Value));
        Assert.StartsWith("表三 （六）其他处理 · 自然人：6，应为 5", finding.Message, StringComparison.Ordinal);
    }

    [Theory(DisplayName = "表四：四种结果之和等于总计，三组分别检查")]
    [InlineData("reconsideration", "行政复议")]
    [InlineData("litigationDirect", "未经复议直接起诉")]
    [InlineData("litigationAfterReconsideration", "复议后起诉")]
    public void Dispute_results_add_up(string group, string name)
    {
        var findings = Check.Of(AReport().WithRow($"disputes.{group}", 10, 1, 0, 0, 0));
        var finding = Assert.Single(findings);
        Assert.Equal(("disputes.sum", 11, 0), (finding.Rule, finding.Expected, finding.Found));
        Assert.Equal([.. CellKey.DisputeColumns.Order(StringComparer.Ordinal)], finding.Cells().Select(cell => new CellKey(cell).Column).Order(StringComparer.Ordinal));
        Assert.Equal($"disputes.{group}.total", finding.Cells[0].Value);
        Assert.StartsWith($"表四 {name} · 总计：0，应为 11", finding.Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "空白格可以填上使等式成立的，不算错误")]
    public void What_a_blank_could_mend_is_no_error()
    {
        var report = AReport().WithRequests(5).With("requests.received.total", 6).With("requests.carriedOver.total", 1);
        foreach (var column in CellKey.RequestColumns.Skip(1).SkipLast(1))
            report.Without($"requests.received.{column}", CellState.Blank).Without($"requests.carriedOver.{column}", CellState.Blank);
        Assert.DoesNotContain(Check.Of(report), finding => finding.Severity == Severity.Error);
    }

    [Fact(DisplayName = "空白格怎样填都不成立的，仍是错误")]
    public void What_no_blank_can_mend_is_an_error()
    {
        var report = AReport().WithRequests(5).With("requests.received.naturalPerson", 9).Without("requests.received.business", CellState.Blank);
        var error = Check.Of(report).First(finding => finding.Rule == "requests.row-sum");
        Assert.Equal("requests.received.naturalPerson", error.Cells[0].Value);
        Assert.Contains("空白格不计", error.Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "无法辨认的格不参加合计，只提示一次")]
    public void Unreadable_cells_are_never_summed()
    {
        var report = AReport().WithRequests(5).Without("requests.granted.naturalPerson", CellState.Unreadable, "5?").Without("requests.closed.total", CellState.Ambiguous, "51");
        var finding = Assert.Single(Check.Of(report));
        Assert.Equal(("tables.unreadable", Severity.Hint), (finding.Rule, finding.Severity));
        Assert.Equal(["requests.granted.naturalPerson", "requests.closed.total"], finding.Cells());
        Assert.Contains("无法判断", finding.Message, StringComparison.Ordinal);
    }
}
