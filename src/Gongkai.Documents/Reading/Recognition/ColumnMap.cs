using Gongkai.Documents.Reading.Model;

namespace Gongkai.Documents.Reading.Recognition;

/// <summary>A column of a table's head: what it counts, and the grid columns it covers.</summary>
/// <param name="Key">Its meaning; <c>none</c> for one that is not of the form.</param>
/// <param name="Start">First grid column, or -1 where the head gives the order only.</param>
/// <param name="End">The grid column after its last.</param>
internal sealed record HeadColumn(string Key, int Start, int End);

/// <summary>The columns that a head names, and how the values of a row fall under them.</summary>
internal sealed record ColumnMap(IReadOnlyList<HeadColumn> Columns)
{
    /// <summary>Columns of which only the order is known.</summary>
    public static ColumnMap OfOrder(IEnumerable<string> keys) => new([.. keys.Select(key => new HeadColumn(key, -1, -1))]);

    /// <summary>True when the grid columns are known, not only the order.</summary>
    public bool HasPlaces => Columns.Count > 0 && Columns[0].Start >= 0;

    /// <summary>Reads the head column by column: the cells above one another, joined, are its label.</summary>
    /// <param name="head">The head's rows.</param>
    /// <param name="meaning">The meaning of a joined label, or null.</param>
    public static ColumnMap OfPlaces(IReadOnlyList<IReadOnlyList<GridCell>> head, Func<IReadOnlyList<GridCell>, string?> meaning)
    {
        List<HeadColumn> columns = [];
        List<GridCell> previous = [], stack = [];
        var width = head.Count == 0 ? 0 : head.Max(row => row.Count == 0 ? 0 : row[^1].End);
        for (var x = 0; x < width; x++)
        {
            StackAt(head, x, stack);
            if (columns.Count > 0 && columns[^1].End == x && stack.SequenceEqual(previous))
            {
                columns[^1] = columns[^1] with { End = x + 1 };
                continue;
            }
            previous.Clear();
            if (meaning(stack) is not { } key) continue;
            columns.Add(new HeadColumn(key, x, x + 1));
            (previous, stack) = (stack, previous);
        }
        return new ColumnMap(columns);
    }

    private static void StackAt(IReadOnlyList<IReadOnlyList<GridCell>> head, int x, List<GridCell> stack)
    {
        stack.Clear();
        foreach (var row in head)
        {
            for (var i = 0; i < row.Count; i++)
            {
                if (row[i].Column <= x && x < row[i].End && !stack.Contains(row[i])) stack.Add(row[i]);
            }
        }
    }

    /// <summary>The index of a column, or -1.</summary>
    public int IndexOf(string key)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Key == key) return i;
        }
        return -1;
    }

    private int LastIndexOf(string key)
    {
        var i = Columns.Count - 1;
        while (i >= 0 && Columns[i].Key != key) i--;
        return i;
    }

    /// <summary>True when each of these keys heads exactly one column.</summary>
    public bool Covers(IReadOnlyList<string> keys) =>
        keys.All(key => IndexOf(key) is >= 0 and var at && LastIndexOf(key) == at);

    /// <summary>
    /// Puts under each column its cells: one where all is well, none where the row has no cell there. Null when it is not sure which
    /// value belongs where.
    /// </summary>
    /// <param name="values">The row's cells behind its label.</param>
    /// <param name="labelEnd">The grid column after its label.</param>
    /// <param name="isAligned">True when the grid columns of this table can be trusted.</param>
    /// <param name="isRegular">True when all rows of this table have as many values as there are columns.</param>
    public IReadOnlyList<IReadOnlyList<GridCell>>? Place(IReadOnlyList<GridCell> values, int labelEnd, bool isAligned, bool isRegular)
    {
        var hasPlaces = isAligned && HasPlaces;
        if (hasPlaces && FallsIntoPlace(values)) return OneForEach(values);
        var byPlace = hasPlaces ? ByPlace(values) : null;
        if (byPlace is not null && IsOneToOne(byPlace)) return byPlace;
        if (values.Count == Columns.Count && (!isAligned || isRegular || SpansAll(values) || values.All(cell => cell.Text.Length > 0))) return OneForEach(values);
        // A shorter row is trusted where its label ends at the first column or its last value at the last one.
        return byPlace is not null && values.Count > 0 && (labelEnd == Columns[0].Start || values[^1].End == Columns[^1].End) ? byPlace : null;
    }

    // Every row of an undamaged table: each value under its own column and reaching under no other.
    private bool FallsIntoPlace(IReadOnlyList<GridCell> values)
    {
        if (values.Count != Columns.Count) return false;
        for (var i = 0; i < values.Count; i++)
        {
            var (cell, column) = (values[i], Columns[i]);
            if (cell.Column >= column.End || cell.End <= column.Start) return false;
            if (i > 0 && cell.Column < Columns[i - 1].End || i + 1 < Columns.Count && cell.End > Columns[i + 1].Start) return false;
        }
        return true;
    }

    private static IReadOnlyList<GridCell>[] OneForEach(IReadOnlyList<GridCell> values)
    {
        var places = new IReadOnlyList<GridCell>[values.Count];
        for (var i = 0; i < places.Length; i++) places[i] = [values[i]];
        return places;
    }

    private IReadOnlyList<GridCell>[] ByPlace(IReadOnlyList<GridCell> values)
    {
        var places = new IReadOnlyList<GridCell>[Columns.Count];
        for (var i = 0; i < places.Length; i++)
        {
            List<GridCell> cells = [];
            foreach (var cell in values)
            {
                if (cell.Column < Columns[i].End && Columns[i].Start < cell.End) cells.Add(cell);
            }
            places[i] = cells;
        }
        return places;
    }

    private bool SpansAll(IReadOnlyList<GridCell> values) =>
        HasPlaces && values[0].Column == Columns[0].Start && values[^1].End == Columns[^1].End;

    // Columns and cells both run from left to right: a cell under two columns is met twice in a row.
    private static bool IsOneToOne(IReadOnlyList<GridCell>[] places)
    {
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i].Count != 1 || i > 0 && places[i][0] == places[i - 1][0]) return false;
        }
        return true;
    }
}
