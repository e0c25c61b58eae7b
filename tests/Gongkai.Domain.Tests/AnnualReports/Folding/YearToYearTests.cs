using Gongkai.Documents.Data;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Requests;
using Gongkai.Testing;
using static Gongkai.Testing.LedgerBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Folding;

/// <summary>Where a year begins: opening figures, the year before, or nothing (未建账).</summary>
public sealed class YearToYearTests
{
    [Fact(DisplayName = "第一年没有建账：上年结转、结转下年及其合计是未建账，其余照计")]
    public void TheFirstYearWithoutOpening()
    {
        var folded = ALedger().Received("2026-03-02").Closed("2026-03-20").Fold(2026);

        Assert.Equal(CellState.NotOpened, folded.State("requests.carriedIn.naturalPerson"));
        Assert.Equal(CellState.NotOpened, folded.State("requests.carriedOver.naturalPerson"));
        Assert.Equal(CellState.NotOpened, folded.State("requests.carriedIn.total"));
        Assert.Equal(1, folded.Number("requests.received.total"));
        Assert.Equal(1, folded.Number("requests.closed.total"));
    }

    [Fact(DisplayName = "一直没有建账：第二年仍是未建账")]
    public void WithoutOpeningTheSecondYearIsUnknownToo() =>
        Assert.Equal(CellState.NotOpened,
            ALedger().Received("2025-03-02").Closed("2025-03-20").Received("2026-03-02").Fold(2026).State("requests.carriedIn.total"));

    [Fact(DisplayName = "上年整表是报数单、结转为零：本年结转为零，来源是上年报数单")]
    public void ASignedYearOpensTheNext()
    {
        var folded = ALedger().SignedZeros("办公室", 2025, BuiltInForms.Form2021.Cells).Received("2026-03-02").Fold(2026);

        Assert.Equal(0, folded.Number("requests.carriedIn.business"));
        Assert.Equal(CellBasis.Return, folded.Source("requests.carriedIn.business").Basis);
        Assert.Equal([1L], folded.Source("requests.carriedIn.business").Sequences);
        Assert.Equal(1, folded.Number("requests.carriedOver.naturalPerson"));
        Assert.Equal(CellState.NotReported, folded.State("disputes.reconsideration.total"));
        Assert.Empty(folded.Findings);
    }

    [Fact(DisplayName = "上年报数单之后的第二年，由台账接着结转")]
    public void TheYearAfterThatFollowsTheActs()
    {
        var folded = ALedger().SignedZeros("办公室", 2024, BuiltInForms.Form2021.Cells).Received("2025-12-02").Fold(2026);

        Assert.Equal(1, folded.Number("requests.carriedIn.naturalPerson"));
        Assert.Equal(0, folded.Number("requests.carriedIn.business"));
    }

    [Fact(DisplayName = "上年报数单结转两件、只补录了一件：按两件结转，未补录的按在办计，提示补录")]
    public void UnnamedRequestsStayOpen()
    {
        var ledger = SignedYear(carriedOver: 2).BroughtForward(2026).Closed("2026-02-01");

        var folded = ledger.Fold(2026);

        Assert.Equal(2, folded.Number("requests.carriedIn.naturalPerson"));
        Assert.Equal(1, folded.Number("requests.closed.naturalPerson"));
        Assert.Equal(1, folded.Number("requests.carriedOver.naturalPerson"));
        Assert.Equal([("requests.carried-in-unnamed", Severity.Warning)], folded.Findings.Select(finding => (finding.Rule, finding.Severity)));
        Assert.Equal(1, ledger.Received("2027-01-05").Fold(2027).Number("requests.carriedIn.naturalPerson"));
    }

    [Fact(DisplayName = "两件都补录了：结转按台账，没有问题")]
    public void NamedRequestsReplaceTheReturn()
    {
        var folded = SignedYear(carriedOver: 2).BroughtForward(2026).BroughtForward(2026).Closed("2026-02-01").Fold(2026);

        Assert.Equal(2, folded.Number("requests.carriedIn.naturalPerson"));
        Assert.Equal(CellBasis.Acts, folded.Source("requests.carriedIn.naturalPerson").Basis);
        Assert.Empty(folded.Findings);
    }

