using Gongkai.Documents.Data;
using Gongkai.Documents.Reading.Model;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Reading.Recognition;

/// <summary>
/// Finds section three's table among the grids and reads it by its labels: rows by the words before the values, columns by the head.
/// A table cut at a page break goes on without a head; it keeps the one before.
/// </summary>
internal sealed class RequestsTable(CellCollector cells)
{
    // The keys of a row's seven cells, spelled once and not for each report.
    private static readonly Dictionary<string, CellKey[]> RowKeys = BuiltInForms.All
        .SelectMany(form => form.Cells).Where(key => key.IsIn("requests")).Distinct().GroupBy(key => key.Row).ToDictionary(row => row.Key, row => row.ToArray());

    private ColumnMap? _columns;
    private string? _lastRow;

    private sealed record Row(string Key, IReadOnlyList<GridCell> Values, int LabelEnd, bool IsWeak, int Y);

    /// <summary>Reads a grid, or returns false when it holds no row of this table.</summary>
    public bool Read(Grid grid)
    {
        List<IReadOnlyList<GridCell>> head = [];
        List<Row> rows = [];
        for (var y = 0; y < grid.Rows.Count; y++)
        {
            var joined = JoinSplitLabel(grid, y);
            if (!IsHead(joined) && RequestRowFinder.Find(joined, rows.Count > 0 ? rows[^1].Key : _lastRow) is { } found)
            {
                rows.Add(new Row(found.Key, ValuesBehind(joined, found.Leaf, grid.IsAligned), joined[found.Leaf].End, found.IsWeak, y));
            }
            else if (rows.Count == 0)
            {
                head.Add(grid.Rows[y]);
            }
            else if (!grid.IsAligned && rows[^1] is var last && last.Values.Count < CellKey.RequestColumns.Count && grid.Rows[y].All(cell => cell.IsValue)
                && last.Values.Count + grid.Rows[y].Count <= CellKey.RequestColumns.Count)
            {
                // A blank line inside a cell breaks a row of a text export in two.
                rows[^1] = last with { Values = [.. last.Values, .. grid.Rows[y]] };
            }
        }
        if (rows.All(row => row.IsWeak)) return false;
        var columns = FindColumns(head, rows, grid.IsAligned);
        if (columns is { HasPlaces: false } || !grid.IsAligned) DropFill(rows, columns?.Columns.Count ?? 0);
        var isRegular = columns is not null && rows.TrueForAll(row => row.Values.Count == columns.Columns.Count);
        int[] places = [.. CellKey.RequestColumns.Select(column => columns?.IndexOf(column) ?? -1)];
        foreach (var row in rows) Read(row, columns, places, isRegular, grid, rows);
        _columns = columns ?? _columns;
        _lastRow = rows[^1].Key;
        return true;
    }

    private static List<GridCell> ValuesBehind(IReadOnlyList<GridCell> cells, int leaf, bool isAligned)
    {
        List<GridCell> values = new(cells.Count);
        for (var i = leaf + 1; i < cells.Count; i++)
        {
            if (!isAligned || cells[i].Column >= cells[leaf].End) values.Add(cells[i]);
        }
        return values;
    }

    private void Read(Row row, ColumnMap? columns, int[] places, bool isRegular, Grid grid, List<Row> rows)
    {
        var placed = columns?.Place(row.Values, row.LabelEnd, grid.IsAligned, isRegular);
        var rowText = placed is null ? string.Join(' ', row.Values.Select(cell => cell.Text)).Trim() : "";
        Func<GridCell, bool> isShared = cell => IsShared(cell, placed, rows);
        var keys = RowKeys[row.Key];
        for (var i = 0; i < keys.Length; i++)
        {
            var found = placed is null ? AllBlank(row, grid) : places[i] < 0 ? [] : placed[places[i]];
            cells.Add(keys[i], found, isShared, NumberKind.Count, rowText);
        }
    }

    // A number that is merged over several columns or rows belongs to none of them surely.
    private static bool IsShared(GridCell cell, IReadOnlyList<IReadOnlyList<GridCell>>? placed, List<Row> rows) =>
        cell.IsWide && placed is not null && placed.Count(others => others.Contains(cell)) > 1
        || cell.RowSpan > 1 && rows.Count(other => other.Values.Contains(cell)) > 1;

    // Where all rows end at the same place, merged labels may have left empty cells before the values.
    private static void DropFill(List<Row> rows, int columns)
    {
        if (columns == 0 || rows.Any(row => row.Values.Count < columns || row.Values[^1].End != rows[0].Values[^1].End)) return;
        for (var i = 0; i < rows.Count; i++)
        {
            var fill = rows[i].Values.Count - columns;
            if (fill > 0 && rows[i].Values.Take(fill).All(cell => cell.Text.Length == 0)) rows[i] = rows[i] with { Values = [.. rows[i].Values.Skip(fill)] };
        }
    }

