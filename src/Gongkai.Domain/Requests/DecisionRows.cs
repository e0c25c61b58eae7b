namespace Gongkai.Domain.Requests;

/// <summary>How sure a line of a data table is (依据的确定程度).</summary>
public enum Certainty
{
    /// <summary>Sure from the statute.</summary>
    Statute,

    /// <summary>The form's own words say so.</summary>
    Text,

    /// <summary>What offices do; no text.</summary>
    Practice,

    /// <summary>No national text was found: ask the competent authority.</summary>
    Unsure,
}

/// <summary>One line of the table: a decision counts in a row (答复类型对应的行).</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Row">The row it counts in.</param>
/// <param name="Certainty">How sure that is.</param>
/// <param name="Source">Where it comes from, in words.</param>
public sealed record DecisionRow(DecisionType Decision, OutcomeRow Row, Certainty Certainty, string Source);

/// <summary>
/// The one table that says in which row each decision counts (答复类型与年报各行对应表), as one region uses it. Where the national text is
/// silent, regions differ: the table is data, not code.
/// </summary>
public sealed class DecisionRows
{
    private readonly Dictionary<DecisionType, DecisionRow> _lines;

    /// <summary>Makes a table.</summary>
    /// <param name="lines">A line for each decision, exactly one.</param>
    /// <param name="givenAndUnavailable">The row of a request of which a part was given and all the rest could not be provided.</param>
    /// <exception cref="ArgumentException">A decision has no line, or two.</exception>
    public DecisionRows(IEnumerable<DecisionRow> lines, OutcomeRow givenAndUnavailable)
    {
        _lines = lines.ToDictionary(line => line.Decision);
        foreach (var decision in Enum.GetValues<DecisionType>())
            if (!_lines.ContainsKey(decision)) throw new ArgumentException($"No row for {decision}.", nameof(lines));
        GivenAndUnavailable = givenAndUnavailable;
    }

    /// <summary>The lines, in the order of the decisions.</summary>
    public IEnumerable<DecisionRow> Lines => _lines.Values.OrderBy(line => line.Decision);

    /// <summary>
    /// The row of a request of which a part was given while all the rest does not exist or is not held: 部分公开 in most places, 予以公开 in
    /// some.
    /// </summary>
    public OutcomeRow GivenAndUnavailable { get; }

    /// <summary>The line of a decision.</summary>
    public DecisionRow this[DecisionType decision] => _lines[decision];

    /// <summary>The table with some lines replaced, as a region or an office has it.</summary>
    /// <param name="lines">The lines that differ.</param>
    /// <param name="givenAndUnavailable">The row for mixed requests where it differs, else null.</param>
    public DecisionRows With(IEnumerable<DecisionRow> lines, OutcomeRow? givenAndUnavailable = null)
    {
        Dictionary<DecisionType, DecisionRow> merged = new(_lines);
        foreach (var line in lines) merged[line.Decision] = line;
        return new DecisionRows(merged.Values, givenAndUnavailable ?? GivenAndUnavailable);
    }
}
