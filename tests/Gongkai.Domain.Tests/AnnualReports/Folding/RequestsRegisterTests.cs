using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Requests;
using static Gongkai.Testing.LedgerBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Folding;

/// <summary>Section three, counted from the register of requests.</summary>
[Law("国办公开办函〔2021〕30号")]
public sealed class RequestsRegisterTests
{
    [Fact(DisplayName = "收到之日在本年的，计入本年新收；送达之日在本年的，计入办理结果")]
    public void CountsByDayOfReceiptAndDayOfService()
    {
        var folded = ALedger().Opened(2026)
            .Received("2026-03-02", ApplicantKind.Business).Closed("2026-03-20", OutcomeRow.RefusedDeliberative)
            .Received("2026-12-31", ApplicantKind.Business)
            .Fold(2026);

        Assert.Equal(2, folded.Number("requests.received.business"));
        Assert.Equal(1, folded.Number("requests.refused.deliberative.business"));
        Assert.Equal(1, folded.Number("requests.closed.business"));
        Assert.Equal(1, folded.Number("requests.carriedOver.total"));
        Assert.Empty(folded.Findings);
    }

    [Fact(DisplayName = "十二月三十一日提交、次年一月四日双方确认的，是次年新收")]
    public void TheDayOfConfirmationDecidesTheYear()
    {
        var ledger = ALedger().Opened(2026).Received("2026-06-01").Closed("2026-06-20").Received("2027-01-04");

        Assert.Equal(1, ledger.Fold(2026).Number("requests.received.total"));
        Assert.Equal(1, ledger.Fold(2027).Number("requests.received.total"));
    }

    [Fact(DisplayName = "上年收到、上年未办结的，计入上年结转；结转等于上年的结转下年")]
    public void CarriesOverFromYearToYear()
    {
        var ledger = ALedger().Opened(2025)
            .Received("2025-12-20").Closed("2026-01-15")
            .Received("2025-12-25", ApplicantKind.Research)
            .Received("2025-02-01").Closed("2025-02-20");

        var (last, next) = (ledger.Fold(2025), ledger.Fold(2026));

        foreach (var column in CellKey.RequestColumns)
            Assert.Equal(last.Number($"requests.carriedOver.{column}"), next.Number($"requests.carriedIn.{column}"));
        Assert.Equal(2, next.Number("requests.carriedIn.total"));
        Assert.Equal(1, next.Number("requests.carriedOver.research"));
    }

    [Fact(DisplayName = "一事一申请拆分：原登记不计，各件分别计，新收增加 n−1")]
    public void SplittingCountsThePartsOnly()
    {
        var folded = ALedger().Opened(2026)
            .Received("2026-05-06").Voided("2026-05-08", split: true)
            .Received("2026-05-06").Closed("2026-05-20")
            .Received("2026-05-06").Closed("2026-05-20", OutcomeRow.UnavailableNotHeld)
            .Fold(2026);

        Assert.Equal(2, folded.Number("requests.received.total"));
        Assert.Equal(2, folded.Number("requests.closed.total"));
        Assert.Empty(folded.Findings);
    }

    [Fact(DisplayName = "没有收到登记的办结：照样登记，不计入，列为问题")]
    public void AClosingWithoutAReceiptIsAFinding()
    {
        var folded = ALedger().Opened(2026).About("不知何来").Closed("2026-05-08").Fold(2026);

        Assert.Equal(0, folded.Number("requests.closed.total"));
        var finding = Assert.Single(folded.Findings);
        Assert.Equal("requests.closed-but-never-received", finding.Rule);
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Contains("第 2 条", finding.Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "办结两次：计第一次，第二次列为问题")]
    public void ASecondClosingIsAFinding()
    {
        var folded = ALedger().Opened(2026).Received("2026-05-01")
            .Closed("2026-05-08", OutcomeRow.Granted).Closed("2026-05-09", OutcomeRow.PartlyGranted).Fold(2026);

        Assert.Equal(1, folded.Number("requests.granted.total"));
        Assert.Equal(0, folded.Number("requests.partlyGranted.total"));
        Assert.Equal(["requests.closed-twice"], folded.Rules());
    }

    [Fact(DisplayName = "办结早于收到：按收到之日计，列为问题，勾稽不破")]
    public void AClosingBeforeReceiptCountsOnTheDayOfReceipt()
    {
        var folded = ALedger().Opened(2026).Received("2026-01-10").Closed("2025-12-30").Fold(2026);

        Assert.Equal(1, folded.Number("requests.received.total"));
        Assert.Equal(1, folded.Number("requests.closed.total"));
        Assert.Equal(0, folded.Number("requests.carriedOver.total"));
        Assert.Equal(["requests.closed-before-received"], folded.Rules());
    }

    [Fact(DisplayName = "登记了两次收到：计第一次，第二次列为问题")]
    public void ASecondReceiptIsAFinding()
    {
        var folded = ALedger().Opened(2026).Received("2026-01-10").ReceivedAgain("2026-01-12", ApplicantKind.Other).Fold(2026);

        Assert.Equal(1, folded.Number("requests.received.naturalPerson"));
        Assert.Equal(0, folded.Number("requests.received.other"));
        Assert.Equal(["requests.received-twice"], folded.Rules());
    }

    [Fact(DisplayName = "先补录办结、后补录收到，与按先后登记的结果相同")]
    public void TheOrderOfRecordingDoesNotMatter()
    {
        var late = ALedger().Opened(2026).About("甲").Closed("2026-05-08").ReceivedAgain("2026-05-01").Fold(2026);
        var inOrder = ALedger().Opened(2026).Received("2026-05-01").Closed("2026-05-08").Fold(2026);

        Assert.Equal(inOrder.Numbers(), late.Numbers());
        Assert.Empty(late.Findings);
    }

    [Fact(DisplayName = "本年没有任何登记、年初也无在办：全表未报，绝不默认为零")]
    public void WithoutActsOrASignedZeroNothingIsReported()
    {
        var folded = ALedger().Opened(2026).Issued("2026-02-01").Fold(2026);

        Assert.Equal(CellState.NotReported, folded.State("requests.received.naturalPerson"));
        Assert.Equal(CellState.NotReported, folded.State("requests.closed.total"));
        Assert.Equal(CellBasis.None, folded.Source("requests.closed.total").Basis);
        Assert.Equal(0, folded.Number("requests.carriedIn.total"));
    }

    [Fact(DisplayName = "年初有在办的，登记簿即在用：其余各格按台账计为零")]
    public void AnOpenRequestKeepsTheRegister()
    {
        var folded = ALedger().Opened(2025).Received("2025-12-01").Fold(2026);

        Assert.Equal(0, folded.Number("requests.received.total"));
        Assert.Equal(1, folded.Number("requests.carriedOver.total"));
        Assert.Equal(CellBasis.Acts, folded.Source("requests.granted.legalService").Basis);
    }

    [Fact(DisplayName = "既有台账又有报数单：整表按台账计，列为错误，不相加")]
    public void ActsAndAReturnAreNeverAdded()
    {
        var folded = ALedger().Opened(2026).Received("2026-03-02").Closed("2026-03-20")
            .Returned("办公室", "2026", ("requests.received.naturalPerson", 5), ("requests.closed.total", 9)).Fold(2026);

        Assert.Equal(1, folded.Number("requests.received.naturalPerson"));
        var finding = Assert.Single(folded.Findings);
        Assert.Equal("requests.double-source", finding.Rule);
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Contains(new CellKey("requests.received.naturalPerson"), finding.Cells);
    }
}
