namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>
/// 现行有效件数 year by year: the opening figure, or last year's number, plus what was issued, less what was repealed. A year that was
/// signed for as a whole starts the count anew.
/// </summary>
internal sealed class InForceHistory(InstrumentRegister register, ReturnBook returns)
{
    private readonly CellKey _issued = ProactiveCell.Issued(register.Row, form2019: false);
    private readonly CellKey _repealed = ProactiveCell.Repealed(register.Row);
    private readonly CellKey _inForce = ProactiveCell.InForce(register.Row);

    /// <summary>The cell of a year.</summary>
    public CountedCell At(int year, ICollection<Finding> findings)
    {
        Running? before = null;
        for (var next = FirstYear(year); next < year; next++) before = After(next, before);
        if (Signed(year) is { } signed) return CellSource.FromReturn(_inForce, signed, findings);
        if (AtStartOf(year, before) is not { } start) return CountedCell.NotOpened;
        if (Change(year) is not { } change) return CountedCell.NotReported;

        var count = start.Count + change + register.TakenOver[year].Sum;
        if (returns.Of(_inForce, year) is { } ignored)
            findings.Add(new Finding("proactive.double-source", Severity.Error, [_inForce], count, ignored.Sum,
                $"现行有效件数既可由台账得出（{CellSource.Number(count)}），又有科室报数单（{CellSource.Number(ignored.Sum)}）：按台账计，报数单未计入。"));
        if (count < 0)
            findings.Add(new Finding("proactive.in-force-below-zero", Severity.Error, [_inForce], null, count,
                $"现行有效件数算得 {CellSource.Number(count)}：废止的多于期初有效与本年制发之和，请核对期初数。"));
        return CountedCell.Of(count, CellBasis.Derived, start.Sequences.Concat(Between(start.Since, year)).Concat(register.TakenOver[year].Sequences), _issued, _repealed);
    }

    /// <summary>
    /// What is in force by what is known up to a year, acts of the year included whether or not it was reported as a whole; null where the
    /// books are not open.
    /// </summary>
    public decimal? KnownAt(int year)
    {
        Running? before = null;
        for (var next = FirstYear(year); next < year; next++) before = After(next, before);
        if (Signed(year) is { Missing.IsEmpty: true } signed) return signed.Sum;
        return AtStartOf(year, before) is { } start
            ? start.Count + (Change(year) ?? register.Issued[year].Count - register.Repealed[year].Count) + register.TakenOver[year].Sum
            : null;
    }

    private int FirstYear(int year) => Math.Min(
        register.Opening?.Year ?? year,
        register.Issued.Years.Concat(register.Repealed.Years).Concat(register.TakenOver.Years).Concat(returns.Years).DefaultIfEmpty(year).Min());

    private Running? After(int year, Running? before)
    {
        if (Signed(year) is { } signed)
            return signed.Missing.IsEmpty ? new Running(CellBasis.Return, signed.Sum, year + 1, signed.Sequences) : null;
        if (AtStartOf(year, before) is not { } start) return null;
        start = start with { Count = start.Count + register.TakenOver[year].Sum };
        var kept = !register.Kept(year).IsEmpty;
        // Open books stay open through a year in which nobody did or signed anything, as those of requests do.
        if (!kept && returns.Of(_issued, year) is null && returns.Of(_repealed, year) is null) return start.Basis == CellBasis.Acts ? start : null;
        return Change(year) is { } change ? start with { Basis = kept ? CellBasis.Acts : start.Basis, Count = start.Count + change } : null;
    }

    private Running? AtStartOf(int year, Running? before) =>
        register.Opening is { } opening && opening.Year == year ? new Running(CellBasis.Acts, opening.Count, year, [opening.Sequence]) : before;

    private ReturnedValue? Signed(int year) => register.Kept(year).IsEmpty ? returns.Of(_inForce, year) : null;

    private decimal? Change(int year)
    {
        var kept = register.Kept(year);
        var (issued, repealed) = (register.Issued[year], register.Repealed[year]);
        return CellSource.Choose(_issued, issued, issued.Count, kept, returns.Of(_issued, year), []).Value
            - CellSource.Choose(_repealed, repealed, repealed.Count, kept, returns.Of(_repealed, year), []).Value;
    }

    // What happened in the year itself stands behind the two cells beside this one; what happened before it, only here.
    private IEnumerable<long> Between(int since, int year) => Enumerable.Range(since, Math.Max(0, year - since)).SelectMany(earlier =>
        register.Issued[earlier].Sequences
            .Concat(register.Repealed[earlier].Sequences)
            .Concat(register.TakenOver[earlier].Sequences)
            .Concat(returns.Of(_issued, earlier)?.Sequences ?? [])
            .Concat(returns.Of(_repealed, earlier)?.Sequences ?? [])).Distinct();

    /// <summary>A count as it runs.</summary>
    /// <param name="Basis">Acts, when the books are open; a return, when only last year was signed for.</param>
    /// <param name="Count">In force.</param>
    /// <param name="Since">First year whose acts are added to what it started from.</param>
    /// <param name="Sequences">What it started from: the opening act, or a year's returns.</param>
    private readonly record struct Running(CellBasis Basis, decimal Count, int Since, IReadOnlyList<long> Sequences);
}
