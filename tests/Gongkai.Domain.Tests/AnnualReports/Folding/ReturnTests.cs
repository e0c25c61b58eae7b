using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Publishing;
using static Gongkai.Testing.LedgerBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Folding;

/// <summary>Signed returns (科室报数单) as the source of a cell.</summary>
public sealed class ReturnTests
{
    [Fact(DisplayName = "几个科室的数相加")]
    public void UnitsAddUp()
    {
        var folded = ALedger().Returned("甲科", "2026", ("proactive.licences", 14)).Returned("乙科", "2026", ("proactive.licences", 3)).Fold(2026);

        Assert.Equal(17, folded.Number("proactive.licences"));
        Assert.Equal(CellBasis.Return, folded.Source("proactive.licences").Basis);
        Assert.Equal([1L, 2], folded.Source("proactive.licences").Sequences);
        Assert.Empty(folded.Findings);
    }

    [Fact(DisplayName = "四个季度报全才相加")]
    public void QuartersAddUpWhenTheyCoverTheYear()
    {
        var ledger = ALedger();
        for (var quarter = 1; quarter <= 4; quarter++) ledger.Returned("甲科", $"2026-Q{quarter}", ("proactive.penalties", quarter));

        Assert.Equal(10, ledger.Fold(2026).Number("proactive.penalties"));
    }

    [Fact(DisplayName = "没有报全：未报，并说明缺哪几个月")]
    public void AMissingSpanLeavesTheCellUnreported()
    {
        var folded = ALedger().Returned("甲科", "2026-Q1", ("proactive.penalties", 1)).Returned("甲科", "2026-05", ("proactive.penalties", 2)).Fold(2026);

        Assert.Equal(CellState.NotReported, folded.State("proactive.penalties"));
        var finding = Assert.Single(folded.Findings);
        Assert.Equal("proactive.return-incomplete", finding.Rule);
        Assert.Contains("4月、6—12月", finding.Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "一个科室报了全年，另一个缺一季度：仍是未报")]
    public void EachUnitMustCoverTheYear()
    {
        var folded = ALedger().Returned("甲科", "2026", ("proactive.penalties", 1)).Returned("乙科", "2026-Q1", ("proactive.penalties", 2)).Fold(2026);

        Assert.Equal(CellState.NotReported, folded.State("proactive.penalties"));
        Assert.Contains("4—12月", Assert.Single(folded.Findings).Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "同一科室同一期间报了两次而没有替换：计第一次，列为错误")]
    public void TheSameUnitTwiceIsAFinding()
    {
        var folded = ALedger().Returned("甲科", "2026", ("proactive.licences", 14)).Returned("甲科", "2026", ("proactive.licences", 15)).Fold(2026);

        Assert.Equal(14, folded.Number("proactive.licences"));
        Assert.Equal(["proactive.return-repeated"], folded.Rules());
    }

    [Fact(DisplayName = "以更正替换原报数单：计替换后的数，没有问题")]
    public void AReplacementIsNoFinding()
    {
        var unit = new Domain.Agencies.UnitId(Guid.NewGuid());
        var right = new AggregateReturn(unit, new ReturnPeriod(2026), new Dictionary<CellKey, decimal> { [new("proactive.licences")] = 15 }, "", null);
        var folded = ALedger().Returned("甲科", "2026", ("proactive.licences", 14)).Corrected(1, "2026-12-31", right).Fold(2026);

        Assert.Equal(15, folded.Number("proactive.licences"));
        Assert.Equal([2L], folded.Source("proactive.licences").Sequences);
        Assert.Empty(folded.Findings);
    }

    [Fact(DisplayName = "同一期间既有单笔登记又有报数单：按台账计，列为错误，不相加")]
    public void ActsAndAReturnForOneSpanAreAFinding()
    {
        var folded = ALedger().Decided("2026-03-01", AdministrativeDecisionKind.Licence).Returned("甲科", "2026", ("proactive.licences", 14)).Fold(2026);

        Assert.Equal(1, folded.Number("proactive.licences"));
        Assert.Equal(CellBasis.Acts, folded.Source("proactive.licences").Basis);
        var finding = Assert.Single(folded.Findings);
        Assert.Equal(("proactive.double-source", Severity.Error), (finding.Rule, finding.Severity));
        Assert.Equal((1m, 14m), (finding.Expected, finding.Found));
    }

