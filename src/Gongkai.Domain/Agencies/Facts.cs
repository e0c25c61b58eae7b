using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Agencies;

/// <summary>
/// An agency was registered (登记机关): the first act of its chain. The subject is the agency; its name and code stand in the private
/// part and in the tables.
/// </summary>
/// <param name="Agency">What kind of body it is.</param>
public sealed record AgencyRegistered(AgencyKind Agency) : IActFacts<AgencyRegistered>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("agency.registered", 1);

    /// <inheritdoc/>
    public static AgencyRegistered Read(JsonElement facts) => new(EnumCode<AgencyKind>.Parse(facts.GetProperty("agency").GetString()!));

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["agency"] = EnumCode<AgencyKind>.Of(Agency) };
}

/// <summary>A unit of the agency was registered (登记科室). The subject is the unit.</summary>
public sealed record UnitRegistered : IActFacts<UnitRegistered>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("unit.registered", 1);

    /// <inheritdoc/>
    public static UnitRegistered Read(JsonElement facts) => new();

    /// <inheritdoc/>
    public JsonObject Write() => [];
}
