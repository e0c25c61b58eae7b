namespace Gongkai.Documents.Reading.Model;

/// <summary>
/// Lays out the cells of a docx or html table, rows and columns spanned, and decides whether it is a table at all: one that holds
/// other tables, or has a single column, only arranges a page and is taken apart into what it holds.
/// </summary>
internal sealed class GridBuilder
{
    // No form comes near; a hostile table with a million columns must not become a matrix.
    private const int MaxColumns = 200;
    private const int MaxCells = 50_000;

    private readonly List<Slot?[]> _rows = [];
    private readonly List<Slot> _slots = [];
    private int _column;
    private int _taken;

    private sealed class Slot(int row, int column, int columnSpan, Range content)
    {
        public int Row => row;
        public int Column => column;
        public int RowSpan = 1;
        public int ColumnSpan => columnSpan;
        public Range Content => content;
        public GridCell? Cell;
    }

    /// <summary>What the cells hold, one after the other: a cell's content is put here before the cell is added.</summary>
    public List<Block> Content { get; } = [];

    /// <summary>Starts the next row.</summary>
    public void StartRow()
    {
        var above = _rows.Count > 0 ? _rows[^1] : [];
        var row = new Slot?[Math.Max(8, above.Length)];
        for (var x = 0; x < above.Length; x++)
        {
            if (above[x] is { } slot && slot.Row + slot.RowSpan > _rows.Count) row[x] = slot;
        }
        _rows.Add(row);
        _column = 0;
    }

    /// <summary>Leaves grid columns free (w:gridBefore).</summary>
    public void Skip(int columns) => _column += Math.Clamp(columns, 0, MaxColumns);

    /// <summary>Adds a cell at the next free place.</summary>
    public void Add(int columnSpan, int rowSpan)
    {
        var content = _taken..Content.Count;
        _taken = Content.Count;
        if (_rows.Count == 0) StartRow();
        while (At(_rows[^1], _column) is not null) _column++;
        if (_column >= MaxColumns || _slots.Count >= MaxCells)
        {
            // Too wide or long for a table of ours: kept as text, in order.
            _slots.Add(new Slot(_rows.Count - 1, MaxColumns, 1, content));
            return;
        }
        var slot = new Slot(_rows.Count - 1, _column, Math.Clamp(columnSpan, 1, MaxColumns - _column), content) { RowSpan = Math.Max(1, rowSpan) };
        _slots.Add(slot);
        var row = _rows[^1];
        for (var x = slot.Column; x < slot.Column + slot.ColumnSpan; x++)
        {
            if (At(row, x) is null) Put(ref row, x, slot);
        }
        _rows[^1] = row;
        _column = slot.Column + slot.ColumnSpan;
    }

    /// <summary>Lets the cell above at the next free place reach down one row (w:vMerge without restart); adds the cell if there is none.</summary>
    public void ContinueAbove(int columnSpan)
    {
        if (_rows.Count >= 2 && At(_rows[^2], _column) is { } above && above.Column == _column && above.Row + above.RowSpan == _rows.Count - 1)
        {
            above.RowSpan++;
            var row = _rows[^1];
            for (var x = above.Column; x < above.Column + above.ColumnSpan; x++) Put(ref row, x, above);
            _rows[^1] = row;
            _column += above.ColumnSpan;
            Content.RemoveRange(_taken, Content.Count - _taken);
            return;
        }
        Add(columnSpan, 1);
    }

    /// <summary>Hands the finished table, or what it arranged, to a list of blocks.</summary>
    public void Finish(List<Block> into)
    {
        var width = _rows.Count == 0 ? 0 : _rows.Max(row => Array.FindLastIndex(row, slot => slot is not null) + 1);
        if (width <= 1 || width >= MaxColumns || _slots.Count >= MaxCells || Content.Exists(block => block is Grid))
        {
            into.AddRange(Content);
            return;
        }
        foreach (var slot in _slots)
        {
            slot.Cell = new GridCell(TextOf(slot.Content), slot.Row, slot.Column, Math.Min(slot.RowSpan, _rows.Count - slot.Row), slot.ColumnSpan);
        }
        into.Add(new Grid([.. _rows.Select(CellsOf)], [.. _slots.Select(slot => slot.Cell!)], true));
    }

    private static IReadOnlyList<GridCell> CellsOf(Slot?[] row)
    {
        List<GridCell> cells = new(row.Length);
        for (var x = 0; x < row.Length; x++)
        {
            if (row[x] is { } slot && (x == 0 || row[x - 1] != slot)) cells.Add(slot.Cell!);
        }
        return cells;
    }

    private string TextOf(Range content)
    {
        var (at, count) = content.GetOffsetAndLength(Content.Count);
        return count == 1
            ? ((Paragraph)Content[at]).Text.Trim()
            : string.Join('\n', Content.GetRange(at, count).Cast<Paragraph>().Select(paragraph => paragraph.Text)).Trim();
    }

    private static Slot? At(Slot?[] row, int column) => column < row.Length ? row[column] : null;

    private static void Put(ref Slot?[] row, int column, Slot slot)
    {
        if (column >= row.Length) Array.Resize(ref row, Math.Max(column + 1, row.Length * 2));
        row[column] = slot;
    }
}
