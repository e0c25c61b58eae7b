using Gongkai.Documents.Data;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Checks;
using Gongkai.Testing;

namespace Gongkai.Domain.Tests.AnnualReports.Checks;

/// <summary>Runs the whole check, so that a test of one rule sees what the others say as well.</summary>
internal static class Check
{
    public static IReadOnlyList<Finding> Of(AnnualReport report, AnnualReport? previous = null, IReadOnlyList<Residue>? residue = null) =>
        ReportCheck.Run(report, BuiltInForms.WithCode(report.Form), BuiltInCheckWords.Words, previous, residue);

    public static IReadOnlyList<Finding> Of(ReportBuilder report, AnnualReport? previous = null) => Of(report.Build(), previous);

    /// <summary>What one sentence of section one makes the check say, besides nothing.</summary>
    public static IReadOnlyList<Finding> OfWords(ReportBuilder report, string words) => Of(report.WithSections(words));

    public static string[] Cells(this Finding finding) => [.. finding.Cells.Select(cell => cell.Value)];
}