    // Nothing but blanks behind a label is blank, however they are merged; in a text export something may have been lost.
    private static IReadOnlyList<GridCell>? AllBlank(Row row, Grid grid) =>
        grid.IsAligned && row.Values.Count > 0 && row.Values.All(cell => NumberCell.Read(cell.Text, NumberKind.Count).State == CellState.Blank) ? [row.Values[0]] : null;

    private ColumnMap? FindColumns(List<IReadOnlyList<GridCell>> head, List<Row> rows, bool isAligned)
    {
        if (!head.Any(row => row.Any(cell => LabelBook.RequestColumns.Exact(cell.Label.Han) is not null)) && _columns is not null) return _columns;
        var order = CellKey.RequestColumns;
        if (isAligned)
        {
            var byPlace = ColumnMap.OfPlaces(head, stack =>
                ColumnOf(string.Concat(stack.Select(cell => cell.Label.Han).Where(han => LabelBook.RequestHeads.Exact(han) is null))));
            if (byPlace.Covers(order)) return byPlace;
        }
        var named = Order(head);
        if (order.All(named.Contains) && named.Where(key => key != "none").Distinct().Count() == named.Count(key => key != "none")) return ColumnMap.OfOrder(named);
        // A head that cannot be read whole, but contradicts nothing, over rows of exactly seven values is the form's own head.
        var known = named.Where(order.Contains).ToList();
        DropFill(rows, order.Count);
        return rows.All(row => row.Values.Count == order.Count) && known.SequenceEqual(order.Where(known.Contains)) ? ColumnMap.OfOrder(order) : null;
    }

    // A shortened label (社会公益组) still holds one known name; two names over one column are a head that has slipped.
    private static string? ColumnOf(string han) =>
        LabelBook.RequestColumns.Exact(han) ?? (han.Length < 8 && LabelBook.RequestColumns.Scan(han) is [var key] ? key : null);

    // The five kinds of organisations are printed below 法人或其他组织, after 总计 on the line above: they belong before it.
    private static List<string> Order(List<IReadOnlyList<GridCell>> head)
    {
        List<string> keys = [];
        var (insertAt, behind, isInside) = (-1, 0, false);
        foreach (var text in head.SelectMany(row => row).Distinct().Select(cell => cell.Label.Han))
        {
            if (LabelBook.RequestHeads.Exact(text) is not null)
            {
                if (text.StartsWith("法人", StringComparison.Ordinal)) insertAt = keys.Count;
                isInside |= text.StartsWith("申请人", StringComparison.Ordinal);
                continue;
            }
            foreach (var key in LabelBook.RequestColumns.Scan(text.Replace("法人或其他组织", "", StringComparison.Ordinal)))
            {
                // 序号 stands before the columns of the form and belongs to the labels, 备注 behind them.
                if (key == "none") behind += isInside || keys.Count > 0 ? 1 : 0;
                else if (insertAt >= 0 && key is not ("naturalPerson" or "total")) keys.Insert(insertAt++, key);
                else keys.Add(key);
            }
        }
        return [.. keys, .. Enumerable.Repeat("none", behind)];
    }

    private static bool IsHead(IReadOnlyList<GridCell> row)
    {
        string? first = null;
        foreach (var cell in row)
        {
            var han = cell.Label.Han;
            if (LabelBook.RequestHeads.Exact(han) is not null) return true;
            if (LabelBook.RequestColumns.Exact(han) is not { } column) continue;
            if (column == "naturalPerson" || first is not null && first != column) return true;
            first = column;
        }
        return false;
    }

    // A label over two grid rows whose values stand once, merged over both, is one row.
    private static IReadOnlyList<GridCell> JoinSplitLabel(Grid grid, int y)
    {
        var row = grid.Rows[y];
        if (!grid.IsAligned || row.Count < 3 || row[^1] is not { RowSpan: > 1 } last || last.Row != y) return row;
        var values = row.Reverse().TakeWhile(cell => cell.Row == y && cell.RowSpan == last.RowSpan && cell.IsValue).Reverse().ToList();
        if (values.Count < CellKey.RequestColumns.Count) return row;
        var labels = Enumerable.Range(y, Math.Min(last.RowSpan, grid.Rows.Count - y)).SelectMany(at => grid.Rows[at]).Distinct().Where(cell => cell.End <= values[0].Column);
        return [.. labels, .. values];
    }
}
