using Gongkai.Documents.Reading.Model;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Reading.Recognition;

/// <summary>Collects what the tables print. A cell that is printed twice and differently is ambiguous, whichever came first.</summary>
internal sealed class CellCollector
{
    private const int UsualCells = 250;

    private readonly Dictionary<CellKey, CellReading> _cells = new(UsualCells);
    private readonly HashSet<CellKey> _contradicted = [];

    /// <summary>What was read so far.</summary>
    public IReadOnlyDictionary<CellKey, CellReading> Cells => _cells;

    /// <summary>Cells that are printed more than once, with different contents.</summary>
    public IReadOnlySet<CellKey> Contradicted => _contradicted;

    /// <summary>Reads the cells that fall under one column: one is the value, none is not printed, several or a shared one are not sure.</summary>
    /// <param name="key">The column's cell.</param>
    /// <param name="cells">The cells under it, or null when the row could not be placed.</param>
    /// <param name="isShared">True when a cell reaches under another column or another row too.</param>
    /// <param name="kind">What stands there.</param>
    /// <param name="rowText">The row as printed, for the evidence.</param>
    public void Add(CellKey key, IReadOnlyList<GridCell>? cells, Func<GridCell, bool> isShared, NumberKind kind, string rowText)
    {
        if (cells is null)
        {
            Add(key, CellReading.Unreadable(rowText));
            return;
        }
        if (cells.Count == 0)
        {
            Add(key, CellReading.NotPrinted);
            return;
        }
        var reading = cells.Count == 1
            ? NumberCell.Read(cells[0].Text, kind)
            : NumberCell.Read(string.Join(' ', cells.Select(cell => cell.Text)).Trim(), kind);
        var isSure = cells.Count == 1 && !isShared(cells[0]);
        Add(key, isSure || reading.State == CellState.Blank ? reading : CellReading.Unreadable(reading.Printed ?? ""));
    }

    /// <summary>Takes a reading.</summary>
    public void Add(CellKey key, CellReading reading)
    {
        if (!_cells.TryAdd(key, reading) && _cells[key] is var first && (first.State != reading.State || first.Value != reading.Value))
        {
            _contradicted.Add(key);
            List<decimal> candidates = [.. first.Candidates, .. reading.Candidates];
            if (first.Value is { } one) candidates.Add(one);
            if (reading.Value is { } other) candidates.Add(other);
            _cells[key] = new CellReading(CellState.Ambiguous, null, first.Printed ?? reading.Printed, [.. candidates.Distinct()]);
        }
    }
}
