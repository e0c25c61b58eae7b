namespace Gongkai.Domain.AnnualReports;

/// <summary>
/// An annual report (年度报告), read from a document or folded from the ledger: what it prints, cell by cell, and its sections.
/// </summary>
/// <param name="Agency">Name of the agency as printed, or null.</param>
/// <param name="Year">The year reported on, or null where the document does not say.</param>
/// <param name="Form">Code of the form, chosen by the labels and never by the year.</param>
/// <param name="Cells">The cells by key; a row that was not printed is not there.</param>
/// <param name="Sections">The sections found, in printed order.</param>
public sealed record AnnualReport(
    string? Agency, int? Year, string Form, IReadOnlyDictionary<CellKey, ReportCell> Cells, IReadOnlyList<ReportSection> Sections)
{
    /// <summary>Name of the JSON shape.</summary>
    public const string Schema = "gongkai.annual-report/1";

    /// <summary>The value of a cell, or null when it has none.</summary>
    public decimal? this[CellKey key] => Cells.TryGetValue(key, out var cell) ? cell.Value : null;

    /// <summary>True when section three prints （六）其他处理 as a single row (the 2019 row set).</summary>
    public bool HasSingleOtherRow => Cells.ContainsKey(CellKey.SingleOther);
}

/// <summary>What is known of a cell (单元格状态).</summary>
public enum CellState
{
    /// <summary>A number is printed (已填).</summary>
    Printed,

    /// <summary>Printed blank, or as a stroke (空白). Blank is not zero.</summary>
    Blank,

    /// <summary>Something is there that cannot be read surely (无法辨认).</summary>
    Unreadable,

    /// <summary>Several readings fit (有歧义).</summary>
    Ambiguous,

    /// <summary>The document does not have this cell (未印).</summary>
    NotPrinted,

    /// <summary>Neither acts nor a signed return (未报). Only in a report folded from the ledger.</summary>
    NotReported,

    /// <summary>No opening figures were given (未建账). Only in a report folded from the ledger.</summary>
    NotOpened,
}

/// <summary>One cell (单元格) with its evidence.</summary>
/// <param name="Key">Which cell.</param>
/// <param name="State">What is known of it.</param>
/// <param name="Value">The number, or null.</param>
/// <param name="Printed">What stands there, letter by letter; for amounts the printed digits or the whole printed text.</param>
/// <param name="Where">Where it stands, e.g. <c>table 2 row 24</c>; null for a folded cell.</param>
/// <param name="Candidates">The readings that fit, when ambiguous.</param>
/// <param name="Resolved">For a blank: the value the equations force or convention gives, and why; else null.</param>
public sealed record ReportCell(
    CellKey Key, CellState State, decimal? Value, string? Printed, string? Where, IReadOnlyList<decimal> Candidates, ResolvedValue? Resolved)
{
    /// <summary>A printed number.</summary>
    public static ReportCell OfNumber(CellKey key, decimal value, string? printed = null, string? where = null) =>
        new(key, CellState.Printed, value, printed ?? value.ToString(System.Globalization.CultureInfo.InvariantCulture), where, [], null);

    /// <summary>A cell without a value.</summary>
    public static ReportCell Without(CellKey key, CellState state, string? printed = null, string? where = null) =>
        new(key, state, null, printed, where, [], null);
}

/// <summary>A value beside a blank (推定值): never printed in its place.</summary>
/// <param name="Value">The value.</param>
/// <param name="Why">Name of the rule that gives it, e.g. <c>requests.row-sum</c> or <c>blank-row-convention</c>.</param>
public sealed record ResolvedValue(decimal Value, string Why);

/// <summary>A section of text (部分).</summary>
/// <param name="Number">Its number in the form, 1 to 6; 0 for what stands before section one.</param>
/// <param name="Title">Title as printed, without its number.</param>
/// <param name="Text">Text without the tables, paragraphs separated by line breaks.</param>
public sealed record ReportSection(int Number, string Title, string Text);
