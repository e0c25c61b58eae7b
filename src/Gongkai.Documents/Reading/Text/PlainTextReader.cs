using Gongkai.Documents.Reading.Model;
using Gongkai.Documents.Reading.Recognition;

namespace Gongkai.Documents.Reading.Text;

/// <summary>
/// Reads plain text and finds the tables in it, whichever way the export wrote them: rows with bars, rows with tabs, cells on lines of
/// their own that begin with a tab (a word processor's export), or cells on bare lines.
/// </summary>
internal static class PlainTextReader
{
    private static readonly char[] Bars = ['|', '｜', '│'];

    /// <summary>Takes a text apart.</summary>
    public static SourceDocument Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Replace('\f', '\n').Replace('\v', '\n').Split('\n');
        // An export keeps empty cells as lines with a tab alone; where an editor has trimmed them away, tabs no longer tell the cells.
        var keepsEmptyCells = lines.Any(line => line.Length > 0 && line[0] == '\t' && string.IsNullOrWhiteSpace(line));
        List<Block> blocks = [];
        var flow = new CellFlow(blocks, isOlderForm: text.Contains("上一年项目数量", StringComparison.Ordinal) || text.Contains("本年新制作", StringComparison.Ordinal));
        for (var i = 0; i < lines.Length;)
        {
            if (lines[i].IndexOfAny(Bars) >= 0)
            {
                i = ReadBars(lines, i, blocks, flow);
            }
            else if (lines[i].AsSpan().Trim().Contains('\t'))
            {
                i = ReadTabRows(lines, i, blocks, flow);
            }
            else if (keepsEmptyCells && lines[i].StartsWith('\t'))
            {
                i = ReadTabCells(lines, i, blocks, flow);
            }
            else
            {
                flow.Add(lines[i], i);
                i++;
            }
        }
        flow.End();
        return new SourceDocument(SourceFormat.Text, blocks, null, []);
    }

    private static int ReadBars(string[] lines, int start, List<Block> blocks, CellFlow flow)
    {
        var end = start;
        List<string[]> rows = [];
        List<string> printed = [];
        for (; end < lines.Length && (lines[end].IndexOfAny(Bars) >= 0 || string.IsNullOrWhiteSpace(lines[end])); end++)
        {
            var line = lines[end].Trim();
            if (line.Length == 0 || line.Trim('|', '-', ':', ' ', '+').Length == 0 && line.Contains('-', StringComparison.Ordinal)) continue;
            rows.Add([.. line.Split(Bars).Select(cell => cell.Trim())]);
            printed.Add(line);
        }
        // One cell a line, closed by a bar: the bars say nothing about columns.
        if (rows.Count(row => row.Length <= 2 || row.All(cell => cell.Length == 0)) * 2 > rows.Count)
        {
            for (var i = start; i < end; i++) flow.Add(lines[i].Trim(' ', '\t', '|', '｜', '│'), i);
            return end;
        }
        var opens = rows.TrueForAll(row => row[0].Length == 0);
        var closes = printed.TrueForAll(line => line.IndexOfAny(Bars, line.Length - 1) >= 0);
        List<IReadOnlyList<string>> cells = [.. rows.Select(row => row[(opens ? 1 : 0)..(closes && row.Length > 1 ? ^1 : ^0)])];
        return EndGrid(cells, end, blocks, flow);
    }

    private static int ReadTabRows(string[] lines, int start, List<Block> blocks, CellFlow flow)
    {
        var end = start;
        List<IReadOnlyList<string>> rows = [];
        for (; end < lines.Length && lines[end].Contains('\t', StringComparison.Ordinal); end++)
        {
            rows.Add([.. lines[end].Split('\t').Select(cell => cell.Trim())]);
        }
        return EndGrid(rows, end, blocks, flow);
    }

    private static int ReadTabCells(string[] lines, int start, List<Block> blocks, CellFlow flow)
    {
        List<IReadOnlyList<string>> rows = [];
        List<string> row = [];
        var end = start;
        for (; end < lines.Length; end++)
        {
            var line = lines[end];
            if (line.Length == 0)
            {
                if (row.Count > 0) rows.Add(row);
                row = [];
            }
            else if (line[0] == '\t')
            {
                if (line.AsSpan().Trim().Contains('\t')) break;
                row.Add(line.Trim());
            }
            else if (row.Count > 0 && !IsHeading(line))
            {
                // A cell of several lines: only its first has the tab.
                row[^1] = (row[^1] + "\n" + line.Trim()).Trim();
            }
            else
            {
                break;
            }
        }
        if (row.Count > 0) rows.Add(row);
        return EndGrid(rows, end, blocks, flow);
    }

    private static int EndGrid(List<IReadOnlyList<string>> rows, int end, List<Block> blocks, CellFlow flow)
    {
        flow.End();
        var isAligned = rows.TrueForAll(row => row.Count == rows[0].Count) && rows[0].Count > 1;
        if (rows.TrueForAll(row => row.Count == 1)) blocks.AddRange(rows.Select(row => new Paragraph(row[0])));
        else blocks.Add(Grid.OfTexts(rows, isAligned));
        return end;
    }

    private static bool IsHeading(string line) => LabelBook.Sections.Exact(LabelText.Of(line).Han) is not null;
}
