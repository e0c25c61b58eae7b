namespace Gongkai.Documents.Reading.Text;

/// <summary>A cell on its lines.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Start">Its first line.</param>
/// <param name="End">Its last line.</param>
internal sealed record FlowLine(string Text, int Start, int End);

/// <summary>A row as it was met.</summary>
/// <param name="Head">Heads that stand before it.</param>
/// <param name="Label">Its label, or null for the values of section four.</param>
/// <param name="Columns">How many values the form has here.</param>
/// <param name="LabelEnd">The last line of the label, or of the head.</param>
/// <param name="Values">The values that are printed.</param>
/// <param name="Next">The line on which the next words stand.</param>
internal sealed record FlowRow(IReadOnlyList<string> Head, string? Label, int Columns, int LabelEnd, IReadOnlyList<FlowLine> Values, int Next);

/// <summary>The distance between the lines of neighbouring cells, learnt from the complete rows, and what it proves of the others.</summary>
internal sealed class FlowSpacing
{
    private readonly int _stride;
    private readonly int _gap;

    private FlowSpacing(int stride, int gap) => (_stride, _gap) = (stride, gap);

    /// <summary>Learns from rows; where complete rows disagree, nothing can be proved.</summary>
    public static FlowSpacing Of(IReadOnlyList<FlowRow> rows)
    {
        List<FlowRow> complete = [.. rows.Where(row => row.Values.Count == row.Columns && row.Columns > 0)];
        List<int> strides = [.. complete.SelectMany(Steps).Distinct()];
        if (strides.Count != 1) return new FlowSpacing(0, 0);
        return new FlowSpacing(strides[0], complete.Min(row => Math.Min(row.Next, row.Values[^1].End + 1000) - row.Values[^1].End));
    }

    /// <summary>The values with blanks at their places, or as they are when the places are not sure.</summary>
    public IReadOnlyList<string> Fill(FlowRow row)
    {
        IReadOnlyList<string> printed = [.. row.Values.Select(value => value.Text)];
        if (printed.Count >= row.Columns || _stride == 0) return printed;
        if (row.Next != int.MaxValue && row.Next < row.LabelEnd + row.Columns * _stride + _gap) return printed;
        var filled = Enumerable.Repeat("", row.Columns).ToArray();
        var (place, line) = (-1, row.LabelEnd);
        foreach (var value in row.Values)
        {
            var (steps, rest) = Math.DivRem(value.Start - line, _stride);
            place += steps;
            if (rest != 0 || steps < 1 || place >= row.Columns) return printed;
            filled[place] = value.Text;
            line = value.End;
        }
        return row.Next == int.MaxValue && place != row.Columns - 1 ? printed : filled;
    }

    private static IEnumerable<int> Steps(FlowRow row)
    {
        var line = row.LabelEnd;
        foreach (var value in row.Values)
        {
            yield return value.Start - line;
            line = value.End;
        }
    }
}
