using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Requests.Clocks;

/// <summary>A fee notice reached the applicant (收费通知); the effective day is the day it was received: the time to pay runs from it.</summary>
/// <param name="Fen">The amount in fen.</param>
public sealed record FeeNoticed(long Fen) : IActFacts<FeeNoticed>, IClockAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.feeNoticed", 1);

    /// <inheritdoc/>
    public static FeeNoticed Read(JsonElement facts) => new(facts.GetProperty("fen").GetInt64());

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["fen"] = Fen };
}
