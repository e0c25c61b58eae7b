using Gongkai.Documents.Reading.Model;

namespace Gongkai.Documents.Reading.Recognition;

/// <summary>Tells which row of section three a grid row is, from the cells before its values.</summary>
internal static class RequestRowFinder
{
    /// <summary>A row found: its key, the cell that ends its label, and whether the label alone proves that this is section three.</summary>
    internal sealed record Found(string Key, int Leaf, bool IsWeak);

    /// <summary>Finds the row, or returns null.</summary>
    /// <param name="cells">The row's cells.</param>
    /// <param name="previous">Key of the row above, or null.</param>
    public static Found? Find(IReadOnlyList<GridCell> cells, string? previous)
    {
        Found? found = null;
        var path = "";
        var (candidate, lastLabel) = (-1, -1);
        for (var i = 0; i < cells.Count; i++)
        {
            // 22（其他）, 14件, 增10, — and 无 are values; 1.属于国家秘密 is none. An empty cell tells nothing.
            if (cells[i].Text.Length > 0 && cells[i].IsValue)
            {
                // Behind the first value stand values and remarks; before the label only a running number.
                if (path.Length > 0) break;
                continue;
            }
            var label = cells[i].Label;
            if (label.Han.Length == 0 || label.EndsInNumber) continue;
            // A label may be split over neighbouring cells, but a remark behind the values (含上年结转) must not pass for its end.
            var isJoined = found is null && (lastLabel < 0 || lastLabel == i - 1);
            var key = LabelBook.Requests.Exact(label.Han) ?? (isJoined ? LabelBook.Requests.AtEnd(path + label.Han) : null);
            path += label.Han;
            lastLabel = i;
            if (key is not null)
            {
                found = Settle(key, label, path, cells[i], previous) is { } settled ? new Found(settled, i, IsWeak(settled, label)) : null;
                candidate = -1;
            }
            else if (LabelBook.RequestGroups.Exact(label.Han) is null && candidate < 0 && (found is null || found.Key == "other"))
            {
                candidate = i;
            }
        }
        if (candidate < 0) return found;
        // Words stand behind what was found: they are the real label, perhaps with characters missing.
        return LabelBook.Requests.Nearest(cells[candidate].Label.Han) is { } near ? new Found(near, candidate, false)
            : LabelBook.Requests.Nearest(path) is { } joined ? new Found(joined, candidate, false)
            : found;
    }

    // 其他 is （六）其他 or 3.其他: its number, the words before it, or the row above must tell.
    private static string? Settle(string key, LabelText label, string path, GridCell cell, string? previous)
    {
        if (key != "other") return key;
        var isGroup = label.Han.EndsWith("处理", StringComparison.Ordinal) || label.Han.EndsWith("情况", StringComparison.Ordinal);
        if (isGroup) return cell.RowSpan > 1 ? null : key;
        if (label.Ordinal is '3' or '三') return "other.other";
        if (label.Ordinal is '六' or '6') return key;
        var before = path[..^label.Han.Length];
        if (before.Contains("其他处理", StringComparison.Ordinal) || before.Contains("其它处理", StringComparison.Ordinal)) return "other.other";
        return previous is null ? null : previous.StartsWith("other.", StringComparison.Ordinal) ? "other.other"
            : previous.StartsWith("notProcessed.", StringComparison.Ordinal) ? key : null;
    }

    // 总计 and 其他 head columns too, in this table and in others.
    private static bool IsWeak(string key, LabelText label) =>
        key is "closed" && label.Ordinal == '\0' || key is "other" or "other.other" && label.Han.Length <= 2;
}
