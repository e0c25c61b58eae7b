namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>
/// The one report on a broken year (撤并当年的一份年报): the successor's numbers and those of the agencies that ended in the year, without
/// counting twice what went from one to the other.
/// </summary>
public static class BrokenYear
{
    private const string InForceColumn = ".inForce";

    /// <summary>Joins folded reports of the same year and form.</summary>
    /// <param name="successor">The successor's, with what it took over brought forward.</param>
    /// <param name="predecessors">Those of the agencies that ended, each by its name.</param>
    /// <returns>
    /// The successor's report with the joined numbers. What was carried over at the end of a predecessor is what the successor brought
    /// forward, so it is neither carried in nor left open in the joined year. A number that one of them lacks is lacking.
    /// </returns>
    public static FoldedReport Join(FoldedReport successor, IReadOnlyList<(string Name, FoldedReport Report)> predecessors)
    {
        if (predecessors.Count == 0) return successor;
        Dictionary<CellKey, ReportCell> cells = [];
        foreach (var (key, own) in successor.Report.Cells) cells.Add(key, Join(key, own, [.. predecessors.Select(one => one.Report.Report)]));
        IReadOnlyList<ProcessingFeeTotal> fees = [successor.ProcessingFees, .. predecessors.Select(one => one.Report.ProcessingFees)];
        return successor with
        {
            Report = successor.Report with { Cells = cells },
            Findings =
            [
                .. successor.Findings,
                .. predecessors.SelectMany(one => one.Report.Findings.Select(finding => finding with { Message = $"{one.Name}：{finding.Message}" })),
            ],
            ProcessingFees = new ProcessingFeeTotal(fees.Sum(fee => fee.Fen), fees.Sum(fee => fee.Requests), successor.ProcessingFees.Sequences),
        };
    }

    private static ReportCell Join(CellKey key, ReportCell own, IReadOnlyList<AnnualReport> predecessors)
    {
        if (OnlyTheSuccessors(key)) return own;
        var sum = own.Value;
        foreach (var report in predecessors)
        {
            var part = report.Cells[key];
            if (own.Value is not null && part.Value is null) return ReportCell.Without(key, part.State);
            sum += part.Value - (Moved(key) is { } moved ? report[moved] : 0);
        }
        return sum is { } value ? ReportCell.OfNumber(key, value) : own;
    }

    // What stands at the end of the year stands at the successor.
    private static bool OnlyTheSuccessors(CellKey key) =>
        key.Value.EndsWith(InForceColumn, StringComparison.Ordinal)
        || key.Value.StartsWith($"requests.{RequestRow.CarriedOver}.", StringComparison.Ordinal)
        || key.Value.EndsWith($".{CellKey.Pending}", StringComparison.Ordinal);

    // The cell of a predecessor that this cell of the successor has in it already.
    private static CellKey? Moved(CellKey key)
    {
        var carriedIn = $"requests.{RequestRow.CarriedIn}.";
        if (key.Value.StartsWith(carriedIn, StringComparison.Ordinal)) return new CellKey($"requests.{RequestRow.CarriedOver}.{key.Value[carriedIn.Length..]}");
        return key.Table == "disputes" && key.Value.EndsWith($".{CellKey.Total}", StringComparison.Ordinal)
            ? new CellKey($"{key.Value[..^CellKey.Total.Length]}{CellKey.Pending}")
            : null;
    }
}
