using Gongkai.Domain.Agencies;

namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>The signed returns (科室报数单) of all years, cell by cell.</summary>
internal sealed class ReturnBook
{
    private readonly Dictionary<int, Dictionary<CellKey, List<ReturnedPart>>> _years = [];

    /// <summary>The years returns speak for.</summary>
    public IReadOnlyCollection<int> Years => _years.Keys;

    /// <summary>Records a return.</summary>
    public void Add(long sequence, AggregateReturn signed)
    {
        if (!_years.TryGetValue(signed.Period.Year, out var cells)) _years.Add(signed.Period.Year, cells = []);
        foreach (var (cell, value) in signed.Values)
        {
            if (!cells.TryGetValue(cell, out var parts)) cells.Add(cell, parts = []);
            parts.Add(new ReturnedPart(sequence, signed.Unit, signed.Period, value));
        }
    }

    /// <summary>Cells of a year that some return speaks of.</summary>
    public IReadOnlyCollection<CellKey> CellsOf(int year) => _years.TryGetValue(year, out var cells) ? cells.Keys : [];

    /// <summary>True when a return of the year speaks of a table.</summary>
    public bool SpeaksOf(string table, int year) => CellsOf(year).Any(cell => cell.Value.StartsWith(table + ".", StringComparison.Ordinal));

    /// <summary>What the returns say of a cell, or null when none speaks of it.</summary>
    public ReturnedValue? Of(CellKey cell, int year)
    {
        if (!_years.TryGetValue(year, out var cells) || !cells.TryGetValue(cell, out var parts)) return null;
        var needed = MonthsThatTell(cell);
        var sum = 0m;
        Dictionary<UnitId, Months> covered = [];
        List<long> sequences = [], repeated = [], impossible = [];
        foreach (var part in parts)
        {
            var months = Months.Of(part.Period) & needed;
            if (months.IsEmpty) continue;
            var before = covered.GetValueOrDefault(part.Unit);
            if (!CanBe(cell, part.Value))
            {
                impossible.Add(part.Sequence);
            }
            else if (!(before & months).IsEmpty)
            {
                repeated.Add(part.Sequence);
            }
            else
            {
                covered[part.Unit] = before | months;
                sum += part.Value;
                sequences.Add(part.Sequence);
            }
        }
        return new ReturnedValue(sum, needed, [.. covered.Values], sequences, repeated, impossible);
    }

    /// <summary>
    /// Flows add up over the months of the year. What stood at its beginning is told by the span with January, what stands at its end by
    /// the span with December.
    /// </summary>
    private static Months MonthsThatTell(CellKey cell) => (cell.Table, cell.Row, cell.Column) switch
    {
        ("requests", RequestRow.CarriedIn, _) => Months.January,
        ("requests", RequestRow.CarriedOver, _) => Months.December,
        ("disputes", _, CellKey.Pending) => Months.December,
        ("proactive", _, "inForce" or "totalPublic") => Months.December,
        ("proactive", _, "previous") => Months.January,
        _ => Months.All,
    };

    // Only an amount has a fraction, and only the yearly change of the 2019 form and a refund can be below zero.
    private static bool CanBe(CellKey cell, decimal value)
    {
        var money = cell == ProactiveCell.Fees || cell.Value == "proactive.procurement.amount";
        return (money || decimal.IsInteger(value)) && (value >= 0 || money || cell.Column == "change");
    }

    private readonly record struct ReturnedPart(long Sequence, UnitId Unit, ReturnPeriod Period, decimal Value);
}

/// <summary>What signed returns say of one cell and year.</summary>
/// <param name="Sum">Sum over units and spans.</param>
/// <param name="Needed">The months that must be covered.</param>
/// <param name="Units">What each unit covers.</param>
/// <param name="Sequences">The returns that were added.</param>
/// <param name="Repeated">Returns by a unit for a span it had already answered for; not added.</param>
/// <param name="Impossible">Returns with a number that cannot stand in the cell; not added.</param>
internal sealed record ReturnedValue(
    decimal Sum, Months Needed, IReadOnlyList<Months> Units, IReadOnlyList<long> Sequences, IReadOnlyList<long> Repeated, IReadOnlyList<long> Impossible)
{
    /// <summary>Months that any unit covers.</summary>
    public Months Covered { get; } = Units.Aggregate(Months.None, (all, unit) => all | unit);

    /// <summary>Months that a unit left out; all that are needed when no return could be added.</summary>
    public Months Missing { get; } =
        Units.Count == 0 ? Needed : Units.Aggregate(Months.None, (missing, unit) => missing | Needed.Except(unit));
}
