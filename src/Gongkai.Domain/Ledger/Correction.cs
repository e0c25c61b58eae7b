using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.Domain.Ledger;

/// <summary>
/// Replaces or voids an earlier entry (更正、作废). The old entry stays; a fold reads the replacement in its place. The envelope's
/// <see cref="LedgerFacts.Corrects"/> names it.
/// </summary>
/// <param name="EffectiveOn">The right day of the corrected act, or null when it stays; with null facts the act is voided.</param>
/// <param name="Facts">The right facts, of the corrected entry's own kind, or null when they stay; without a day either the act is voided.</param>
public sealed record Correction(DateOnly? EffectiveOn, JsonObject? Facts) : IActFacts<Correction>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("entry.corrected", 1);

    /// <inheritdoc/>
    // A copy: the facts are kept, the document they were read from is not.
    public static Correction Read(JsonElement facts) => new(
        facts.GetProperty("on").GetString() is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", null) : null,
        facts.GetProperty("facts") is { ValueKind: JsonValueKind.Object } replacement ? JsonObject.Create(replacement.Clone()) : null);

    /// <inheritdoc/>
    public JsonObject Write() => new()
    {
        ["on"] = EffectiveOn?.ToString("yyyy-MM-dd", null),
        ["facts"] = Facts?.DeepClone(),
    };
}
