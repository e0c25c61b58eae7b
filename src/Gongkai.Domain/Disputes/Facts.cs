using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Agencies;
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

/// <summary>A dispute that was brought forward came from a predecessor (承接复议诉讼). The subject is the dispute.</summary>
/// <param name="From">The predecessor.</param>
/// <param name="Was">What it is called in the predecessor's ledger.</param>
public sealed record DisputeTakenOver(AgencyId From, SubjectId Was) : IActFacts<DisputeTakenOver>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("dispute.takenOver", 1);

    /// <inheritdoc/>
    public static DisputeTakenOver Read(JsonElement facts) =>
        new(new AgencyId(facts.GetProperty("from").GetGuid()), new SubjectId(facts.GetProperty("was").GetGuid()));

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["from"] = From.Value.ToString("D"), ["was"] = Was.Value.ToString("D") };
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
