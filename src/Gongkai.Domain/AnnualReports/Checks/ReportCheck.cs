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
    /// <returns>The findings, the worst first and within a severity in the order of <see cref="ReportRules.All"/>.</returns>
    public static IReadOnlyList<Finding> Run(
        AnnualReport report, ReportForm form, CheckWords words, AnnualReport? previous = null, IReadOnlyList<Residue>? residue = null)
    {
        var checkedReport = new CheckedReport(report, form, words, residue ?? [], previous);
        return [.. ReportRules.All.SelectMany(rule => rule.Apply(checkedReport)).OrderByDescending(finding => finding.Severity)];
    }
}
