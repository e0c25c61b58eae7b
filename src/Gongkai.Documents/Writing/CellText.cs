using System.Globalization;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Writing;

/// <summary>What a cell prints (单元格文字): its number, or the words for why it has none. Never a zero that nobody reported.</summary>
internal static class CellText
{
    /// <summary>The printed text; empty for a blank, and for a cell the report does not have.</summary>
    public static string Of(ReportCell? cell) => cell switch
    {
        null => "",
        { Value: { } value } => value.ToString(CultureInfo.InvariantCulture),
        { State: CellState.NotReported } => "未报",
        { State: CellState.NotOpened } => "未建账",
        { State: CellState.Unreadable } => "无法辨认",
        { State: CellState.Ambiguous } => "有歧义",
        _ => LegalText.Line(cell.Printed ?? ""),
    };
}
