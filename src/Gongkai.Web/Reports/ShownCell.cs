using System.Globalization;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Web.Reports;

/// <summary>What a page shows in a cell: what was printed, or the word for what is missing. A blank is never a zero.</summary>
/// <param name="Text">The text.</param>
/// <param name="Style">Class of the cell: a number, a zero that steps back, or a word.</param>
public readonly record struct ShownCell(string Text, string Style)
{
    /// <summary>What a cell shows; a cell that is not there was not printed.</summary>
    public static ShownCell Of(ReportCell? cell) => cell switch
    {
        { State: CellState.Printed, Value: 0 } => new(cell.Printed ?? "0", "zero"),
        { State: CellState.Printed } => new(cell.Printed ?? cell.Value?.ToString(CultureInfo.InvariantCulture) ?? "", "some"),
        { State: CellState.NotReported } => new("未报", "word"),
        { State: CellState.NotOpened } => new("未建账", "word"),
        { State: CellState.Unreadable } => new("无法辨认", "word"),
        { State: CellState.Ambiguous } => new("有歧义", "word"),
        { State: CellState.Blank } => new("空白", "word"),
        _ => new("未印", "word"),
    };
}
