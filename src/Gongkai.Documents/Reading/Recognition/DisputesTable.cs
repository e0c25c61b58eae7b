using Gongkai.Documents.Reading.Model;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Reading.Recognition;

/// <summary>Finds section four's table: fifteen columns under three groups, or one table for each group, or the groups as rows.</summary>
internal sealed class DisputesTable(CellCollector cells)
{
    private static readonly string[] Groups = ["reconsideration", "litigationDirect", "litigationAfterReconsideration"];

    /// <summary>Reads a grid, or returns false when no head of this table stands in it.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="before">The last words before it; a table for one group may be named there.</param>
    public bool Read(Grid grid, string before)
    {
        if (!grid.Cells.Any(IsTelling)) return false;
        List<IReadOnlyList<GridCell>> head = [];
        var wasValue = false;
        var found = false;
        for (var y = 0; y < grid.Rows.Count; y++)
        {
            var row = grid.Rows[y];
            if (IsValueRow(row) && !IsFilledHead(grid, y) && FindColumns(head, grid.IsAligned, before) is { } columns)
            {
                ReadValues(row, columns, grid.IsAligned);
                wasValue = found = true;
                continue;
            }
            if (wasValue) head = [];
            wasValue = false;
            head.Add(row);
        }
        return found;
    }

    private void ReadValues(IReadOnlyList<GridCell> row, ColumnMap columns, bool isAligned)
    {
        var label = row.TakeWhile(cell => cell.Label.Han.Length > 0 && !cell.IsValue).ToList();
        var group = label.Select(GroupOf).LastOrDefault(key => key is not null);
        List<GridCell> values = [.. row.Skip(label.Count)];
        var keys = columns.Columns.Select(column => column.Key).Where(key => key != "none").ToList();
        if (keys.Count > 0 && !keys[0].Contains('.', StringComparison.Ordinal) && group is null) return;
        var placed = columns.Place(values, label.Count > 0 ? label[^1].End : 0, isAligned, isRegular: true);
        var rowText = placed is null ? string.Join(' ', values.Select(cell => cell.Text)).Trim() : "";
        Func<GridCell, bool> isShared = cell => cell.IsWide && placed is not null && placed.Count(others => others.Contains(cell)) > 1;
        foreach (var key in keys)
        {
            var at = columns.IndexOf(key);
            var (name, result) = key.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? (key[..dot], key[(dot + 1)..]) : (group!, key);
            cells.Add(CellKey.Dispute(name, result), placed?[at], isShared, NumberKind.Count, rowText);
        }
    }

    private static ColumnMap? FindColumns(List<IReadOnlyList<GridCell>> head, bool isAligned, string before)
    {
        var scanned = LabelBook.DisputeHeads.Scan(string.Concat(head.SelectMany(row => row).Distinct().Select(cell => cell.Label.Han)));
        var results = scanned.Where(key => CellKey.DisputeColumns.Contains(key)).ToList();
        if (results.Distinct().Count() < CellKey.DisputeColumns.Count || results.Count % CellKey.DisputeColumns.Count != 0) return null;
        var groups = scanned.Where(key => key.StartsWith("group:", StringComparison.Ordinal)).Select(key => key["group:".Length..]).Distinct().ToList();
        if (groups.Count == 0 && GroupOf(LabelText.Of(before).Han) is { } named) groups = [named];
        var count = results.Count / CellKey.DisputeColumns.Count;
        // Five columns below no group: the rows must name it.
        if (count == 1 && groups.Count != 1) groups = [""];
        if (isAligned)
        {
            var byPlace = ColumnMap.OfPlaces(head, stack => KeyOf(stack, count == 1 ? groups[0] : null));
            if (count > 1 && byPlace.Columns.Count(column => column.Key != "none") == results.Count && groups.Count == count
                && byPlace.Covers(KeysOf(groups))) return byPlace;
            if (count == 1 && byPlace.Covers(KeysOf(groups))) return byPlace;
        }
        if (groups.Count != count || !groups.SequenceEqual(Groups.Where(groups.Contains)) && count > 1) return null;
        List<string> keys = [];
        for (var i = 0; i < count; i++)
        {
            var part = results.Skip(i * CellKey.DisputeColumns.Count).Take(CellKey.DisputeColumns.Count).ToList();
            if (part.Distinct().Count() != part.Count) return null;
            keys.AddRange(part.Select(result => Join(groups[i], result)));
        }
        return ColumnMap.OfOrder(keys);
    }

    private static List<string> KeysOf(List<string> groups) => [.. groups.SelectMany(group => CellKey.DisputeColumns.Select(result => Join(group, result)))];

    private static string Join(string group, string result) => group.Length == 0 ? result : $"{group}.{result}";

    private static string? KeyOf(IReadOnlyList<GridCell> stack, string? onlyGroup)
    {
        var han = "";
        foreach (var cell in stack) han += cell.Label.Han;
        var found = LabelBook.DisputeHeads.Scan(han);
        if (found.FindLast(CellKey.DisputeColumns.Contains) is not { } result) return null;
        var group = onlyGroup ?? found.LastOrDefault(key => key.StartsWith("group:", StringComparison.Ordinal))?["group:".Length..];
        return group is null ? null : Join(group, result);
    }

    private static string? GroupOf(GridCell cell) => GroupOf(cell.Label.Han);

    private static string? GroupOf(string han) => han.Length is 0 or > 20
        ? null
        : LabelBook.DisputeHeads.Scan(han).LastOrDefault(key => key.StartsWith("group:", StringComparison.Ordinal))?["group:".Length..];

    // 总计 and 其他 head columns of other tables too; these do not.
    private static bool IsTelling(GridCell cell) => LabelBook.DisputeColumns.Exact(cell.Label.Han) is "upheld" or "corrected" or "pending";

    private static bool IsValueRow(IReadOnlyList<GridCell> row)
    {
        var values = row.Count(cell => cell.IsValue);
        var inside = row.SkipWhile(cell => !cell.IsValue).All(cell => cell.Label.Han is not { Length: > 0 } han || LabelBook.DisputeHeads.Scan(han).Count == 0);
        return values >= CellKey.DisputeColumns.Count - 1 && row.Count - values <= 3 && inside;
    }

    // Empty cells below or beside the words of a head stand for its merged ones; the values stand lower.
    private static bool IsFilledHead(Grid grid, int y)
    {
        if (grid.Rows[y].Any(cell => cell.Text.Length > 0 && GroupOf(cell) is null)) return false;
        if (y + 1 >= grid.Rows.Count) return false;
        var next = grid.Rows[y + 1];
        return next.Any(cell => LabelBook.DisputeColumns.Exact(cell.Label.Han) is not null)
            || grid.Rows[y].All(cell => cell.Text.Length == 0) && IsValueRow(next) && next.Any(cell => cell.Text.Length > 0) && next.All(cell => GroupOf(cell) is null);
    }
}
