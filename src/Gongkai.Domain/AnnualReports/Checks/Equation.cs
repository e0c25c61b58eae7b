namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>A tie-out between counts (勾稽等式): the sum of one side equals the sum of the other.</summary>
/// <param name="Rule">Name of the rule that reports it broken.</param>
/// <param name="Left">Cells of one side.</param>
/// <param name="Right">Cells of the other.</param>
/// <param name="Suspect">The cell to correct when no other tie-out points to another.</param>
/// <param name="Reason">The tie-out in words: （一）至（六）之和.</param>
internal sealed record Equation(string Rule, CellKey[] Left, CellKey[] Right, CellKey Suspect, string Reason)
{
    /// <summary>All cells, the suspect first.</summary>
    public IEnumerable<CellKey> Cells => Left.Concat(Right).OrderBy(cell => cell == Suspect ? 0 : 1);

    /// <summary>Adds up both sides; null when a cell cannot be read, for such a cell is never summed.</summary>
    public Balance? BalanceIn(AnnualReport report)
    {
        var (left, right) = (Sum.Of(report, Left), Sum.Of(report, Right));
        return left is { } one && right is { } other ? new Balance(one, other) : null;
    }

    /// <summary>The tie-out in words, seen from the cell that is to be corrected.</summary>
    public string Explain(CheckedReport report, CellKey corrected) =>
        corrected == Suspect || Left.Length > 1 ? Reason : $"{report.NameOf(Suspect)}应等于{Reason}";

    /// <summary>What a cell would have to be for both sides to be equal.</summary>
    public decimal ValueThatBalances(CellKey cell, decimal value, Balance balance) =>
        Left.Contains(cell) ? value - balance.Difference : value + balance.Difference;
}

/// <summary>Both sides of an equation, added up.</summary>
internal readonly record struct Balance(Sum Left, Sum Right)
{
    /// <summary>Left minus right, of what is filled in.</summary>
    public decimal Difference => Left.Filled - Right.Filled;

    /// <summary>
    /// True when the equation holds, or may hold: a blank stands for a count not known, so it can add to its side but never take from it.
    /// Only what no filling of the blanks could mend is broken.
    /// </summary>
    public bool Holds => Difference == 0 || (Difference < 0 && Left.HasBlanks) || (Difference > 0 && Right.HasBlanks);
}

/// <summary>The sum of some cells.</summary>
/// <param name="Filled">Sum of the numbers that are there.</param>
/// <param name="HasBlanks">True when a cell has none.</param>
internal readonly record struct Sum(decimal Filled, bool HasBlanks)
{
    /// <summary>Adds up cells; null when one of them is there but cannot be read surely.</summary>
    public static Sum? Of(AnnualReport report, CellKey[] cells)
    {
        var (filled, blanks) = (0m, false);
        foreach (var key in cells)
        {
            if (!report.Cells.TryGetValue(key, out var cell)) blanks = true;
            else if (cell.State is CellState.Unreadable or CellState.Ambiguous) return null;
            else if (cell.Value is { } value) filled += value;
            else blanks = true;
        }
        return new Sum(filled, blanks);
    }
}
