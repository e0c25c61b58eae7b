using Gongkai.Documents.Reading.Recognition;

namespace Gongkai.Documents.Reading.Model;

/// <summary>A piece of a document in reading order, whatever the format was.</summary>
internal abstract record Block;

/// <summary>Running text.</summary>
internal sealed record Paragraph(string Text) : Block;

/// <summary>A table: for each row its cells from left to right, those that reach into it from above included.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="IsAligned">True when the column numbers of the cells can be trusted; a text export has none.</param>
internal sealed record Grid(IReadOnlyList<IReadOnlyList<GridCell>> Rows, bool IsAligned) : Block
{
    /// <summary>A grid without spans: cells in printed order, aligned when every row is equally long.</summary>
    public static Grid OfTexts(IReadOnlyList<IReadOnlyList<string>> rows, bool isAligned) =>
        new([.. rows.Select((row, y) => (IReadOnlyList<GridCell>)[.. row.Select((text, x) => new GridCell(text, y, x, 1, 1))])], isAligned);
}

/// <summary>
/// A cell where it begins. A cell that reaches over several rows or columns is one object in all of them, and is compared as such. What its
/// text is read as is asked many times while a table is recognised, so it is kept.
/// </summary>
/// <param name="text">Its text, paragraphs separated by line breaks.</param>
/// <param name="row">First grid row.</param>
/// <param name="column">First grid column.</param>
/// <param name="rowSpan">Grid rows covered.</param>
/// <param name="columnSpan">Grid columns covered.</param>
internal sealed class GridCell(string text, int row, int column, int rowSpan, int columnSpan)
{
    private LabelText? _label;
    private bool? _isValue;

    /// <summary>Its text, paragraphs separated by line breaks.</summary>
    public string Text { get; } = text;

    /// <summary>First grid row.</summary>
    public int Row { get; } = row;

    /// <summary>First grid column.</summary>
    public int Column { get; } = column;

    /// <summary>Grid rows covered.</summary>
    public int RowSpan { get; } = rowSpan;

    /// <summary>The column after its last.</summary>
    public int End { get; } = column + columnSpan;

    /// <summary>True when it covers several grid columns.</summary>
    public bool IsWide => End - Column > 1;

    /// <summary>Its text read as a label.</summary>
    public LabelText Label => _label ??= LabelText.Of(Text);

    /// <summary>True when nothing but a number, with its unit and remarks, or nothing at all stands in it.</summary>
    public bool IsValue => _isValue ??= NumberCell.IsValue(Text);
}

/// <summary>A document, taken apart.</summary>
/// <param name="Format">What the bytes were.</param>
/// <param name="Blocks">Its text and tables in reading order.</param>
/// <param name="Title">The title that its metadata gives, or null.</param>
/// <param name="Residue">Residue that only the format can tell: tracked changes, comments, hidden text.</param>
internal sealed record SourceDocument(SourceFormat Format, IReadOnlyList<Block> Blocks, string? Title, IReadOnlyList<Leftover> Residue);
