using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Agencies;

/// <summary>
/// An agency was closed or merged into another (撤并); the effective day is the last on which it acted under its own name. The subject is the
/// agency. Its chain stays, and nothing dated later is added to its work.
/// </summary>
/// <param name="Successor">Who takes over its work (承接机关), or null when nothing was left to take over.</param>
public sealed record AgencyClosed(AgencyId? Successor) : IActFacts<AgencyClosed>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("agency.closed", 1);

    /// <inheritdoc/>
    public static AgencyClosed Read(JsonElement facts) =>
        new(facts.GetProperty("successor") is { ValueKind: JsonValueKind.String } id ? new AgencyId(id.GetGuid()) : null);

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["successor"] = Successor?.Value.ToString("D", CultureInfo.InvariantCulture) };
}

/// <summary>
/// An open request, a pending dispute or an instrument in force went over to the successor (移交承接机关) with the last day of the agency. The
/// subject is the matter; here it is no longer open.
/// </summary>
/// <param name="To">The successor.</param>
/// <param name="As">What it is called in the successor's ledger.</param>
public sealed record MatterHandedOver(AgencyId To, SubjectId As) : IActFacts<MatterHandedOver>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("agency.matterHandedOver", 1);

    /// <inheritdoc/>
    public static MatterHandedOver Read(JsonElement facts) =>
        new(new AgencyId(facts.GetProperty("to").GetGuid()), new SubjectId(facts.GetProperty("as").GetGuid()));

    /// <inheritdoc/>
    public JsonObject Write() => new()
    {
        ["to"] = To.Value.ToString("D", CultureInfo.InvariantCulture),
        ["as"] = As.Value.ToString("D", CultureInfo.InvariantCulture),
    };
}
