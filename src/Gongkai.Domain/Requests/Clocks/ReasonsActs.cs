using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Requests.Clocks;

/// <summary>The applicant was asked for reasons (要求说明理由, 条例35); the effective day is the day of service of the notice.</summary>
public sealed record ReasonsRequested : IActFacts<ReasonsRequested>, IClockAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.reasonsRequested", 1);

    /// <inheritdoc/>
    public static ReasonsRequested Read(JsonElement facts) => new();

    /// <inheritdoc/>
    public JsonObject Write() => [];
}

/// <summary>The applicant's reasons arrived (说明理由); the effective day is that day.</summary>
public sealed record ReasonsGiven : IActFacts<ReasonsGiven>, IClockAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.reasonsGiven", 1);

    /// <inheritdoc/>
    public static ReasonsGiven Read(JsonElement facts) => new();

    /// <inheritdoc/>
    public JsonObject Write() => [];
}

/// <summary>
/// The reasons are sound but the time does not suffice: a later day was set (延迟答复的合理期限, 条例35); the effective day is the day of
/// service of the notice.
/// </summary>
/// <param name="To">The last day for the answer, inclusive.</param>
public sealed record AnswerDelayed(DateOnly To) : IActFacts<AnswerDelayed>, IClockAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.answerDelayed", 1);

    /// <inheritdoc/>
    public static AnswerDelayed Read(JsonElement facts) => new(FactDay.Read(facts, "to"));

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["to"] = FactDay.Write(To) };
}
