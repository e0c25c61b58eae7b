using System.Text.Json;
using Gongkai.Domain;
using Gongkai.Domain.Requests;

namespace Gongkai.Documents.Data;

/// <summary>
/// The table of decisions and report rows (答复类型与年报各行对应表), from <c>data/decisions/rows.json</c>: a national default and what
/// regions do differently.
/// </summary>
public sealed class BuiltInDecisionRows
{
    private readonly Dictionary<string, DecisionRows> _regions;

    private BuiltInDecisionRows(DecisionRows national, Dictionary<string, DecisionRows> regions)
    {
        National = national;
        _regions = regions;
    }

    /// <summary>The table that comes with the program.</summary>
    public static BuiltInDecisionRows Table { get; } = LoadBuiltIn();

    /// <summary>What holds where no region says otherwise.</summary>
    public DecisionRows National { get; }

    /// <summary>The table of a region: that of the longest code in the data that its own code begins with.</summary>
    /// <param name="regionCode">行政区划代码, or null for the national table.</param>
    public DecisionRows Of(string? regionCode)
    {
        for (var length = regionCode?.Length ?? 0; length > 0; length--)
            if (_regions.TryGetValue(regionCode![..length], out var rows)) return rows;
        return National;
    }

    /// <summary>Reads a table in the shape of <c>data/decisions/rows.json</c>.</summary>
    /// <param name="json">The table.</param>
    /// <exception cref="FormatException">A decision, row or certainty that does not exist.</exception>
    /// <exception cref="JsonException">No JSON.</exception>
    /// <exception cref="ArgumentException">A decision has no row, or two.</exception>
    public static BuiltInDecisionRows Load(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var national = new DecisionRows(ReadLines(root), ReadRow(root.GetProperty("givenAndUnavailable")));
        Dictionary<string, DecisionRows> regions = new(StringComparer.Ordinal);
        // Shorter codes first: a city overrides what its province already changed.
        foreach (var region in root.GetProperty("regions").EnumerateObject().OrderBy(region => region.Name.Length))
        {
            var parent = new BuiltInDecisionRows(national, regions).Of(region.Name);
            OutcomeRow? mixed = region.Value.TryGetProperty("givenAndUnavailable", out var row) ? ReadRow(row) : null;
            regions.Add(region.Name, parent.With(ReadLines(region.Value), mixed));
        }
        return new BuiltInDecisionRows(national, regions);
    }

    private static IEnumerable<DecisionRow> ReadLines(JsonElement table) =>
        table.TryGetProperty("rows", out var rows) ? rows.EnumerateArray().Select(ReadLine) : [];

    private static DecisionRow ReadLine(JsonElement line) => new(
        EnumCode<DecisionType>.Parse(line.GetProperty("decision").GetString()!),
        ReadRow(line),
        EnumCode<Certainty>.Parse(line.GetProperty("certainty").GetString()!),
        line.GetProperty("source").GetString()!);

    private static OutcomeRow ReadRow(JsonElement line)
    {
        var key = line.GetProperty("row").GetString();
        return OutcomeRowKey.TryParse(key, out var row) ? row : throw new FormatException($"'{key}' is no row.");
    }

    private static BuiltInDecisionRows LoadBuiltIn()
    {
        using var stream = BuiltInData.Open("decisions/rows.json");
        return Load(stream);
    }
}
