using System.Text;

namespace Gongkai.Documents.Reading.Model;

/// <summary>A piece of a document in reading order, whatever the format was.</summary>
internal abstract record Block;

/// <summary>Running text.</summary>
internal sealed record Paragraph(string Text) : Block
{
    // Most cells of most reports hold one digit.
    private static readonly Paragraph[] Digits = [.. Enumerable.Range(0, 10).Select(digit => new Paragraph(((char)('0' + digit)).ToString()))];

    public static Paragraph Empty { get; } = new("");

    /// <summary>What stands at the end of a text that is being gathered.</summary>
    public static Paragraph Behind(int start, StringBuilder text) => (text.Length - start) switch
    {
        0 => Empty,
        1 when text[start] is >= '0' and <= '9' => Digits[text[start] - '0'],
        var length => new Paragraph(text.ToString(start, length)),
    };
}

/// <summary>A table: for each row its cells from left to right, those that reach into it from above included.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Cells">Each cell once, in the order in which they begin.</param>
/// <param name="IsAligned">True when the column numbers of the cells can be trusted; a text export has none.</param>
internal sealed record Grid(IReadOnlyList<IReadOnlyList<GridCell>> Rows, IReadOnlyList<GridCell> Cells, bool IsAligned) : Block
{
    /// <summary>A grid without spans: cells in printed order, aligned when every row is equally long.</summary>
    public static Grid OfTexts(IReadOnlyList<IReadOnlyList<string>> rows, bool isAligned)
    {
        List<IReadOnlyList<GridCell>> cells = [.. rows.Select((row, y) => (IReadOnlyList<GridCell>)[.. row.Select((text, x) => new GridCell(text, y, x, 1, 1))])];
        return new Grid(cells, [.. cells.SelectMany(row => row)], isAligned);
    }
}

/// <summary>A document, taken apart.</summary>
/// <param name="Format">What the bytes were.</param>
/// <param name="Blocks">Its text and tables in reading order.</param>
/// <param name="Title">The title that its metadata gives, or null.</param>
/// <param name="Residue">Residue that only the format can tell: tracked changes, comments, hidden text.</param>
internal sealed record SourceDocument(SourceFormat Format, IReadOnlyList<Block> Blocks, string? Title, IReadOnlyList<Leftover> Residue);
