using Gongkai.Documents.Data;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.Disputes;
using Gongkai.Domain.Requests;
using static Gongkai.Testing.LedgerBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Folding;

/// <summary>Opening figures from last year's published report.</summary>
public sealed class OpeningTests
{
    [Fact(DisplayName = "2026年8月15日起用、按2025年度年报建账：2026年度上年结转逐列等于2025年度结转下年")]
    public void AnAgencyThatStartsInAugustAgreesWithItsLastReport()
    {
        var last = Report2025();
        var proposal = Opening.Propose(last, 2026, "sha256:00").Value;

        var folded = ALedger().Opened(proposal).Received("2026-08-17").Issued("2026-09-01").Filed("2026-09-02", DisputeRoute.LitigationDirect).Fold(2026);

        foreach (var column in CellKey.RequestColumns)
            Assert.Equal(last[CellKey.Request(RequestRow.CarriedOver, column)], folded.Report[CellKey.Request(RequestRow.CarriedIn, column)]);
        Assert.Equal(7 + 1, folded.Number("proactive.normativeDocuments.inForce"));
        Assert.Equal(2, folded.Number("disputes.reconsideration.pending"));
        Assert.Empty(folded.Findings);
    }

    [Fact(DisplayName = "建议的期初：逐列在办、逐类尚未审结、逐行现行有效")]
    public void ProposesEveryOpenCase()
    {
        var proposal = Opening.Propose(Report2025(), 2026, "sha256:00").Value;

        Assert.Equal(new DateOnly(2026, 1, 1), proposal.FirstDay);
        Assert.Equal(3, proposal.Requests.Count(request => request.Applicant == ApplicantKind.NaturalPerson));
        Assert.Equal(1, proposal.Requests.Count(request => request.Applicant == ApplicantKind.LegalService));
        Assert.Equal([DisputeRoute.Reconsideration, DisputeRoute.Reconsideration], proposal.Disputes.Select(dispute => dispute.Route));
        Assert.Equal(7, proposal.Books.InForce["normativeDocuments"]);
        Assert.Equal("sha256:00", proposal.Books.Source);
        Assert.True(proposal.Books is { Requests: true, Disputes: true });
    }

    [Theory(DisplayName = "需要的单元格看不清、空白、有歧义或没有：说明是哪一格，不猜")]
    [InlineData(CellState.Unreadable, "无法辨认")]
    [InlineData(CellState.Blank, "空白")]
    [InlineData(CellState.Ambiguous, "几种读法")]
    [InlineData(CellState.NotPrinted, "没有")]
    public void RefusesWhatIsNotSurelyRead(CellState state, string reason)
    {
        var key = CellKey.Request(RequestRow.CarriedOver, "business");
        var report = With(Report2025(), ReportCell.Without(key, state, where: "table 2 row 28"));

        var refusal = Opening.Propose(report, 2026, null).Refusal;

        Assert.Equal("opening.cell-not-usable", refusal?.Code);
        Assert.Contains("requests.carriedOver.business（table 2 row 28）", refusal?.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal?.Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "空白但勾稽关系能推出的，用推出的数")]
    public void UsesWhatTheEquationsForce()
    {
        var key = CellKey.Request(RequestRow.CarriedOver, "business");
        var blank = ReportCell.Without(key, CellState.Blank) with { Resolved = new ResolvedValue(2, "requests.row-sum") };

        Assert.Equal(2, Opening.Propose(With(Report2025(), blank), 2026, null).Value.Requests.Count(request => request.Applicant == ApplicantKind.Business));
    }

    [Theory(DisplayName = "不可能的件数不用来建账")]
    [InlineData(-1)]
    [InlineData(0.5)]
    [InlineData(100_001)]
    public void RefusesImpossibleCounts(decimal value)
    {
        var cell = ReportCell.OfNumber(CellKey.Dispute("reconsideration", CellKey.Pending), value);

        Assert.Equal("opening.cell-not-usable", Opening.Propose(With(Report2025(), cell), 2026, null).Refusal?.Code);
    }

    [Fact(DisplayName = "不是上一年度的年报：不能用来建账")]
    public void RefusesAReportOfAnotherYear() => Assert.Equal("opening.wrong-year", Opening.Propose(Report2025(), 2027, null).Refusal?.Code);

    [Fact(DisplayName = "2019年格式没有现行有效件数：该项仍是未建账")]
    public void TheOldFormLeavesInForceUnopened()
    {
        var report = new AnnualReport("示范区应急管理局", 2020, "2019",
            BuiltInForms.Form2019.Cells.ToDictionary(cell => cell, cell => ReportCell.OfNumber(cell, 0)), []);

        var proposal = Opening.Propose(report, 2021, null).Value;

        Assert.Empty(proposal.Books.InForce);
        Assert.True(proposal.Books.Requests);
    }

    private static AnnualReport Report2025()
    {
        var numbers = BuiltInForms.Form2021.Cells.ToDictionary(cell => cell.Value, _ => 0m);
        numbers["requests.carriedOver.naturalPerson"] = 3;
        numbers["requests.carriedOver.legalService"] = 1;
        numbers["requests.carriedOver.total"] = 4;
        numbers["disputes.reconsideration.pending"] = 2;
        numbers["disputes.reconsideration.total"] = 2;
        numbers["proactive.normativeDocuments.inForce"] = 7;
        return new AnnualReport("示范区应急管理局", 2025, "2021",
            numbers.ToDictionary(number => new CellKey(number.Key), number => ReportCell.OfNumber(new CellKey(number.Key), number.Value)), []);
    }

    private static AnnualReport With(AnnualReport report, ReportCell cell) =>
        report with { Cells = new Dictionary<CellKey, ReportCell>(report.Cells) { [cell.Key] = cell } };
}
