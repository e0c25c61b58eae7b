using Gongkai.Documents.Reading.Recognition;

namespace Gongkai.Documents.Reading.Model;

/// <summary>
/// A cell where it begins. One that reaches over several rows or columns is one object in all of them, and is compared as such. What its
/// text is read as is asked many times while a table is recognised, so it is kept.
/// </summary>
/// <param name="text">Its text, paragraphs separated by line breaks.</param>
/// <param name="row">First grid row.</param>
/// <param name="column">First grid column.</param>
/// <param name="rowSpan">Grid rows covered, as far as they are known.</param>
/// <param name="columnSpan">Grid columns covered.</param>
internal sealed class GridCell(string text, int row, int column, int rowSpan, int columnSpan)
{
    private LabelText? _label;
    private bool? _isValue;

    /// <summary>Its text, paragraphs separated by line breaks; settled when the table is whole.</summary>
    public string Text { get; set; } = text;

    /// <summary>First grid row.</summary>
    public int Row { get; } = row;

    /// <summary>First grid column.</summary>
    public int Column { get; } = column;

    /// <summary>Grid rows covered; it grows while the table is laid out.</summary>
    public int RowSpan { get; set; } = rowSpan;

    /// <summary>The column after its last.</summary>
    public int End { get; } = column + columnSpan;

    /// <summary>True when it covers several grid columns.</summary>
    public bool IsWide => End - Column > 1;

    /// <summary>Its text as a label.</summary>
    public LabelText Label => _label ??= LabelText.Of(Text);

    /// <summary>True when it holds a number, a stroke or nothing.</summary>
    public bool IsValue => _isValue ??= NumberCell.IsValue(Text);
}
