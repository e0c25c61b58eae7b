using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.Disputes;
using static Gongkai.Testing.LedgerBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Folding;

/// <summary>Section four, counted from the register of disputes.</summary>
[Law("国办公开办函〔2021〕30号")]
public sealed class DisputesRegisterTests
{
    [Fact(DisplayName = "本年审结的按结果计，年末未结的计入尚未审结，期初的也在内")]
    public void CountsResultsOfTheYearAndWhatIsPending()
    {
        var folded = ALedger()
            .PendingSince(2026, DisputeRoute.LitigationDirect)
            .PendingSince(2026, DisputeRoute.LitigationDirect).Concluded("2026-07-01", DisputeResult.Corrected)
            .Opened(2026)
            .Filed("2026-04-01", DisputeRoute.Reconsideration).Concluded("2026-06-01", DisputeResult.Upheld)
            .Filed("2026-11-01", DisputeRoute.Reconsideration)
            .Fold(2026);

        Assert.Equal(1, folded.Number("disputes.reconsideration.upheld"));
        Assert.Equal(1, folded.Number("disputes.reconsideration.pending"));
        Assert.Equal(2, folded.Number("disputes.reconsideration.total"));
        Assert.Equal(1, folded.Number("disputes.litigationDirect.corrected"));
        Assert.Equal(1, folded.Number("disputes.litigationDirect.pending"));
        Assert.Equal(0, folded.Number("disputes.litigationAfterReconsideration.total"));
        Assert.Empty(folded.Findings);
    }

    [Fact(DisplayName = "没有建账：尚未审结与总计是未建账，不是零")]
    public void WithoutOpeningPendingIsNotZero()
    {
        var folded = ALedger().Filed("2026-04-01", DisputeRoute.Reconsideration).Concluded("2026-06-01", DisputeResult.Other).Fold(2026);

        Assert.Equal(1, folded.Number("disputes.reconsideration.other"));
        Assert.Equal(CellState.NotOpened, folded.State("disputes.reconsideration.pending"));
        Assert.Equal(CellState.NotOpened, folded.State("disputes.reconsideration.total"));
    }

    [Fact(DisplayName = "审结而从未收到通知的，列为问题")]
    public void AConclusionWithoutAFilingIsAFinding()
    {
        var folded = ALedger().Opened(2026).About("某案").Concluded("2026-06-01", DisputeResult.Other).Fold(2026);

        Assert.Equal(["disputes.concluded-but-never-filed"], folded.Rules());
        Assert.Equal(0, folded.Number("disputes.reconsideration.other"));
    }
}
