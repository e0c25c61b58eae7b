namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>Checks an annual report (年报检查).</summary>
public static class ReportCheck
{
    /// <summary>Applies every rule.</summary>
    /// <param name="report">The report, read from a document or folded from the ledger.</param>
    /// <param name="form">The form it was printed on, <see cref="AnnualReport.Form"/>.</param>
    /// <param name="words">Names and phrases for the rules about words.</param>
    /// <param name="previous">The same agency's report of the year before; without it nothing is said across years.</param>
    /// <param name="residue">What the reader of the document found left lying in it.</param>
    /// <param name="processingFeeFen">What the ledger says was collected in processing fees, in fen; null without a ledger.</param>
    /// <returns>The findings, the worst first and within a severity in the order of <see cref="ReportRules.All"/>.</returns>
    public static IReadOnlyList<Finding> Run(
        AnnualReport report, ReportForm form, CheckWords words, AnnualReport? previous = null, IReadOnlyList<Residue>? residue = null,
        long? processingFeeFen = null)
    {
        var checkedReport = new CheckedReport(report, form, words, residue ?? [], previous) { ProcessingFeeFen = processingFeeFen };
        return [.. ReportRules.All.SelectMany(rule => rule.Apply(checkedReport)).OrderByDescending(finding => finding.Severity)];
    }

    /// <summary>
    /// The little of a report that the check of the next year's needs, without text and evidence, so that the reports of a whole province
    /// can be kept in mind at once.
    /// </summary>
    public static AnnualReport Remember(AnnualReport report) => report with
    {
        Sections = [],
        Cells = report.Cells.Values
            .Where(cell => cell.Value is not null && (cell.Key.Row == RequestRow.CarriedOver || cell.Key.Column == "inForce"))
            .ToDictionary(cell => cell.Key, cell => ReportCell.OfNumber(cell.Key, cell.Value!.Value)),
    };

    /// <summary>
    /// True when <paramref name="earlier"/> is of the year before and of the same agency. One of the names may leave out the places above
    /// the agency (东风区应急管理局 is 佳木斯市东风区应急管理局), but must name a place of its own: 应急管理局 alone is anybody's.
    /// </summary>
    public static bool IsYearBefore(AnnualReport earlier, AnnualReport later)
    {
        if (earlier.Year is null || earlier.Year + 1 != later.Year || earlier.Agency is null || later.Agency is null) return false;
        var (one, other) = (Prose.Squeeze(earlier.Agency), Prose.Squeeze(later.Agency));
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        return shorter == longer || (shorter.Skip(1).Any(letter => "市县区旗乡镇".Contains(letter)) && longer.EndsWith(shorter, StringComparison.Ordinal));
    }
}