    [Fact(DisplayName = "上半年报数、下半年逐笔登记：期间不重叠，两段相加并说明")]
    public void DisjointSpansAddUpAndSaySo()
    {
        var folded = ALedger().Returned("甲科", "2026-Q1", ("proactive.licences", 4)).Returned("甲科", "2026-Q2", ("proactive.licences", 5))
            .Decided("2026-08-20", AdministrativeDecisionKind.Licence).Fold(2026);

        Assert.Equal(10, folded.Number("proactive.licences"));
        Assert.Equal(CellBasis.ActsAndReturn, folded.Source("proactive.licences").Basis);
        Assert.Equal([("proactive.two-sources", Severity.Hint)], folded.Findings.Select(finding => (finding.Rule, finding.Severity)));
    }

    [Fact(DisplayName = "收费报数单以万元计，小数保留")]
    public void FeesMayHaveAFraction()
    {
        var folded = ALedger().Returned("甲科", "2026", ("proactive.feesWanYuan", 7730.28m)).Returned("乙科", "2026", ("proactive.feesWanYuan", 1.72m)).Fold(2026);

        Assert.Equal("7732", folded.Report.Cells[new CellKey("proactive.feesWanYuan")].Printed);
    }

    [Theory(DisplayName = "件数不能是小数或负数：不计入，列为错误")]
    [InlineData(0.5)]
    [InlineData(-1)]
    public void AnImpossibleNumberIsNotCounted(decimal value)
    {
        var folded = ALedger().Returned("甲科", "2026", ("proactive.licences", value)).Fold(2026);

        Assert.Equal(CellState.NotReported, folded.State("proactive.licences"));
        Assert.Contains("proactive.return-impossible", folded.Rules());
    }

    [Fact(DisplayName = "年初数看含一月的报数单，年末数看含十二月的报数单，不按季度相加")]
    public void StocksAreNotAddedUp()
    {
        var ledger = ALedger();
        for (var quarter = 1; quarter <= 4; quarter++)
            ledger.Returned("甲科", $"2026-Q{quarter}", ("proactive.normativeDocuments.inForce", 5 + quarter),
                ("requests.carriedIn.business", quarter), ("requests.carriedOver.business", 10 * quarter), ("disputes.reconsideration.pending", quarter));
        var folded = ledger.Fold(2026);

        Assert.Equal(9, folded.Number("proactive.normativeDocuments.inForce"));
        Assert.Equal(1, folded.Number("requests.carriedIn.business"));
        Assert.Equal(40, folded.Number("requests.carriedOver.business"));
        Assert.Equal(4, folded.Number("disputes.reconsideration.pending"));
    }

    [Fact(DisplayName = "报数单上的合计与各分项之和不符：以分项为准，列为错误")]
    public void ASignedTotalMustAgreeWithItsParts()
    {
        var columns = CellKey.RequestColumns.Where(column => column != CellKey.Total).Select(column => ($"requests.received.{column}", 1m));
        var folded = ALedger().Returned("甲科", "2026", [.. columns, ("requests.received.total", 7m)]).Fold(2026);

        Assert.Equal(6, folded.Number("requests.received.total"));
        var finding = Assert.Single(folded.Findings);
        Assert.Equal(("requests.return-sum", (decimal?)6, (decimal?)7), (finding.Rule, finding.Expected, finding.Found));
    }

    [Fact(DisplayName = "报数单里有格式中没有的单元格：不计入，提示")]
    public void UnknownCellsAreTold()
    {
        var folded = ALedger().Returned("甲科", "2026", ("proactive.licenses", 3)).Fold(2026);

        Assert.Equal(["report.return-unknown-cell"], folded.Rules());
    }

    [Fact(DisplayName = "别的年度的报数单不计入本年")]
    public void OtherYearsDoNotCount() =>
        Assert.Equal(CellState.NotReported, ALedger().Returned("甲科", "2025", ("proactive.licences", 3)).Fold(2026).State("proactive.licences"));
}
