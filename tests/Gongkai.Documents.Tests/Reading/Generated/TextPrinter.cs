using System.Text;

namespace Gongkai.Documents.Tests.Reading.Generated;

/// <summary>Writes a printed report as the text exports of word processors and web pages do.</summary>
internal static class TextPrinter
{
    public static byte[] Write(List<Piece> pieces, Quirks quirks)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (piece is Words words) text.Append(words.Text).Append('\n');
            else Write((Table)piece, quirks.Text, text);
        }
        return TextBytes.Of(quirks.Frame == Frame.Edited ? text.ToString().ReplaceLineEndings("\r\n") : text.ToString(), quirks.Encoded);
    }

    private static void Write(Table table, TextShape shape, StringBuilder text)
    {
        text.Append('\n');
        foreach (var row in Expand(table))
        {
            // A cell that goes on from above stands in the export as an empty one; a wide cell stands once.
            var cells = row.Where(cell => cell.IsFirstColumn).ToList();
            switch (shape)
            {
                case TextShape.TabCells:
                    foreach (var cell in cells) text.Append('\t').Append(cell.IsFirstRow ? cell.Text : "").Append('\n');
                    text.Append('\n');
                    break;
                case TextShape.TrimmedTabs:
                    foreach (var cell in cells) text.Append($"\t{(cell.IsFirstRow ? cell.Text : "")}".TrimEnd()).Append('\n');
                    text.Append('\n');
                    break;
                case TextShape.BlankLines:
                    foreach (var cell in cells.Where(cell => cell.IsFirstRow)) text.Append(cell.Text).Append("\n\n");
                    break;
                case TextShape.Bars:
                    text.Append("| ").AppendJoin(" | ", row.Select(cell => cell is { IsFirstColumn: true, IsFirstRow: true } ? cell.Text.Replace("\n", "", StringComparison.Ordinal) : "")).Append(" |\n");
                    break;
                default:
                    text.AppendJoin('\t', row.Select(cell => cell is { IsFirstColumn: true, IsFirstRow: true } ? cell.Text.Replace("\n", "", StringComparison.Ordinal) : "")).Append('\n');
                    break;
            }
        }
        text.Append("\n\n");
    }

    /// <summary>Every place of the grid, with whether it is where its cell begins.</summary>
    internal static List<List<(string Text, bool IsFirstColumn, bool IsFirstRow)>> Expand(Table table)
    {
        List<List<(string, bool, bool)>> grid = [];
        var reaching = new Dictionary<int, (SetCell Cell, int Rows, bool IsFirstColumn)>();
        foreach (var row in table.Rows)
        {
            List<(string, bool, bool)> places = [];
            var pending = new Queue<SetCell>(row);
            while (pending.Count > 0 || reaching.ContainsKey(places.Count))
            {
                var x = places.Count;
                if (reaching.TryGetValue(x, out var above))
                {
                    places.Add((above.Cell.Text, above.IsFirstColumn, false));
                    if (above.Rows > 1) reaching[x] = (above.Cell, above.Rows - 1, above.IsFirstColumn);
                    else reaching.Remove(x);
                    continue;
                }
                var cell = pending.Dequeue();
                for (var i = 0; i < cell.ColumnSpan; i++)
                {
                    places.Add((cell.Text, i == 0, true));
                    if (cell.RowSpan > 1) reaching[x + i] = (cell, cell.RowSpan - 1, i == 0);
                }
            }
            grid.Add(places);
        }
        return grid;
    }
}
