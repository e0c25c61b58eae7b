using Gongkai.Domain.Requests;
using static Gongkai.Testing.LedgerBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Folding;

/// <summary>Corrections (更正、作废) of ledger entries, as the fold reads them.</summary>
public sealed class CorrectionTests
{
    private static readonly RequestReceived Business = new(ApplicantKind.Business, ReceiptChannel.Counter);
    private static readonly RequestReceived Research = new(ApplicantKind.Research, ReceiptChannel.Counter);

    [Fact(DisplayName = "更正申请人类别：换到正确的列，来源是更正条目")]
    public void ACorrectionMovesTheColumn()
    {
        var folded = ALedger().Opened(2026).Received("2026-03-02").Corrected(2, "2026-03-02", Business).Fold(2026);

        Assert.Equal(0, folded.Number("requests.received.naturalPerson"));
        Assert.Equal(1, folded.Number("requests.received.business"));
        Assert.Equal([3L], folded.Source("requests.received.business").Sequences);
    }

    [Fact(DisplayName = "更正日期：换到正确的年度")]
    public void ACorrectionMovesTheYear()
    {
        var ledger = ALedger().Opened(2025).Received("2026-01-02").Corrected(2, "2025-12-31", Business);

        Assert.Equal(1, ledger.Fold(2025).Number("requests.received.total"));
        Assert.Equal(1, ledger.Fold(2026).Number("requests.carriedIn.business"));
    }

    [Fact(DisplayName = "作废条目：不计入")]
    public void AVoidedEntryCountsNowhere()
    {
        var folded = ALedger().Opened(2026).Received("2026-01-02").Received("2026-01-03").VoidedEntry(3).Fold(2026);

        Assert.Equal(1, folded.Number("requests.received.total"));
    }

    [Fact(DisplayName = "几次更正：以最后一次为准")]
    public void TheLastCorrectionDecides()
    {
        var folded = ALedger().Opened(2026).Received("2026-01-02")
            .Corrected(2, "2026-01-02", Business).Corrected(2, "2026-01-02", Research).Fold(2026);

        Assert.Equal(1, folded.Number("requests.received.research"));
        Assert.Equal(0, folded.Number("requests.received.business"));
    }

    [Fact(DisplayName = "作废一条更正：恢复更正之前的内容")]
    public void VoidingACorrectionRestores()
    {
        var folded = ALedger().Opened(2026).Received("2026-01-02").Corrected(2, "2026-01-02", Business).VoidedEntry(3).Fold(2026);

        Assert.Equal(1, folded.Number("requests.received.naturalPerson"));
    }

    [Fact(DisplayName = "更正作出之前的折算不受影响")]
    public void FoldingUpToAnEarlierEntryDoesNotSeeIt()
    {
        var ledger = ALedger().Opened(2026).Received("2026-01-02");
        var before = ledger.Fold(2026).Numbers();

        ledger.Corrected(2, "2026-01-02", Business).Closed("2026-02-01");

        Assert.Equal(before, ledger.Fold(2026, upTo: 2).Numbers());
        Assert.Equal(2, ledger.Fold(2026, upTo: 2).UpTo);
    }

    [Fact(DisplayName = "一万条更正环环相扣，照样读得完")]
    public void ALongChainOfCorrectionsIsRead()
    {
        var ledger = ALedger().Opened(2026).Received("2026-01-02").Corrected(2, "2026-01-02", Business);
        for (var i = 0; i < 10_000; i++) ledger.VoidedEntry(ledger.Last);

        // An even number of voids: the correction stands.
        Assert.Equal(1, ledger.Fold(2026).Number("requests.received.business"));
    }
}
