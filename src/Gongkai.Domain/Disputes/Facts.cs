using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Disputes;

/// <summary>A dispute began (收到复议、应诉通知). The subject is the dispute.</summary>
/// <param name="Route">Its group in section four.</param>
public sealed record DisputeFiled(DisputeRoute Route) : IActFacts<DisputeFiled>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("dispute.filed", 1);

    /// <inheritdoc/>
    public static DisputeFiled Read(JsonElement facts) => new(EnumCode<DisputeRoute>.Parse(facts.GetProperty("route").GetString()!));

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["route"] = EnumCode<DisputeRoute>.Of(Route) };
}

/// <summary>A dispute that was pending when the books were opened (期初尚未审结). One act each.</summary>
/// <param name="Route">Its group in section four.</param>
public sealed record DisputeBroughtForward(DisputeRoute Route) : IActFacts<DisputeBroughtForward>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("dispute.broughtForward", 1);

    /// <inheritdoc/>
    public static DisputeBroughtForward Read(JsonElement facts) =>
        new(EnumCode<DisputeRoute>.Parse(facts.GetProperty("route").GetString()!));

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["route"] = EnumCode<DisputeRoute>.Of(Route) };
}

/// <summary>A dispute ended (审结). The subject is the dispute.</summary>
/// <param name="Result">How.</param>
public sealed record DisputeConcluded(DisputeResult Result) : IActFacts<DisputeConcluded>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("dispute.concluded", 1);

    /// <inheritdoc/>
    public static DisputeConcluded Read(JsonElement facts) => new(EnumCode<DisputeResult>.Parse(facts.GetProperty("result").GetString()!));

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["result"] = EnumCode<DisputeResult>.Of(Result) };
}
