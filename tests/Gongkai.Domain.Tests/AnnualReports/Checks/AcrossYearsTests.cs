using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Checks;
using static Gongkai.Testing.ReportBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Checks;

[Law("国办公开办函〔2021〕30号")]
[Law("立法法", 93)]
public sealed class AcrossYearsTests
{
    [Fact(DisplayName = "上年结转等于上一年的结转下年度：没有问题")]
    public void What_was_carried_over_is_carried_in() =>
        Assert.Empty(Check.Of(AReport(2023).WithRequests(5, carriedIn: 3), AReport(2022).WithRequests(4, carriedOver: 3).Build()));

    [Fact(DisplayName = "上年结转与上一年的结转下年度不等：逐列警告")]
    public void Each_column_that_differs_is_a_warning()
    {
        var findings = Check.Of(AReport(2023).WithRequests(5, carriedIn: 2), AReport(2022).WithRequests(4, carriedOver: 3).Build());
        Assert.Equal(["requests.carriedIn.naturalPerson", "requests.carriedIn.total"], findings.Select(finding => finding.Cells[0].Value));
        Assert.All(findings, finding => Assert.Equal(("requests.carried-in", Severity.Warning, 3, 2), (finding.Rule, finding.Severity, finding.Expected, finding.Found)));
    }

    [Fact(DisplayName = "现行有效件数滚动对不上：只提示")]
    public void Documents_in_force_that_do_not_roll_forward_are_a_hint()
    {
        var previous = AReport(2022).With("proactive.normativeDocuments.inForce", 20).Build();
        var report = AReport(2023).With("proactive.normativeDocuments.issued", 3).With("proactive.normativeDocuments.repealed", 5);
        Assert.Empty(Check.Of(report.With("proactive.normativeDocuments.inForce", 18), previous));
        var finding = Assert.Single(Check.Of(report.With("proactive.normativeDocuments.inForce", 25), previous));
        Assert.Equal(("proactive.roll-forward", Severity.Hint, 18, 25), (finding.Rule, finding.Severity, finding.Expected, finding.Found));
    }

    [Theory(DisplayName = "没有规章制定权的机关填了规章：提示")]
    [InlineData("示范镇人民政府", true)]
    [InlineData("示范街道办事处", true)]
    [InlineData("示范县人民政府", true)]
    [InlineData("示范区应急管理局", true)]
    [InlineData("示范省教育厅", true)]
    [InlineData("示范市人民政府", false)]
    [InlineData("示范市人民政府办公厅", false)]
    [InlineData("示范自治区人民政府", false)]
    [InlineData("国家示范总局", false)]
    [InlineData(null, false)]
    public void Only_who_can_make_regulations_reports_them(string? agency, bool odd) => Assert.Equal(
        odd ? ["proactive.regulation-maker"] : [],
        Check.Of(AReport().Of(agency).With("proactive.regulations.inForce", 2)).Select(finding => finding.Rule));

    [Fact(DisplayName = "负数、小数件数：错误；2019年格式的增减和收费金额除外")]
    public void Counts_are_whole_and_not_negative()
    {
        Assert.Equal("counts.negative", Assert.Single(Check.Of(AReport().With("proactive.licences", -3))).Rule);
        Assert.Equal("counts.fraction", Assert.Single(Check.Of(AReport().With("proactive.penalties", 1.5m))).Rule);
        Assert.Empty(Check.Of(AReport().With("proactive.feesWanYuan", 7730.28m)));
        Assert.Empty(Check.Of(AnOldReport().With("proactive.licences.change", -3).With("proactive.licences.previous", 10).With("proactive.licences.decisions", 90)));
    }

    [Fact(DisplayName = "125 个空白格只提示一次")]
    public void A_hundred_blanks_are_one_hint()
    {
        var report = AReport().WithRequests(26);
        foreach (var key in report.Build().Cells.Keys.Where(key => key.Table == "requests" && key.Column is not ("naturalPerson" or "total")).ToList())
            report.Without(key.Value, CellState.Blank);
        var finding = Assert.Single(Check.Of(report));
        Assert.Equal(("tables.blank", Severity.Hint, 125), (finding.Rule, finding.Severity, finding.Cells.Count));
    }

    [Fact(DisplayName = "勾稽关系决定了空白格应填的数：提示里写明")]
    public void A_blank_that_must_be_something_is_named_first()
    {
        var key = new CellKey("requests.granted.business");
        var cells = AReport().WithRequests(5).With("requests.granted.total", 6).With("requests.closed.business", 1).With("requests.closed.total", 6)
            .With("requests.received.business", 1).With("requests.received.total", 6).Without("requests.refused.stateSecret.business", CellState.Blank).Build().Cells.ToDictionary();
        cells[key] = ReportCell.Without(key, CellState.Blank) with { Resolved = new ResolvedValue(1, "requests.row-sum") };
        var finding = Assert.Single(Check.Of(AReport().Build() with { Cells = cells }));
        Assert.Equal(("tables.blank", key), (finding.Rule, finding.Cells[0]));
        Assert.Contains("表三 （一）予以公开 · 商业企业 = 1", finding.Message, StringComparison.Ordinal);
    }
}
