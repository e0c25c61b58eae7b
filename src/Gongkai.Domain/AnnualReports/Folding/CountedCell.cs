namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>A cell as the fold sees it: its value or why there is none, and where it comes from.</summary>
internal readonly record struct CountedCell(CellState State, decimal? Value, CellProvenance Provenance)
{
    public static CountedCell NotReported { get; } = new(CellState.NotReported, null, CellProvenance.Missing);

    public static CountedCell NotOpened { get; } = new(CellState.NotOpened, null, CellProvenance.Missing);

    public static CountedCell Of(decimal value, CellBasis basis, IEnumerable<long> sequences, params IReadOnlyList<CellKey> parts) =>
        new(CellState.Printed, value, new CellProvenance(basis, [.. sequences.Order()], parts));
}
