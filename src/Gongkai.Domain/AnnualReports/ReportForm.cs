namespace Gongkai.Domain.AnnualReports;

/// <summary>An official form of the annual report (年报格式), as data: its sections and the grids of its three tables.</summary>
/// <param name="Code"><c>2021</c> or <c>2019</c>: the year of the notice, not of the report.</param>
/// <param name="Source">The notice that sets it, with its number.</param>
/// <param name="Sections">The six sections in order.</param>
/// <param name="Tables">The three tables in order.</param>
public sealed record ReportForm(string Code, string Source, IReadOnlyList<FormSection> Sections, IReadOnlyList<FormTable> Tables)
{
    /// <summary>All cells in printed order: 200 in the 2021 form, 198 in that of 2019.</summary>
    public IReadOnlyList<CellKey> Cells { get; } =
        [.. Tables.SelectMany(table => table.Rows).SelectMany(row => row).Where(cell => cell.Key is not null).Select(cell => cell.Key!.Value)];

    private readonly Dictionary<CellKey, string> _labels = Tables
        .SelectMany(table => table.Cells.Select(cell => (cell.Key, Label: $"{table.ShortTitle} {cell.Label}")))
        .ToDictionary(pair => pair.Key, pair => pair.Label);

    /// <summary>True for a cell of this form.</summary>
    public bool Has(CellKey key) => _labels.ContainsKey(key);

    /// <summary>What people call a cell: 表三 （七）总计 · 自然人.</summary>
    public string LabelOf(CellKey key) => _labels.TryGetValue(key, out var label) ? label : key.Value;
}

/// <summary>A section of the form (部分).</summary>
/// <param name="Number">1 to 6.</param>
/// <param name="Title">Exact title without its number.</param>
public sealed record FormSection(int Number, string Title);

/// <summary>A table of the form (表) as a grid of merged cells.</summary>
/// <param name="Id"><c>proactive</c>, <c>requests</c> or <c>disputes</c>.</param>
/// <param name="Section">Number of the section it stands in.</param>
/// <param name="ShortTitle">表二, 表三, 表四: by the section it stands in, as people refer to it.</param>
/// <param name="Columns">Grid columns.</param>
/// <param name="Rows">Rows of cells; a cell covered by a span from the left or above is not listed.</param>
/// <param name="Cells">The number cells with the words that name each: row and column.</param>
public sealed record FormTable(
    string Id, int Section, string ShortTitle, int Columns, IReadOnlyList<IReadOnlyList<FormCell>> Rows, IReadOnlyList<FormCellName> Cells);

/// <summary>A cell of the grid (格): a label, or the place of a number.</summary>
/// <param name="Label">Exact label, empty for a number.</param>
/// <param name="Key">The number that stands here, or null for a label.</param>
/// <param name="ColumnSpan">Grid columns it covers.</param>
/// <param name="RowSpan">Grid rows it covers.</param>
/// <param name="Heads">What it heads: nothing, its column, or its row.</param>
public sealed record FormCell(string Label, CellKey? Key, int ColumnSpan, int RowSpan, FormHeading Heads);

/// <summary>What a label heads (表头方向), for screen readers and for the reader of documents.</summary>
public enum FormHeading
{
    /// <summary>A number.</summary>
    None,

    /// <summary>列标题.</summary>
    Column,

    /// <summary>行标题.</summary>
    Row,
}

/// <summary>A number cell with the words that name it (单元格名称), e.g. （七）总计 · 自然人.</summary>
/// <param name="Key">The cell.</param>
/// <param name="Label">Row and column in words.</param>
public sealed record FormCellName(CellKey Key, string Label);
