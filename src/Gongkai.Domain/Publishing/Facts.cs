using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Publishing;

/// <summary>An instrument was issued (制发). The subject is the instrument.</summary>
/// <param name="Instrument">Which kind.</param>
/// <param name="Lead">True when this agency is the only maker or leads a joint one (牵头): joint documents count at the lead only.</param>
[Law("条例", 10)]
public sealed record InstrumentIssued(InstrumentKind Instrument, bool Lead = true) : IActFacts<InstrumentIssued>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("instrument.issued", 1);

    /// <inheritdoc/>
    public static InstrumentIssued Read(JsonElement facts) => new(
        EnumCode<InstrumentKind>.Parse(facts.GetProperty("instrument").GetString()!), facts.GetProperty("lead").GetBoolean());

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["instrument"] = EnumCode<InstrumentKind>.Of(Instrument), ["lead"] = Lead };
}

/// <summary>
/// An instrument in force came over from a predecessor (承接现行有效文件) on the effective day: in force here, and never issued here. The subject
/// is the instrument.
/// </summary>
/// <param name="Instrument">Which kind.</param>
/// <param name="Lead">True when the predecessor counted it.</param>
/// <param name="From">The predecessor.</param>
/// <param name="Was">What it is called in the predecessor's ledger.</param>
public sealed record InstrumentTakenOver(InstrumentKind Instrument, bool Lead, AgencyId From, SubjectId Was) : IActFacts<InstrumentTakenOver>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("instrument.takenOver", 1);

    /// <inheritdoc/>
    public static InstrumentTakenOver Read(JsonElement facts) => new(
        EnumCode<InstrumentKind>.Parse(facts.GetProperty("instrument").GetString()!),
        facts.GetProperty("lead").GetBoolean(),
        new AgencyId(facts.GetProperty("from").GetGuid()),
        new SubjectId(facts.GetProperty("was").GetGuid()));

    /// <inheritdoc/>
    public JsonObject Write() => new()
    {
        ["instrument"] = EnumCode<InstrumentKind>.Of(Instrument),
        ["lead"] = Lead,
        ["from"] = From.Value.ToString("D"),
        ["was"] = Was.Value.ToString("D"),
    };
}

/// <summary>An instrument ceased to be in force (废止、失效). The subject is the instrument.</summary>
/// <param name="Instrument">Which kind.</param>
/// <param name="Expired">True when it ran out by itself (失效), false when it was repealed (废止); both count as 废止件数.</param>
/// <param name="Lead">True when this agency counted its issue.</param>
public sealed record InstrumentRepealed(InstrumentKind Instrument, bool Expired, bool Lead = true) : IActFacts<InstrumentRepealed>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("instrument.repealed", 1);

    /// <inheritdoc/>
    public static InstrumentRepealed Read(JsonElement facts) => new(
        EnumCode<InstrumentKind>.Parse(facts.GetProperty("instrument").GetString()!),
        facts.GetProperty("expired").GetBoolean(),
        facts.GetProperty("lead").GetBoolean());

    /// <inheritdoc/>
    public JsonObject Write() => new()
    {
        ["instrument"] = EnumCode<InstrumentKind>.Of(Instrument),
        ["expired"] = Expired,
        ["lead"] = Lead,
    };
}

/// <summary>An administrative decision was made (作出许可、处罚、强制决定). The subject is the decision.</summary>
/// <param name="Decision">Which kind.</param>
public sealed record AdministrativeDecisionMade(AdministrativeDecisionKind Decision) : IActFacts<AdministrativeDecisionMade>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("decision.made", 1);

    /// <inheritdoc/>
    public static AdministrativeDecisionMade Read(JsonElement facts) =>
        new(EnumCode<AdministrativeDecisionKind>.Parse(facts.GetProperty("decision").GetString()!));

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["decision"] = EnumCode<AdministrativeDecisionKind>.Of(Decision) };
}

/// <summary>An administrative fee was collected (行政事业性收费, 条例20(八)). Not the 信息处理费 of requests.</summary>
/// <param name="Fen">Amount in fen; negative for a refund.</param>
public sealed record AdministrativeFeeCollected(long Fen) : IActFacts<AdministrativeFeeCollected>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("fee.collected", 1);

    /// <inheritdoc/>
    public static AdministrativeFeeCollected Read(JsonElement facts) => new(facts.GetProperty("fen").GetInt64());

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["fen"] = Fen };
}
