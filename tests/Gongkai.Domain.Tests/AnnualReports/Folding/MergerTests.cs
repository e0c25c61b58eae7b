using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Disputes;
using Gongkai.Domain.Requests;
using static Gongkai.Testing.LedgerBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Folding;

/// <summary>What a successor takes over counts as open as its year began, and the one report of a broken year counts nothing twice.</summary>
public sealed class MergerTests
{
    [Fact(DisplayName = "承接的在办申请计入上年结转，承接的文件计入现行有效、不计入制发")]
    public void What_came_over_is_carried_in()
    {
        var folded = ALedger().Opened(2026, normativeDocuments: 3).Issued("2026-02-01")
            .RequestTakenOver("2026-07-01").RequestTakenOver("2026-07-01", ApplicantKind.Business).Closed("2026-07-20")
            .DisputeTakenOver("2026-07-01", DisputeRoute.LitigationDirect)
            .InstrumentTakenOver("2026-07-01").TookOver("2026-07-01", normativeDocuments: 2).Fold(2026);

        Assert.Equal(1, folded.Number("requests.carriedIn.naturalPerson"));
        Assert.Equal(1, folded.Number("requests.carriedIn.business"));
        Assert.Equal(1, folded.Number("requests.carriedOver.naturalPerson"));
        Assert.Equal(0, folded.Number("requests.carriedOver.business"));
        Assert.Equal(1, folded.Number("disputes.litigationDirect.pending"));
        Assert.Equal(1, folded.Number("proactive.normativeDocuments.issued"));
        Assert.Equal(3 + 1 + 1 + 2, folded.Number("proactive.normativeDocuments.inForce"));
        Assert.DoesNotContain(folded.Findings, finding => finding.Severity == Severity.Error);
    }

    [Fact(DisplayName = "去年按报数单报的机关承接撤并机关：承接的申请不和去年的报数单相抵")]
    public void A_return_of_last_year_does_not_know_what_came_over()
    {
        var folded = ALedger().SignedZeros("办公室", 2025, Cells("requests")).RequestTakenOver("2026-07-01").Fold(2026);

        Assert.Equal(1, folded.Number("requests.carriedIn.naturalPerson"));
        Assert.DoesNotContain(folded.Findings, finding => finding.Rule.StartsWith("requests.carried-in", StringComparison.Ordinal));
    }

    [Fact(DisplayName = "次年的现行有效件数接着承接后的数走")]
    public void The_next_year_goes_on_from_there()
    {
        var folded = ALedger().Opened(2026, normativeDocuments: 3).Issued("2026-02-01").InstrumentTakenOver("2026-07-01").Repealed("2027-03-01").Fold(2027);

        Assert.Equal(3 + 1 + 1 - 1, folded.Number("proactive.normativeDocuments.inForce"));
    }

    [Fact(DisplayName = "撤并当年合并成一份年报：收到、办结相加，移交的在办不重复计；上年结转逐列等于各机关上年结转之和")]
    public void One_report_counts_nothing_twice()
    {
        var predecessor = ALedger().Opened(2026, normativeDocuments: 1).BroughtForward(2026).BroughtForward(2026, ApplicantKind.Business).Closed("2026-03-01")
            .Received("2026-05-06", ApplicantKind.Research).PendingSince(2026, DisputeRoute.Reconsideration).Issued("2026-02-02");
        var successor = ALedger().Opened(2026, normativeDocuments: 4).BroughtForward(2026)
            .RequestTakenOver("2026-07-01").Closed("2026-07-20").RequestTakenOver("2026-07-01", ApplicantKind.Research)
            .DisputeTakenOver("2026-07-01", DisputeRoute.Reconsideration).Concluded("2026-08-01", DisputeResult.Upheld)
            .InstrumentTakenOver("2026-07-01").InstrumentTakenOver("2026-07-01").Received("2026-09-01").Issued("2026-10-01");
        var (before, after) = (predecessor.Fold(2026), successor.Fold(2026));

        var one = BrokenYear.Join(after, [("原甲局", before)]).Report;

        foreach (var column in CellKey.RequestColumns)
        {
            Assert.Equal(before.Report[CellKey.Request(RequestRow.CarriedIn, column)] + (column is "naturalPerson" or "total" ? 1 : 0), one[CellKey.Request(RequestRow.CarriedIn, column)]);
            Assert.Equal(
                one[CellKey.Request(RequestRow.Received, column)] + one[CellKey.Request(RequestRow.CarriedIn, column)],
                one[CellKey.Request(RequestRow.Closed, column)] + one[CellKey.Request(RequestRow.CarriedOver, column)]);
        }
        Assert.Equal(2, one[new CellKey("requests.received.total")]);
        Assert.Equal(2, one[new CellKey("requests.closed.total")]);
        Assert.Equal(3, one[new CellKey("requests.carriedOver.total")]);
        Assert.Equal((1m, 0m, 1m), (one[new CellKey("disputes.reconsideration.upheld")], one[new CellKey("disputes.reconsideration.pending")], one[new CellKey("disputes.reconsideration.total")]));
        Assert.Equal((2m, 7m), (one[new CellKey("proactive.normativeDocuments.issued")], one[new CellKey("proactive.normativeDocuments.inForce")]));
    }

    [Fact(DisplayName = "一个机关没有报的数，合并的年报也没有")]
    public void A_missing_number_stays_missing()
    {
        var one = BrokenYear.Join(ALedger().Opened(2026).Received("2026-09-01").Fold(2026), [("原甲局", ALedger().Fold(2026))]).Report;

        Assert.Null(one[new CellKey("requests.received.naturalPerson")]);
    }

    [Theory(DisplayName = "部门和乡镇的年报在次年1月31日前公布，县级以上政府的在3月31日前"), Law("条例", 49)]
    [InlineData(AgencyKind.Department, "2027-01-31")]
    [InlineData(AgencyKind.Township, "2027-01-31")]
    [InlineData(AgencyKind.Government, "2027-03-31")]
    public void Deadlines_of_reports(AgencyKind kind, string due) =>
        Assert.Equal(due, ReportDeadline.Of(kind, 2026).ToString("yyyy-MM-dd", null));

    private static IEnumerable<CellKey> Cells(string table) => Documents.Data.BuiltInForms.Form2021.Cells.Where(cell => cell.Table == table);
}
