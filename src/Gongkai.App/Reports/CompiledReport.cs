using Gongkai.Documents.Data;
using Gongkai.Documents.Writing;
using Gongkai.Domain;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Checks;
using Gongkai.Domain.AnnualReports.Folding;

namespace Gongkai.App.Reports;

/// <summary>A report folded from a ledger, with its words and everything that is wrong with it (汇总出的年报).</summary>
/// <param name="Report">The report with its sections.</param>
/// <param name="Form">The form it is written on.</param>
/// <param name="Folded">The fold: where each number comes from.</param>
/// <param name="Findings">Of the fold and of the checks, the worst first.</param>
public sealed record CompiledReport(AnnualReport Report, ReportForm Form, FoldedReport Folded, IReadOnlyList<Finding> Findings)
{
    /// <summary>Folds acts, gives the report its words, and checks it.</summary>
    /// <param name="acts">The acts that count.</param>
    /// <param name="agency">Name of the agency.</param>
    /// <param name="year">The year reported on.</param>
    /// <param name="form">Code of the form.</param>
    /// <param name="sections">The officer's words; a section without any gets the plain scaffold.</param>
    /// <param name="previous">Last year's report, for the checks across years.</param>
    /// <param name="predecessors">Agencies that ended in the year and are reported on here.</param>
    public static Outcome<CompiledReport> Of(
        LedgerActs acts, string agency, int year, string form, IReadOnlyList<ReportSection> sections, AnnualReport? previous,
        IReadOnlyList<Predecessor>? predecessors = null)
    {
        var official = BuiltInForms.WithCode(form);
        return Fold(acts, agency, year, official, predecessors ?? []).Then<CompiledReport>(folded =>
        {
            var report = Scoped(ReportScaffold.Complete(folded.Report with { Sections = sections }, folded.ProcessingFees), Predecessor.Scope(year, predecessors ?? []));
            var late = LateAct.Of(acts).Where(act => act.Year == year).Select(act => act.Finding);
            IReadOnlyList<Finding> findings =
            [
                .. folded.Findings.Concat(late).Concat(ReportCheck.Run(
                        report, official, BuiltInCheckWords.Words, previous, processingFeeFen: folded.ProcessingFees.Fen))
                    .OrderByDescending(finding => finding.Severity),
            ];
            return new CompiledReport(report, official, folded, findings);
        });
    }

    private static Outcome<FoldedReport> Fold(LedgerActs acts, string agency, int year, ReportForm form, IReadOnlyList<Predecessor> predecessors)
    {
        var own = AnnualReportFold.Fold(acts, agency, year, form);
        List<(string, FoldedReport)> others = [];
        foreach (var predecessor in predecessors.Where(one => one.Acts is not null))
        {
            var folded = AnnualReportFold.Fold(predecessor.Acts!, predecessor.Name, year, form);
            if (folded.IsRefused) return folded.Refusal;
            others.Add((predecessor.Name, folded.Value));
        }
        return own.Then<FoldedReport>(report => BrokenYear.Join(report, others));
    }

    // Whoever reads the numbers must know whose they are, whatever words the officer chose.
    private static AnnualReport Scoped(AnnualReport report, string? scope) => scope is null ? report : report with
    {
        Sections =
        [
            .. report.Sections.Select(section => section.Number == 1 && !section.Text.Contains(scope, StringComparison.Ordinal)
                ? section with { Text = $"{scope}\n{section.Text}" }
                : section),
        ],
    };

    /// <summary>The cells without a number, in the form's order.</summary>
    public IEnumerable<CellKey> Missing => Form.Cells.Where(cell => Report.Cells[cell].Value is null);
}
