using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Folding;

namespace Gongkai.Domain.Tests.AnnualReports.Folding;

/// <summary>Looks into a folded report in few words.</summary>
internal static class FoldedReportReading
{
    public static decimal? Number(this FoldedReport folded, string cell) => folded.Report[new CellKey(cell)];

    public static CellState State(this FoldedReport folded, string cell) => folded.Report.Cells[new CellKey(cell)].State;

    public static CellProvenance Source(this FoldedReport folded, string cell) => folded.Provenance[new CellKey(cell)];

    public static IEnumerable<string> Rules(this FoldedReport folded) => folded.Findings.Select(finding => finding.Rule);

    public static Dictionary<string, (CellState, decimal?)> Numbers(this FoldedReport folded) =>
        folded.Report.Cells.ToDictionary(cell => cell.Key.Value, cell => (cell.Value.State, cell.Value.Value));
}
