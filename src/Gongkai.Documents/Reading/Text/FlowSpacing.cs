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

/// <summary>
/// The distance between the lines of neighbouring cells, and what it proves. It is trusted where with it the values of some rows end
/// exactly at the last column and those of none beyond: half of it would run over, and where blank cells were dropped rows end early.
/// </summary>
internal sealed class FlowSpacing
{
    private const int EnoughRows = 2;

    private readonly int _stride;
    private readonly int _gap;

    private FlowSpacing(int stride, int gap) => (_stride, _gap) = (stride, gap);

    /// <summary>Learns from the rows of a table.</summary>
    public static FlowSpacing Of(IReadOnlyList<FlowRow> rows)
    {
        var stride = rows.SelectMany(Steps).Aggregate(0, GreatestCommonDivisor);
        if (stride == 0) return new FlowSpacing(0, 0);
        var whole = rows.Where(row => row.Values.Count > 0).ToLookup(row => LastPlace(row, stride) - row.Columns);
        if (whole.Any(group => group.Key > 0) || whole[0].Count() < EnoughRows) return new FlowSpacing(0, 0);
        return new FlowSpacing(stride, whole[0].Where(row => row.Next != int.MaxValue).Select(row => row.Next - row.Values[^1].End).DefaultIfEmpty(0).Min());
    }

    /// <summary>The values with blanks at their places, or as they are when the places are not sure.</summary>
    public IReadOnlyList<string> Fill(FlowRow row)
    {
        IReadOnlyList<string> printed = [.. row.Values.Select(value => value.Text)];
        if (printed.Count >= row.Columns || _stride == 0) return printed;
        var isLast = row.Next == int.MaxValue;
        if (isLast ? row.Values.Count == 0 || LastPlace(row, _stride) < row.Columns : row.Next < row.LabelEnd + row.Columns * _stride + _gap) return printed;
        var filled = Enumerable.Repeat("", row.Columns).ToArray();
        var place = -1;
        foreach (var (step, text) in Steps(row).Zip(printed))
        {
            place += step / _stride;
            filled[place] = text;
        }
        return filled;
    }

    private static int LastPlace(FlowRow row, int stride) => Steps(row).Sum(step => step / stride);

    private static IEnumerable<int> Steps(FlowRow row)
    {
        var line = row.LabelEnd;
        foreach (var value in row.Values)
        {
            yield return value.Start - line;
            line = value.End;
        }
    }

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
