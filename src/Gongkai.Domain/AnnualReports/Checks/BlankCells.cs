namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>The blanks of a report while their values are worked out. Counts are never negative: that alone forces many of them.</summary>
internal sealed class BlankCells(AnnualReport report)
{
    private readonly IReadOnlyList<Equation> _equations = TieOuts.Of(report).All;
    private readonly Dictionary<CellKey, ResolvedValue> _resolved = [];
    // Equations that disagree about a blank, because something else in the report is wrong, say nothing about it.
    private readonly HashSet<CellKey> _disputed = [];

    /// <summary>Follows the equations until nothing new comes of it.</summary>
    public void Propagate()
    {
        bool changed;
        do
        {
            Dictionary<CellKey, ResolvedValue> forced = [];
            foreach (var equation in _equations)
            {
                foreach (var (key, value) in ForcedBy(equation))
                {
                    if (!IsOpen(key)) continue;
                    if (forced.TryGetValue(key, out var other) && other.Value != value) _disputed.Add(key);
                    forced.TryAdd(key, new ResolvedValue(value, equation.Rule));
                }
            }
            changed = false;
            foreach (var (key, value) in forced.Where(pair => !_disputed.Contains(pair.Key)))
            {
                _resolved.Add(key, value);
                changed = true;
            }
        }
        while (changed);
    }

    /// <summary>Takes a wholly blank row or column for zeros, unless an equation would then be broken.</summary>
    public bool TrySetZero(IReadOnlyList<CellKey> line)
    {
        List<CellKey> open = [.. line.Where(IsOpen)];
        if (open.Count == 0) return false;
        foreach (var key in open) _resolved.Add(key, new ResolvedValue(0, TieOutInference.BlankConvention));
        if (_equations.All(equation => !equation.Cells.Any(open.Contains) || MayHold(equation))) return true;
        foreach (var key in open) _resolved.Remove(key);
        return false;
    }

    /// <summary>The report with what was found.</summary>
    public AnnualReport Apply() => report with
    {
        Cells = report.Cells.ToDictionary(pair => pair.Key, pair => _resolved.TryGetValue(pair.Key, out var value) ? pair.Value with { Resolved = value } : pair.Value),
    };

    private IEnumerable<(CellKey Key, decimal Value)> ForcedBy(Equation equation)
    {
        var (left, right) = (Sum(equation.Left), Sum(equation.Right));
        var difference = left.Known - right.Known;
        if (left.Unknown.Count + right.Unknown.Count == 1)
        {
            var value = left.Unknown.Count == 1 ? -difference : difference;
            if (value >= 0) yield return (left.Unknown.Concat(right.Unknown).Single(), value);
        }
        else if (difference == 0 && (left.Unknown.Count == 0 || right.Unknown.Count == 0))
        {
            foreach (var key in left.Unknown.Concat(right.Unknown)) yield return (key, 0);
        }
    }

    private bool MayHold(Equation equation)
    {
        var (left, right) = (Sum(equation.Left), Sum(equation.Right));
        return left.Known == right.Known || (left.Known < right.Known ? left.Unknown.Count > 0 : right.Unknown.Count > 0);
    }

    private (decimal Known, List<CellKey> Unknown) Sum(IReadOnlyList<CellKey> side)
    {
        var known = 0m;
        List<CellKey> unknown = [];
        foreach (var key in side)
        {
            if ((report[key] ?? (_resolved.TryGetValue(key, out var value) ? value.Value : null)) is { } number) known += number;
            else unknown.Add(key);
        }
        return (known, unknown);
    }

    private bool IsOpen(CellKey key) =>
        report.Cells.TryGetValue(key, out var cell) && cell.State == CellState.Blank && !_resolved.ContainsKey(key) && !_disputed.Contains(key);
}
