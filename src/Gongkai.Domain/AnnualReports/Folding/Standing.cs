namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>
/// What is known of the cases that were open as a year began, for one column or group (上年结转的依据).
/// </summary>
/// <param name="Basis">Acts, when the books were opened and every case is named by its acts; a return, when last year was signed for.</param>
/// <param name="Named">Open cases that acts name.</param>
/// <param name="Unnamed">
/// Cases that last year's return carried over and no act names. They stay open until somebody brings them forward by name: leaving them
/// out would make the year disagree with the report before it.
/// </param>
/// <param name="Sequences">The opening act, or last year's returns.</param>
/// <param name="Signed">What last year's return carried over, where that is where the year begins.</param>
internal sealed record Standing(CellBasis Basis, int Named, decimal Unnamed, IReadOnlyList<long> Sequences, decimal? Signed)
{
    /// <summary>Carried in.</summary>
    public decimal Count => Named + Unnamed;
}

/// <summary>
/// Follows a register from year to year: where its books were opened, and where a whole year was signed for instead. Open books stay open
/// through a year without acts, whose own numbers are 未报; a signed year opens only the next, and after a gap nothing is known (未建账).
/// </summary>
internal sealed class StandingHistory(CaseRegister register, OpeningAct? opening, ReturnBook returns, string table, Func<int, CellKey> carriedOver)
{
    /// <summary>What is known as a year begins, per class; null where the books are not open.</summary>
    public IReadOnlyList<Standing?> At(int year)
    {
        var named = new OpenCases(register);
        var first = Math.Min(named.FirstYear, Math.Min(opening?.Year ?? year, returns.Years.DefaultIfEmpty(year).Min()));
        var standing = new Standing?[register.Classes];
        for (var next = first; next <= year; next++)
        {
            named.MoveTo(next);
            for (var @class = 0; @class < standing.Length; @class++) standing[@class] = Next(next, @class, standing[@class], named);
        }
        return standing;
    }

    private Standing? Next(int year, int @class, Standing? before, OpenCases named)
    {
        var open = named.Count(@class);
        if (opening?.Year == year) return new Standing(CellBasis.Acts, open, 0, [opening.Sequence], null);
        if (named.KeptBefore)
        {
            if (before is null) return null;
            var left = Math.Max(0, before.Unnamed - named.BroughtForward(@class));
            return new Standing(left > 0 ? CellBasis.Return : CellBasis.Acts, open, left, left > 0 ? before.Sequences : [], null);
        }
        if (!returns.SpeaksOf(table, year - 1)) return before is { Basis: CellBasis.Acts } ? before with { Named = open } : null;
        if (returns.Of(carriedOver(@class), year - 1) is not { Missing.IsEmpty: true } signed) return null;
        // What came from a predecessor this year, last year's return could not know.
        var taken = named.TakenOver(@class);
        return new Standing(CellBasis.Return, open, Math.Max(0, signed.Sum + taken - open), signed.Sequences, signed.Sum + taken);
    }
}
