using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Writing;

/// <summary>A table of the form filled with a report's cells, every cell at its place in the grid.</summary>
internal sealed class PrintedTable
{
    private readonly PrintedCell[,] _grid;

    private PrintedTable(FormTable form, string caption, PrintedCell[,] grid)
    {
        Form = form;
        Caption = caption;
        _grid = grid;
        Cells = [.. Places().Where(place => Starts(place)).Select(place => this[place.Row, place.Column])];
        Blocks = [.. FindBlocks()];
    }

    public FormTable Form { get; }

    /// <summary>Title of the section the table stands in, with its number.</summary>
    public string Caption { get; }

    public int Rows => _grid.GetLength(0);

    public int Columns => _grid.GetLength(1);

    /// <summary>All cells in reading order, each once.</summary>
    public IReadOnlyList<PrintedCell> Cells { get; }

    /// <summary>Runs of rows under their own headings: four in section two, one elsewhere.</summary>
    public IReadOnlyList<TableBlock> Blocks { get; }

    /// <summary>Rows at the top that head the whole table and so are repeated on each page; none when each block has its own.</summary>
    public int HeadRows => Blocks.Count == 1 ? Blocks[0].HeadRows : 0;

    /// <summary>Columns at the left that hold labels only.</summary>
    public int LabelColumns => Cells.Where(cell => cell.Key is not null).Min(cell => cell.Column);

    /// <summary>The cell that covers a place.</summary>
    public PrintedCell this[int row, int column] => _grid[row, column];

    /// <summary>The cells that start in a row.</summary>
    public IEnumerable<PrintedCell> StartingIn(int row) => Cells.Where(cell => cell.Row == row);

    /// <summary>The labels that head a number: its columns', then its rows', outermost first.</summary>
    public IEnumerable<PrintedCell> HeadersOf(PrintedCell number)
    {
        var block = Blocks.Last(block => block.Row <= number.Row);
        return Cells.Where(cell => cell.Heads switch
        {
            FormHeading.Column => cell.Row >= block.Row && cell.Row < number.Row
                && cell.Column < number.Column + number.ColumnSpan && number.Column < cell.Column + cell.ColumnSpan,
            FormHeading.Row => cell.Row <= number.Row && number.Row < cell.Row + cell.RowSpan && cell.Column < number.Column,
            _ => false,
        }).OrderBy(cell => cell.Heads);
    }

    /// <summary>Lays the report's cells into the form's grid.</summary>
    public static PrintedTable Of(FormTable form, string caption, AnnualReport report)
    {
        var grid = new PrintedCell[form.Rows.Count, form.Columns];
        for (var row = 0; row < form.Rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in form.Rows[row])
            {
                while (grid[row, column] is not null) column++;
                var reported = cell.Key is { } key ? report.Cells.GetValueOrDefault(key) : null;
                var text = cell.Key is null ? cell.Label : CellText.Of(reported);
                var printed = new PrintedCell(row, column, cell.RowSpan, cell.ColumnSpan, cell.Heads, cell.Key, text, reported?.Value);
                for (var y = row; y < row + cell.RowSpan; y++)
                {
                    for (var x = column; x < column + cell.ColumnSpan; x++) grid[y, x] = printed;
                }
            }
        }
        return new PrintedTable(form, caption, grid);
    }

    private IEnumerable<(int Row, int Column)> Places() =>
        Enumerable.Range(0, Rows).SelectMany(row => Enumerable.Range(0, Columns).Select(column => (row, column)));

    private bool Starts((int Row, int Column) place) =>
        this[place.Row, place.Column] is var cell && cell.Row == place.Row && cell.Column == place.Column;

    private IEnumerable<TableBlock> FindBlocks()
    {
        bool HasNumbers(int row) => StartingIn(row).Any(cell => cell.Key is not null);
        for (var row = 0; row < Rows;)
        {
            var first = row;
            while (row < Rows && !HasNumbers(row)) row++;
            var headRows = row - first;
            while (row < Rows && HasNumbers(row)) row++;
            yield return new TableBlock(first, headRows, row - first);
        }
    }
}

/// <summary>A cell at its place.</summary>
/// <param name="Row">Its first row, from 0.</param>
/// <param name="Column">Its first column, from 0.</param>
/// <param name="RowSpan">Rows it covers.</param>
/// <param name="ColumnSpan">Columns it covers.</param>
/// <param name="Heads">What it heads.</param>
/// <param name="Key">The number that stands here, or null for a label.</param>
/// <param name="Text">What is printed.</param>
/// <param name="Number">The number, where the text is one.</param>
internal sealed record PrintedCell(
    int Row, int Column, int RowSpan, int ColumnSpan, FormHeading Heads, CellKey? Key, string Text, decimal? Number);

/// <summary>A run of rows under its own headings.</summary>
/// <param name="Row">First row.</param>
/// <param name="HeadRows">How many of its rows are headings.</param>
/// <param name="Rows">How many rows in all.</param>
internal readonly record struct TableBlock(int Row, int HeadRows, int Rows);
