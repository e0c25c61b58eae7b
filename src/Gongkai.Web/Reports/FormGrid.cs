using Gongkai.Domain.AnnualReports;

namespace Gongkai.Web.Reports;

/// <summary>A cell of a form's table with what ties it to its headings.</summary>
/// <param name="Cell">The cell of the form.</param>
/// <param name="Id">Identity of a heading within its table; null for a number.</param>
/// <param name="Headers">For a number: the headings over and before it, outermost first.</param>
public sealed record GridCell(FormCell Cell, string? Id, IReadOnlyList<string> Headers);

/// <summary>
/// Lays out a form's table and finds the headings of every number. The forms have heads of three levels and head rows in the middle of a
/// table, which <c>scope</c> alone cannot tell to somebody who listens.
/// </summary>
public static class FormGrid
{
    /// <summary>The rows with their cells.</summary>
    public static IReadOnlyList<IReadOnlyList<GridCell>> Of(FormTable table)
    {
        var columns = Enumerable.Range(0, table.Columns).Select(_ => new Column()).ToArray();
        return [.. table.Rows.Select((row, y) => Lay(table, columns, row, y))];
    }

    private static List<GridCell> Lay(FormTable table, Column[] columns, IReadOnlyList<FormCell> row, int y)
    {
        List<GridCell> laid = [];
        var x = 0;
        foreach (var cell in row)
        {
            while (columns[x].CoveredUntil > y) x++;
            var covered = columns[x..(x + cell.ColumnSpan)];
            string? id = null;
            if (cell.Heads != FormHeading.None)
            {
                id = $"{table.Id}-{y}-{x}";
                foreach (var column in covered) column.Head(cell, id, y);
            }
            foreach (var column in covered) column.CoveredUntil = y + cell.RowSpan;
            laid.Add(new GridCell(cell, id, cell.Key is null ? [] : HeadersOf(columns, x, y)));
            x += cell.ColumnSpan;
        }
        return laid;
    }

    private static List<string> HeadersOf(Column[] columns, int x, int y) =>
    [
        .. columns[..x].Where(column => column.RowHeadUntil > y).Select(column => column.RowHead!).Distinct(),
        .. columns[x].Heads,
    ];

    private sealed class Column
    {
        private int _headedUntil = -1;

        public int CoveredUntil { get; set; }

        public string? RowHead { get; private set; }

        public int RowHeadUntil { get; private set; }

        public List<string> Heads { get; private set; } = [];

        public void Head(FormCell cell, string id, int y)
        {
            if (cell.Heads == FormHeading.Row)
            {
                (RowHead, RowHeadUntil) = (id, y + cell.RowSpan);
                return;
            }
            // Heads directly under one another belong together; after numbers a new block of heads begins.
            if (_headedUntil != y) Heads = [];
            Heads.Add(id);
            _headedUntil = y + cell.RowSpan;
        }
    }
}
