using Gongkai.Domain.AnnualReports;

namespace Gongkai.Web.Reports;

/// <summary>How many requests ended in each of the six groups of section three, for the drawing beside the table.</summary>
/// <param name="Name">Name of the group.</param>
/// <param name="Count">How many.</param>
/// <param name="Share">Its share of all that were closed, 0 to 1.</param>
public sealed record OutcomeShare(string Name, decimal Count, decimal Share)
{
    private static readonly (string Row, string Name)[] Groups =
    [
        ("granted", "予以公开"), ("partlyGranted", "部分公开"), ("refused", "不予公开"), ("unavailable", "无法提供"), ("notProcessed", "不予处理"),
        ("other", "其他处理"),
    ];

    /// <summary>The six groups, or none when a number is missing, nothing was closed, or the groups do not add up to the printed total.</summary>
    public static IReadOnlyList<OutcomeShare> Of(AnnualReport report)
    {
        var totals = report.Cells.Values.Where(cell => cell.Key is { Table: "requests", Column: CellKey.Total }).ToList();
        var counts = Groups.Select(group => (group.Name, Count: totals
            .Where(cell => cell.Key.Row == group.Row || cell.Key.Row.StartsWith(group.Row + ".", StringComparison.Ordinal))
            .Sum(cell => cell.Value ?? 0))).ToList();
        var closed = report[CellKey.Request(RequestRow.Closed, CellKey.Total)];
        return closed is > 0 && counts.Sum(group => group.Count) == closed
            ? [.. counts.Select(group => new OutcomeShare(group.Name, group.Count, group.Count / closed.Value))]
            : [];
    }
}
