using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Requests.Clocks;

/// <summary>The applicant was told to clarify the request (补正通知); the effective day is the day of service of the notice.</summary>
/// <param name="By">The last day of the reasonable term (合理的补正期限) that the notice sets, inclusive.</param>
public sealed record ClarificationRequested(DateOnly By) : IActFacts<ClarificationRequested>, IClockAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.clarificationRequested", 1);

    /// <inheritdoc/>
    public static ClarificationRequested Read(JsonElement facts) => new(FactDay.Read(facts, "by"));

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["by"] = FactDay.Write(By) };
}

/// <summary>
/// The wait for the clarification ended and work goes on (收到补正); the effective day is the day the corrected request was received by
/// the rules of 条例31, or the day the agency decided to go on without one.
/// </summary>
/// <param name="Corrected">False when the applicant sent nothing and the agency goes on, with its reason.</param>
public sealed record Clarified(bool Corrected = true) : IActFacts<Clarified>, IClockAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.clarified", 1);

    /// <inheritdoc/>
    public static Clarified Read(JsonElement facts) => new(facts.GetProperty("corrected").GetBoolean());

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["corrected"] = Corrected };
}