    [Fact(DisplayName = "补录的多于上年报数单：按台账计，列为错误")]
    public void MoreThanWasSignedForIsAFinding()
    {
        var folded = SignedYear(carriedOver: 0).BroughtForward(2026).Fold(2026);

        Assert.Equal(1, folded.Number("requests.carriedIn.naturalPerson"));
        Assert.Equal(["requests.carried-in-exceeds-return"], folded.Rules());
    }

    [Fact(DisplayName = "已建账的，中间一年没有登记：账仍连续")]
    public void OpenBooksStayOpenThroughASilentYear()
    {
        var ledger = ALedger().Opened(2024, normativeDocuments: 5).Received("2026-01-08").Issued("2026-02-01");

        Assert.Equal(CellState.NotReported, ledger.Fold(2025).State("requests.received.total"));
        Assert.Equal(0, ledger.Fold(2026).Number("requests.carriedIn.total"));
        Assert.Equal(6, ledger.Fold(2026).Number("proactive.normativeDocuments.inForce"));
    }

    [Fact(DisplayName = "只靠上年报数单的，隔了一年没有登记也没有报数：其后是未建账")]
    public void ASignedYearOpensOnlyTheNext()
    {
        var folded = ALedger().SignedZeros("办公室", 2024, BuiltInForms.Form2021.Cells).Received("2026-01-08").Issued("2026-02-01").Fold(2026);

        Assert.Equal(CellState.NotOpened, folded.State("requests.carriedIn.total"));
        Assert.Equal(CellState.NotOpened, folded.State("proactive.normativeDocuments.inForce"));
    }

    [Fact(DisplayName = "只建了申请的账：复议诉讼与现行有效仍是未建账")]
    public void EachRegisterIsOpenedByItself()
    {
        var folded = ALedger().Opened(2026, new BooksOpened(new Dictionary<string, long>(), Requests: true, Disputes: false, null))
            .Received("2026-02-01").Issued("2026-03-01").Fold(2026);

        Assert.Equal(0, folded.Number("requests.carriedIn.total"));
        Assert.Equal(CellState.NotOpened, folded.State("disputes.reconsideration.pending"));
        Assert.Equal(CellState.NotOpened, folded.State("proactive.normativeDocuments.inForce"));
    }

    [Fact(DisplayName = "重复建账：以第一次为准，列为错误")]
    public void OpeningTwiceIsAFinding()
    {
        var folded = ALedger().Opened(2026, normativeDocuments: 5).Opened(2026, normativeDocuments: 7).Issued("2026-02-01").Fold(2026);

        Assert.Equal(6, folded.Number("proactive.normativeDocuments.inForce"));
        Assert.Equal(["report.books-opened-twice"], folded.Rules());
    }

    [Fact(DisplayName = "上年签了现行有效件数：本年接着滚动")]
    public void ASignedInForceRollsForward()
    {
        var ledger = ALedger().Returned("法规科", "2025", ("proactive.normativeDocuments.inForce", 9)).Issued("2026-02-01");

        Assert.Equal(9, ledger.Fold(2025).Number("proactive.normativeDocuments.inForce"));
        Assert.Equal(10, ledger.Fold(2026).Number("proactive.normativeDocuments.inForce"));
    }

    private static LedgerBuilder SignedYear(int carriedOver)
    {
        var cells = BuiltInForms.Form2021.Cells.ToDictionary(cell => cell, _ => 0m);
        var column = EnumCode<ApplicantKind>.Of(ApplicantKind.NaturalPerson);
        foreach (var row in new[] { RequestRow.Received, RequestRow.CarriedOver })
            foreach (var name in new[] { column, CellKey.Total }) cells[CellKey.Request(row, name)] = carriedOver;
        return ALedger().Returned("办公室", "2025", cells);
    }
}
