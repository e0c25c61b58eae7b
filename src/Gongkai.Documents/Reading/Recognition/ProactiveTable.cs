using Gongkai.Documents.Data;
using Gongkai.Documents.Reading.Model;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Reading.Recognition;

/// <summary>Finds section two's table, printed as one grid or as several, and reads each row under the head nearest above it.</summary>
internal sealed class ProactiveTable(CellCollector cells, ReportForm form)
{
    private static readonly Dictionary<string, Dictionary<string, IReadOnlyList<CellKey>>> RowsOfForms = BuiltInForms.All.ToDictionary(form => form.Code, RowsOf);

    private readonly Dictionary<string, IReadOnlyList<CellKey>> _rows = RowsOfForms[form.Code];
    private bool _isOpen;

    /// <summary>Reads a grid, or returns false when it holds no row of this table.</summary>
    public bool Read(Grid grid)
    {
        var found = grid.Rows.Select(row => FindRow(row)).ToList();
        if (found.All(row => row is null)) return false;
        if (!_isOpen && !grid.Rows.Any(IsEvidence) && found.Count(row => row is not null) < 3) return false;
        _isOpen = true;
        IReadOnlyList<GridCell> head = [];
        for (var y = 0; y < grid.Rows.Count; y++)
        {
            if (found[y] is { } row) ReadRow(row.Key, grid.Rows[y], row.Leaf, head, grid.IsAligned);
            else if (grid.Rows[y].Any(cell => ColumnOf(cell) is not null)) head = grid.Rows[y];
        }
        return true;
    }

    /// <summary>The meaning of a column head, characters missing or not, or null.</summary>
    public static string? ColumnOf(GridCell cell)
    {
        var han = cell.Label.Han;
        return LabelBook.ProactiveColumns.Exact(han) ?? LabelBook.ProactiveColumns.Nearest(han);
    }

    private void ReadRow(string row, IReadOnlyList<GridCell> printed, int leaf, IReadOnlyList<GridCell> head, bool isAligned)
    {
        if (!_rows.TryGetValue(row, out var keys)) return;
        List<GridCell> values = [.. printed.Skip(leaf + 1)];
        var rowText = string.Join(' ', values.Select(cell => cell.Text)).Trim();
        if (keys.Count == 1)
        {
            cells.Add(keys[0], Single(values), _ => false, KindOf(keys[0]), rowText);
            return;
        }
        var columns = Columns(keys, head, values.Count);
        var placed = columns?.Place(values, printed[leaf].End, isAligned, isRegular: false);
        foreach (var key in keys)
        {
            var at = columns?.IndexOf(key.Column) ?? -1;
            cells.Add(
                key, placed is null ? AllBlank(values, isAligned) : at < 0 ? [] : placed[at],
                cell => cell.Row != printed[leaf].Row || placed is not null && placed.Count(others => others.Contains(cell)) > 1,
                KindOf(key), rowText);
        }
    }

    // One number for the row: the merged cell, or the same number in each of the cells that should have been merged.
    private static IReadOnlyList<GridCell>? Single(List<GridCell> values)
    {
        List<GridCell> filled = [.. values.Where(cell => NumberCell.Read(cell.Text, NumberKind.Change).State != CellState.Blank)];
        if (filled.Count == 0) return values.Count > 0 ? [values[0]] : null;
        return filled.All(cell => cell.Text.Trim() == filled[0].Text.Trim()) ? [filled[0]] : null;
    }

    private static IReadOnlyList<GridCell>? AllBlank(List<GridCell> values, bool isAligned) =>
        isAligned && values.Count > 0 && values.All(cell => NumberCell.Read(cell.Text, NumberKind.Change).State == CellState.Blank) ? [values[0]] : null;

    // Columns by the words of the head; those it garbles (本年新, 本年新) take the places left, if what is left keeps the form's order.
    private static ColumnMap? Columns(IReadOnlyList<CellKey> keys, IReadOnlyList<GridCell> head, int values)
    {
        List<string> order = [.. keys.Select(key => key.Column)];
        List<HeadColumn> named = [.. head.Select(cell => new HeadColumn(ColumnOf(cell) is { } key && (order.Contains(key) || key == "head") ? key : "none", cell.Column, cell.End)).Where(column => column.Key != "head")];
        var byPlace = new ColumnMap(named);
        if (byPlace.Covers(order)) return byPlace;
        var known = named.Select(column => column.Key).Where(order.Contains).ToList();
        var scanned = LabelBook.ProactiveColumns.Scan(string.Concat(head.Select(cell => cell.Label.Han))).Where(order.Contains).ToList();
        if (scanned.Count == order.Count && scanned.Distinct().Count() == order.Count) return ColumnMap.OfOrder(scanned);
        return values == order.Count && known.SequenceEqual(order.Where(known.Contains)) ? ColumnMap.OfOrder(order) : null;
    }

    private static NumberKind KindOf(CellKey key) => key.Column switch
    {
        "change" => NumberKind.Change,
        "feesWanYuan" => NumberKind.WanYuan,
        "amount" => NumberKind.Amount,
        _ => NumberKind.Count,
    };

    private static (string Key, int Leaf)? FindRow(IReadOnlyList<GridCell> row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            var label = row[i].Label;
            if (label.Han.Length == 0 || label.EndsInNumber) continue;
            if ((LabelBook.Proactive.Exact(label.Han) ?? LabelBook.Proactive.Nearest(label.Han)) is { } key) return (key, i);
        }
        return null;
    }

    private static bool IsEvidence(IReadOnlyList<GridCell> row) =>
        row.Any(cell => ColumnOf(cell) is not null || cell.Label.Han.StartsWith("第二十条", StringComparison.Ordinal));

    private static Dictionary<string, IReadOnlyList<CellKey>> RowsOf(ReportForm form) => form.Tables.Single(table => table.Id == "proactive").Rows
        .Select(row => row.Where(cell => cell.Key is not null).Select(cell => cell.Key!.Value).ToList())
        .Where(keys => keys.Count > 0)
        .ToDictionary(
            keys => keys[0].Value == "proactive.feesWanYuan" ? "fees" : keys[0].Value.Split('.')[1],
            keys => (IReadOnlyList<CellKey>)keys);
}
