using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Requests.Clocks;

/// <summary>Who is asked for an opinion (征求意见对象). Silence means something different for each of them.</summary>
public enum ConsultedParty
{
    /// <summary>第三方 (条例32): 15 working days; when silent the agency decides by itself.</summary>
    ThirdParty,

    /// <summary>其他机关 (条例33): no statutory term, the letter may name one; silence has no effect.</summary>
    OtherOrgan,

    /// <summary>共同制作机关 (条例34): 15 working days; silence is agreement (视为同意公开).</summary>
    CoMaker,

    /// <summary>协办科室: a unit of the same agency. The time it takes is the agency's own and is counted.</summary>
    OwnUnit,
}

/// <summary>A letter asked for an opinion (征求意见); the effective day is the day it was sent.</summary>
/// <param name="Consultation">Number of this consultation within the request, from 1: several may run at once.</param>
/// <param name="Party">Who is asked.</param>
/// <param name="By">The last day the letter names, inclusive, or null. It binds only where the law sets no term of its own.</param>
public sealed record ConsultationStarted(int Consultation, ConsultedParty Party, DateOnly? By = null) : IActFacts<ConsultationStarted>, IClockAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.consultationStarted", 1);

    /// <inheritdoc/>
    public static ConsultationStarted Read(JsonElement facts) => new(
        facts.GetProperty("consultation").GetInt32(),
        EnumCode<ConsultedParty>.Parse(facts.GetProperty("party").GetString()!),
        FactDay.ReadOptional(facts, "by"));

    /// <inheritdoc/>
    public JsonObject Write() => new()
    {
        ["consultation"] = Consultation,
        ["party"] = EnumCode<ConsultedParty>.Of(Party),
        ["by"] = FactDay.Write(By),
    };
}

/// <summary>The letter reached the party (收到征求意见书); its statutory term runs from the effective day.</summary>
/// <param name="Consultation">Number of the consultation.</param>
public sealed record ConsultationDelivered(int Consultation) : IActFacts<ConsultationDelivered>, IClockAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.consultationDelivered", 1);

    /// <inheritdoc/>
    public static ConsultationDelivered Read(JsonElement facts) => new(facts.GetProperty("consultation").GetInt32());

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["consultation"] = Consultation };
}

/// <summary>The opinion arrived, or the agency stopped waiting for it (征求意见结束); the effective day is that day.</summary>
/// <param name="Consultation">Number of the consultation.</param>
/// <param name="Opinion">True when an opinion arrived.</param>
public sealed record ConsultationEnded(int Consultation, bool Opinion = true) : IActFacts<ConsultationEnded>, IClockAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.consultationEnded", 1);

    /// <inheritdoc/>
    public static ConsultationEnded Read(JsonElement facts) =>
        new(facts.GetProperty("consultation").GetInt32(), facts.GetProperty("opinion").GetBoolean());

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["consultation"] = Consultation, ["opinion"] = Opinion };
}
