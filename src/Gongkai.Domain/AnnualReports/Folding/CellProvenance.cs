namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>What a number of a folded report rests on (数字来源).</summary>
public enum CellBasis
{
    /// <summary>Nothing: the cell has no value (未报、未建账).</summary>
    None,

    /// <summary>Acts in the ledger (台账).</summary>
    Acts,

    /// <summary>A signed return (科室报数单).</summary>
    Return,

    /// <summary>Acts for some months and signed returns for the others (台账与报数单各管一段), never both for one month.</summary>
    ActsAndReturn,

    /// <summary>Computed from other cells (由其他单元格得出).</summary>
    Derived,
}

/// <summary>Where a number comes from (来源).</summary>
/// <param name="Basis">What it rests on.</param>
/// <param name="Sequences">
/// Entries behind it, ascending; for a corrected act the correction that replaced it. For a derived cell only what its parts do not show.
/// </param>
/// <param name="Parts">The cells it is derived from.</param>
public sealed record CellProvenance(CellBasis Basis, IReadOnlyList<long> Sequences, IReadOnlyList<CellKey> Parts)
{
    /// <summary>Of a cell without a value.</summary>
    public static CellProvenance Missing { get; } = new(CellBasis.None, [], []);
}
