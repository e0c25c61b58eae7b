using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Publishing;
using static Gongkai.Testing.LedgerBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Folding;

/// <summary>条例20: what section two counts.</summary>
public sealed class SectionTwoTests
{
    [Fact(DisplayName = "现行有效 = 期初 + 制发 − 废止")]
    [Law("条例", 20, 1, 1)]
    public void InForceRollsForward()
    {
        var ledger = ALedger().Opened(2026, normativeDocuments: 5)
            .Issued("2026-03-01").Named("甲").Issued("2026-04-01")
            .About("旧文").Repealed("2026-05-01")
            .About("甲").Repealed("2027-02-01");

        var (first, second) = (ledger.Fold(2026), ledger.Fold(2027));

        Assert.Equal(2, first.Number("proactive.normativeDocuments.issued"));
        Assert.Equal(1, first.Number("proactive.normativeDocuments.repealed"));
        Assert.Equal(6, first.Number("proactive.normativeDocuments.inForce"));
        Assert.Equal(CellBasis.Derived, first.Source("proactive.normativeDocuments.inForce").Basis);
        Assert.Equal([1L, 2, 3, 4], first.EntriesBehind(new CellKey("proactive.normativeDocuments.inForce")));
        Assert.Equal(5, second.Number("proactive.normativeDocuments.inForce"));
        Assert.Equal([1L, 2, 3, 4, 5], second.EntriesBehind(new CellKey("proactive.normativeDocuments.inForce")));
    }

    [Fact(DisplayName = "没有期初数：现行有效是未建账，制发照计")]
    public void WithoutOpeningInForceIsUnknown()
    {
        var folded = ALedger().Issued("2026-03-01").Fold(2026);

        Assert.Equal(1, folded.Number("proactive.normativeDocuments.issued"));
        Assert.Equal(0, folded.Number("proactive.normativeDocuments.repealed"));
        Assert.Equal(CellState.NotOpened, folded.State("proactive.normativeDocuments.inForce"));
    }

    [Fact(DisplayName = "规章与行政规范性文件各是一本账：一行有登记，另一行仍要零报告")]
    public void EachRowIsARegisterOfItsOwn()
    {
        var folded = ALedger().Opened(2026).Issued("2026-03-01", InstrumentKind.NormativeDocument).Fold(2026);

        Assert.Equal(1, folded.Number("proactive.normativeDocuments.inForce"));
        Assert.Equal(CellState.NotReported, folded.State("proactive.regulations.issued"));
        Assert.Equal(CellState.NotReported, folded.State("proactive.regulations.inForce"));
    }

    [Fact(DisplayName = "联合制发只在牵头机关计数")]
    [Law("条例", 10)]
    public void JointDocumentsCountAtTheLead()
    {
        var folded = ALedger().Opened(2026).Issued("2026-03-01").Issued("2026-03-02", lead: false).Repealed("2026-04-02", lead: false).Fold(2026);

        Assert.Equal(1, folded.Number("proactive.normativeDocuments.issued"));
        Assert.Equal(0, folded.Number("proactive.normativeDocuments.repealed"));
    }

    [Fact(DisplayName = "许可、处罚、强制各自成格：有登记的计数，没有的未报")]
    [Law("条例", 20, 1, 5)]
    [Law("条例", 20, 1, 6)]
    public void DecisionsStandEachByItself()
    {
        var folded = ALedger()
            .Decided("2026-03-01", AdministrativeDecisionKind.Licence).Decided("2026-12-31", AdministrativeDecisionKind.Licence)
            .Decided("2025-12-31", AdministrativeDecisionKind.Penalty).Fold(2026);

        Assert.Equal(2, folded.Number("proactive.licences"));
        Assert.Equal([1L, 2], folded.Source("proactive.licences").Sequences);
        Assert.Equal(CellState.NotReported, folded.State("proactive.penalties"));
        Assert.Equal(CellState.NotReported, folded.State("proactive.coercions"));
    }

    [Fact(DisplayName = "同一决定登记两次只计一次，列为问题")]
    public void ADecisionRecordedTwiceIsAFinding()
    {
        var folded = ALedger().Decided("2026-03-01", AdministrativeDecisionKind.Licence)
            .Record("2026-03-01", new AdministrativeDecisionMade(AdministrativeDecisionKind.Licence)).Fold(2026);

        Assert.Equal(1, folded.Number("proactive.licences"));
        Assert.Equal(["proactive.recorded-twice"], folded.Rules());
    }

    [Theory(DisplayName = "收费以分累计，折成万元一分不差，不带多余的零")]
    [Law("条例", 20, 1, 8)]
    [InlineData(new long[] { 1 }, "0.000001")]
    [InlineData(new long[] { 77_302_800_00 }, "7730.28")]
    [InlineData(new long[] { 5_000_00, 5_000_00 }, "1")]
    [InlineData(new long[] { 1_000_000, -250_000 }, "0.75")]
    [InlineData(new long[] { 9_007_199_254_740_991, 9_007_199_254_740_991, 9_007_199_254_740_991 }, "27021597764.222973")]
    public void FeesAreSummedWithoutLoss(long[] fen, string wanYuan)
    {
        var ledger = ALedger();
        foreach (var amount in fen) ledger.Collected("2026-06-01", amount);

        var cell = ledger.Fold(2026).Report.Cells[new CellKey("proactive.feesWanYuan")];

        Assert.Equal(wanYuan, cell.Printed);
        Assert.Equal(wanYuan, cell.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact(DisplayName = "信息处理费不进第二部分：按年合计，供第六部分填写")]
    [Law("条例", 42)]
    public void ProcessingFeesBelongToSectionSix()
    {
        var folded = ALedger().Opened(2026)
            .Received("2026-03-02").ProcessingFee("2026-03-10", 380_00).ProcessingFee("2026-03-11", 20_00)
            .Received("2026-03-03").ProcessingFee("2027-01-10", 100_00)
            .Fold(2026);

        Assert.Equal(400_00, folded.ProcessingFees.Fen);
        Assert.Equal(1, folded.ProcessingFees.Requests);
        Assert.Equal([3L, 4], folded.ProcessingFees.Sequences);
        Assert.Equal(CellState.NotReported, folded.State("proactive.feesWanYuan"));
    }

    [Fact(DisplayName = "废止多于有效：列为问题，提示核对期初数")]
    public void FewerThanNoneInForceIsAFinding()
    {
        var folded = ALedger().Opened(2026, normativeDocuments: 0).About("旧文").Repealed("2026-05-01").Fold(2026);

        Assert.Contains("proactive.in-force-below-zero", folded.Rules());
    }
}
