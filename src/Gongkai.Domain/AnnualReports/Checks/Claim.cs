namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>A number that the words claim about this agency and this year (正文数字), with the readings under which it may be right.</summary>
/// <param name="Section">Where it is said.</param>
/// <param name="Words">The clause.</param>
/// <param name="Value">The number.</param>
/// <param name="Scopes">The readings (口径), the nearest first.</param>
internal sealed record Claim(ReportSection Section, string Words, decimal Value, IReadOnlyList<Scope> Scopes);

/// <summary>One reading of a claim (口径): what would be counted, and what the tables say it is.</summary>
/// <param name="Name">In Chinese: 本年新收＋上年结转.</param>
/// <param name="Value">What the tables give, or null when they do not say.</param>
/// <param name="Cells">The cells it is made of.</param>
internal sealed record Scope(string Name, decimal? Value, IReadOnlyList<CellKey> Cells);

/// <summary>Gives the readings of a claim their values from the tables (口径取数).</summary>
internal sealed class Tables(AnnualReport report)
{
    /// <summary>The sum of some rows of section three in a column.</summary>
    public Scope Requests(string name, string column, params IReadOnlyList<string> rows) =>
        Of(name, [.. rows.Select(row => CellKey.Request(row, column))]);

    /// <summary>The sum of cells; null when none of them says anything.</summary>
    public Scope Of(string name, params IReadOnlyList<CellKey> cells)
    {
        decimal? sum = null;
        foreach (var cell in cells)
        {
            if (ValueOf(cell) is { } value) sum = (sum ?? 0) + value;
        }
        return new Scope(name, sum, cells);
    }

    /// <summary>The row keys of an outcome group that the report prints: <c>refused</c>, <c>unavailable</c>, <c>notProcessed</c>, <c>other</c>.</summary>
    public IReadOnlyList<string> Group(string group) =>
    [
        .. report.Cells.Keys.Where(key => key.Table == "requests").Select(key => key.Row).Distinct()
            .Where(row => row == group || row.StartsWith(group + ".", StringComparison.Ordinal)),
    ];

    /// <summary>What is printed; else what the equations force; else, for a row whose total is blank, the sum of its columns.</summary>
    private decimal? ValueOf(CellKey key)
    {
        if ((report[key] ?? Resolved(key)) is { } value) return value;
        if (key.Column != CellKey.Total || Unreadable(key)) return null;
        var columns = (key.Table == "requests" ? CellKey.RequestColumns : CellKey.DisputeColumns).Where(column => column != CellKey.Total);
        List<CellKey> row = [.. columns.Select(column => new CellKey($"{key.Table}.{key.Row}.{column}"))];
        if (row.Any(Unreadable) || row.All(cell => report[cell] is null)) return null;
        return row.Sum(cell => report[cell] ?? 0);
    }

    private decimal? Resolved(CellKey key) => report.Cells.TryGetValue(key, out var cell) ? cell.Resolved?.Value : null;

    private bool Unreadable(CellKey key) =>
        report.Cells.TryGetValue(key, out var cell) && cell.State is CellState.Unreadable or CellState.Ambiguous;
}
