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

    private readonly List<GridCell?[]> _rows = [];
    private readonly List<GridCell> _cells = [];

    // Where in the content each cell ends; it begins where the one before ends.
    private readonly List<int> _ends = [];
    private int _column;

    /// <summary>What the cells hold, one after the other: a cell's content is put here before the cell is added.</summary>
    public List<Block> Content { get; } = [];

    /// <summary>Starts the next row.</summary>
    public void StartRow()
    {
        var above = _rows.Count > 0 ? _rows[^1] : [];
        var row = new GridCell?[Math.Max(8, above.Length)];
        for (var x = 0; x < above.Length; x++)
        {
            if (above[x] is { } cell && cell.Row + cell.RowSpan > _rows.Count) row[x] = cell;
        }
        _rows.Add(row);
        _column = 0;
    }

    /// <summary>Leaves grid columns free (w:gridBefore).</summary>
    public void Skip(int columns) => _column += Math.Clamp(columns, 0, MaxColumns);

    /// <summary>Adds a cell at the next free place.</summary>
    public void Add(int columnSpan, int rowSpan)
    {
        _ends.Add(Content.Count);
        if (_rows.Count == 0) StartRow();
        while (At(_rows[^1], _column) is not null) _column++;
        if (_column >= MaxColumns || _cells.Count >= MaxCells)
        {
            // Too wide or long for a table of ours: kept as text, in order.
            _cells.Add(new GridCell("", _rows.Count - 1, MaxColumns, 1, 1));
            return;
        }
        var cell = new GridCell("", _rows.Count - 1, _column, Math.Max(1, rowSpan), Math.Clamp(columnSpan, 1, MaxColumns - _column));
        _cells.Add(cell);
        var row = _rows[^1];
        for (var x = cell.Column; x < cell.End; x++)
        {
            if (At(row, x) is null) Put(ref row, x, cell);
        }
        _rows[^1] = row;
        _column = cell.End;
    }

    /// <summary>Lets the cell above at the next free place reach down one row (w:vMerge without restart); adds the cell if there is none.</summary>
    public void ContinueAbove(int columnSpan)
    {
        if (_rows.Count >= 2 && At(_rows[^2], _column) is { } above && above.Column == _column && above.Row + above.RowSpan == _rows.Count - 1)
        {
            above.RowSpan++;
            var row = _rows[^1];
            for (var x = above.Column; x < above.End; x++) Put(ref row, x, above);
            _rows[^1] = row;
            _column = above.End;
            var taken = Taken(_cells.Count);
            Content.RemoveRange(taken, Content.Count - taken);
            return;
        }
        Add(columnSpan, 1);
    }

    /// <summary>Hands the finished table, or what it arranged, to a list of blocks.</summary>
    public void Finish(List<Block> into)
    {
        var width = _rows.Count == 0 ? 0 : _rows.Max(row => Array.FindLastIndex(row, cell => cell is not null) + 1);
        if (width <= 1 || width >= MaxColumns || _cells.Count >= MaxCells || Content.Exists(block => block is Grid))
        {
            into.AddRange(Content);
            return;
        }
        for (var i = 0; i < _cells.Count; i++)
        {
            _cells[i].Text = TextOf(Taken(i), _ends[i]);
            _cells[i].RowSpan = Math.Min(_cells[i].RowSpan, _rows.Count - _cells[i].Row);
        }
        into.Add(new Grid([.. _rows.Select(CellsOf)], _cells, true));
    }

    private int Taken(int cells) => cells == 0 ? 0 : _ends[cells - 1];

    private static IReadOnlyList<GridCell> CellsOf(GridCell?[] row)
    {
        var count = 0;
        for (var x = 0; x < row.Length; x++)
        {
            // A cell over several columns stands in each of them, and once in the row.
            if (row[x] is { } cell && (count == 0 || row[count - 1] != cell)) row[count++] = cell;
        }
        return new ArraySegment<GridCell>(row!, 0, count);
    }

    private string TextOf(int start, int end) => end - start == 1
        ? ((Paragraph)Content[start]).Text.Trim()
        : string.Join('\n', Content.GetRange(start, end - start).Cast<Paragraph>().Select(paragraph => paragraph.Text)).Trim();

    private static GridCell? At(GridCell?[] row, int column) => column < row.Length ? row[column] : null;

    private static void Put(ref GridCell?[] row, int column, GridCell cell)
    {
        if (column >= row.Length) Array.Resize(ref row, Math.Max(column + 1, row.Length * 2));
        row[column] = cell;
    }
}
