using Gongkai.Documents.Reading.Recognition;

namespace Gongkai.Documents.Reading.Model;

/// <summary>A cell where it begins; each is itself, whatever another says.</summary>
/// <param name="text">Its text, paragraphs separated by line breaks.</param>
/// <param name="row">First grid row.</param>
/// <param name="column">First grid column.</param>
/// <param name="rowSpan">Grid rows covered.</param>
/// <param name="columnSpan">Grid columns covered.</param>
internal sealed class GridCell(string text, int row, int column, int rowSpan, int columnSpan)
{
    private LabelText? _label;
    private bool? _isValue;

    public string Text { get; } = text;

    public int Row { get; } = row;

    public int Column { get; } = column;

    public int RowSpan { get; } = rowSpan;

    /// <summary>The column after its last.</summary>
    public int End { get; } = column + columnSpan;

    /// <summary>Its text as a label.</summary>
    public LabelText Label => _label ??= LabelText.Of(Text);

    /// <summary>True when it holds a number, a stroke or nothing.</summary>
    public bool IsValue => _isValue ??= NumberCell.IsValue(Text);
}
