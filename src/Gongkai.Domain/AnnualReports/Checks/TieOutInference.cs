namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>
/// What the tie-outs say of cells that print no sure number (勾稽推定). A blank keeps its state and its null: the value stands beside it.
/// </summary>
public static class TieOutInference
{
    /// <summary>Why a blank stands for zero although no equation says so: the whole row or column is left blank.</summary>
    public const string BlankConvention = "blank-convention";

    /// <summary>
    /// Gives each blank the value that the equations force, until nothing new follows, then zero to rows and columns that are blank
    /// throughout in a table that is otherwise filled in. A table with no number at all is not filled in, and stays as it is.
    /// </summary>
    public static AnnualReport ResolveBlanks(AnnualReport report)
    {
        if (report.Cells.Values.All(cell => cell.State != CellState.Blank)) return report;
        var blanks = new BlankCells(report);
        blanks.Propagate();
        foreach (var line in BlankLines(report))
        {
            if (blanks.TrySetZero(line)) blanks.Propagate();
        }
        return blanks.Apply();
    }

    /// <summary>
    /// Settles ambiguous cells, a number split in two for one, where every equation that can be tested holds for exactly one reading.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="open">Which ambiguous cells may be settled; one that is printed twice and differently may not.</param>
    public static AnnualReport SettleAmbiguous(AnnualReport report, Func<CellKey, bool> open)
    {
        var ambiguous = report.Cells.Values.Where(cell => cell is { State: CellState.Ambiguous, Candidates.Count: > 0 } && open(cell.Key)).ToList();
        if (ambiguous.Count == 0) return report;
        var equations = TieOuts.Of(report).All;
        var cells = new Dictionary<CellKey, ReportCell>(report.Cells);
        foreach (var cell in ambiguous)
        {
            var fitting = cell.Candidates.Where(candidate => Fits(cell.Key, candidate)).ToList();
            if (fitting is [var value]) cells[cell.Key] = cell with { State = CellState.Printed, Value = value };
        }
        return report with { Cells = cells };

        bool Fits(CellKey key, decimal candidate)
        {
            var tested = equations
                .Where(equation => equation.Cells.Contains(key))
                .Select(equation => (Left: Add(equation.Left), Right: Add(equation.Right)))
                .Where(sides => sides.Left is not null && sides.Right is not null)
                .ToList();
            return tested.Count > 0 && tested.TrueForAll(sides => sides.Left == sides.Right);

            decimal? Add(IReadOnlyList<CellKey> side) => side.Aggregate((decimal?)0, (sum, other) =>
                sum + (other == key ? candidate : report[other] ?? (report.Cells.TryGetValue(other, out var printed) ? printed.Resolved?.Value : null)));
        }
    }

    /// <summary>Rows, then columns of section three, whose cells are all blank, of tables in which some number is printed.</summary>
    private static IEnumerable<IReadOnlyList<CellKey>> BlankLines(AnnualReport report) => report.Cells.Values
        .GroupBy(cell => cell.Key.Table)
        .Where(table => table.Any(cell => cell.State == CellState.Printed))
        .SelectMany(table => table.GroupBy(cell => cell.Key.Row).Concat(table.Key == "requests" ? table.GroupBy(cell => cell.Key.Column) : []))
        .Where(line => line.All(cell => cell.State == CellState.Blank))
        .Select(line => (IReadOnlyList<CellKey>)[.. line.Select(cell => cell.Key)]);
}
