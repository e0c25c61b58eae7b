using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Requests;
using Gongkai.Testing;
using static Gongkai.Testing.LedgerBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Folding;

/// <summary>年报发布后补记: acts that belong to a published year.</summary>
public sealed class LateActTests
{
    [Fact(DisplayName = "发布后补记上年的申请：已发布的年报不变，列为补记")]
    public void ALateActNeverChangesThePublishedReport()
    {
        var ledger = PublishedYear();
        var published = ledger.Fold(2025, upTo: 3);

        ledger.Received("2025-12-30").Received("2026-02-10");

        Assert.Equal(published.Numbers(), ledger.Fold(2025, upTo: 3).Numbers());
        var late = Assert.Single(Late(ledger));
        Assert.Equal(new LateAct(2025, 3, 5, new DateOnly(2025, 12, 30)), late);
        Assert.Equal(("report.late-act", Severity.Warning), (late.Finding.Rule, late.Finding.Severity));
        Assert.Contains("年报发布后补记", late.Finding.Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "发布后更正上年的条目，包括把日期改入、改出上年，都是补记")]
    public void ACorrectionOfAPublishedActIsLate()
    {
        var facts = new RequestReceived(ApplicantKind.Business, ReceiptChannel.Counter);
        var ledger = PublishedYear().Received("2026-01-05").Corrected(2, "2026-01-01", facts).Corrected(5, "2025-12-31", facts).VoidedEntry(6);

        Assert.Equal([6L, 7, 8], Late(ledger).Select(late => late.Sequence));
    }

    [Fact(DisplayName = "发布后签的上年报数单是补记")]
    public void AReturnForAPublishedYearIsLate() =>
        Assert.Equal([5L], Late(PublishedYear().Returned("甲科", "2025", ("proactive.licences", 3))).Select(late => late.Sequence));

    [Fact(DisplayName = "发布后作废上年收到的登记是补记")]
    public void VoidingAPublishedRegistrationIsLate()
    {
        var ledger = ALedger().Opened(2025).Received("2025-12-20").Named("甲").Published("2026-01-20", 2025).About("甲").Voided("2026-02-01");

        Assert.Equal([(2025, 4L)], Late(ledger).Select(late => (late.Year, late.Sequence)));
    }

    [Fact(DisplayName = "重新发布之后，此前的补记不再列出")]
    public void ANewPublicationTakesThemIn() =>
        Assert.Empty(Late(PublishedYear().Received("2025-12-30").Published("2026-03-01", 2025)));

    [Fact(DisplayName = "没有发布过年报，就没有补记")]
    public void WithoutAPublicationNothingIsLate() => Assert.Empty(Late(ALedger().Received("2025-12-30")));

    private static LedgerBuilder PublishedYear() =>
        ALedger().Opened(2025).Received("2025-06-01").Closed("2025-06-20").Published("2026-01-20", 2025);

    private static IReadOnlyList<LateAct> Late(LedgerBuilder ledger) => LateAct.Of(LedgerActs.Read(ledger.Entries).Value);
}
