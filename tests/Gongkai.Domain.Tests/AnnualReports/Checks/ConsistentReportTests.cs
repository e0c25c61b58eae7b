using CsCheck;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.Requests;
using static Gongkai.Testing.ReportBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Checks;

/// <summary>Properties of the tie-outs over random reports.</summary>
[Law("国办公开办函〔2021〕30号")]
public sealed class ConsistentReportTests
{
    private static readonly string[] Applicants = [.. CellKey.RequestColumns.SkipLast(1)];

    private static readonly string[] Outcomes = [.. Enum.GetValues<OutcomeRow>().Select(OutcomeRowKey.Of)];

    /// <summary>Counts of outcome rows and of what is carried, per applicant; everything else follows.</summary>
    private static readonly Gen<AnnualReport> Consistent = Gen.Select(
        Gen.Int[0, 40].Array[Outcomes.Length * Applicants.Length], Gen.Int[0, 9].Array[Applicants.Length * 2], Gen.Int[0, 30].Array[12],
        (outcomes, carried, disputes) =>
        {
            var report = AReport().Of("示范市人民政府");
            Dictionary<string, int> totals = [];
            for (var a = 0; a < Applicants.Length; a++)
            {
                var closed = 0;
                for (var o = 0; o < Outcomes.Length; o++)
                {
                    Put(Outcomes[o], a, outcomes[o * Applicants.Length + a]);
                    closed += outcomes[o * Applicants.Length + a];
                }
                var (carriedOver, carriedIn) = (carried[a], Math.Min(carried[Applicants.Length + a], closed));
                Put("closed", a, closed);
                Put("carriedOver", a, carriedOver);
                Put("carriedIn", a, carriedIn);
                Put("received", a, closed + carriedOver - carriedIn);
            }
            foreach (var (row, total) in totals) report.With($"requests.{row}.total", total);
            string[] groups = ["reconsideration", "litigationDirect", "litigationAfterReconsideration"];
            for (var g = 0; g < groups.Length; g++)
            {
                var results = disputes[(g * 4)..(g * 4 + 4)];
                report.WithRow($"disputes.{groups[g]}", [.. results.Select(result => (decimal)result), results.Sum()]);
            }
            return report.Build();

            void Put(string row, int applicant, int value)
            {
                report.With($"requests.{row}.{Applicants[applicant]}", value);
                totals[row] = totals.GetValueOrDefault(row) + value;
            }
        });

    [Fact(DisplayName = "自洽的年报没有任何问题")]
    public void A_consistent_report_has_no_finding() => Consistent.Sample(report => Check.Of(report).Count == 0);

    [Fact(DisplayName = "自洽的年报任意留空，没有错误，每张表只提示一次")]
    public void Blanks_make_no_error() => Gen.Select(Consistent, Gen.Int[1, 6]).Sample((report, every) =>
    {
        var blanked = report.Cells.Values.Select((cell, index) => index % every == 0 ? ReportCell.Without(cell.Key, CellState.Blank) : cell);
        var findings = Check.Of(report with { Cells = blanked.ToDictionary(cell => cell.Key) });
        return findings.All(finding => finding.Severity == Severity.Hint) && findings.Count(finding => finding.Rule == "tables.blank") <= 3;
    });

    [Fact(DisplayName = "自洽的年报改动表三表四任意一格：必报错误，且第一格就是改动的那一格或与它同列的总计")]
    public void A_planted_error_is_found_at_its_cell() => Gen.Select(Consistent, Gen.Int[0, 189], Gen.Int[1, 50]).Sample((report, index, plus) =>
    {
        var key = report.Cells.Keys.Where(cell => cell.Table != "proactive").ElementAt(index);
        var cells = report.Cells.ToDictionary();
        cells[key] = ReportCell.OfNumber(key, cells[key].Value!.Value + plus);
        var errors = Check.Of(report with { Cells = cells }).Where(finding => finding.Severity == Severity.Error).ToList();
        // A dispute figure stands in one tie-out only: that its total is the wrong one is as likely.
        return errors.Count > 0 && errors.All(error => error.Cells.Contains(key)) && (key.Table == "disputes" || errors.All(error => error.Cells[0] == key));
    });
}
