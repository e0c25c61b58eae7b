using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Requests.Clocks;

/// <summary>The time for the answer was extended (延期答复); the effective day is the day of service of the notice.</summary>
/// <param name="WorkingDays">By how many working days, 1 to <see cref="ReplyTerms.Extension"/>.</param>
/// <param name="ConsentedOn">Day the head of the disclosure office (工作机构负责人) consented, or null when no consent is on file.</param>
public sealed record RequestExtended(int WorkingDays, DateOnly? ConsentedOn) : IActFacts<RequestExtended>, IClockAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.extended", 1);

    /// <inheritdoc/>
    public static RequestExtended Read(JsonElement facts) =>
        new(facts.GetProperty("workingDays").GetInt32(), FactDay.ReadOptional(facts, "consentedOn"));

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["workingDays"] = WorkingDays, ["consentedOn"] = FactDay.Write(ConsentedOn) };
}
