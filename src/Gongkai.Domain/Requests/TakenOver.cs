using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Requests.Clocks;

namespace Gongkai.Domain.Requests;

/// <summary>
/// A request that was brought forward came from a predecessor (承接在办申请), with all that had happened in it: the term runs on, and this
/// ledger alone proves it. The subject is the request.
/// </summary>
/// <param name="From">The predecessor.</param>
/// <param name="Was">What it is called in the predecessor's ledger.</param>
/// <param name="Past">What the clock reads of its past, in order.</param>
public sealed record RequestTakenOver(AgencyId From, SubjectId Was, IReadOnlyList<PastEvent> Past) : IActFacts<RequestTakenOver>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.takenOver", 1);

    /// <inheritdoc/>
    public static RequestTakenOver Read(JsonElement facts) => new(
        new AgencyId(facts.GetProperty("from").GetGuid()),
        new SubjectId(facts.GetProperty("was").GetGuid()),
        [
            .. facts.GetProperty("past").EnumerateArray().Select(past => new PastEvent(
                DateOnly.ParseExact(past.GetProperty("on").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                ActKind.Parse(past.GetProperty("kind").GetString()!),
                JsonObject.Create(past.GetProperty("facts"))!)),
        ]);

    /// <inheritdoc/>
    public JsonObject Write() => new()
    {
        ["from"] = From.Value.ToString("D"),
        ["was"] = Was.Value.ToString("D"),
        ["past"] = new JsonArray([.. Past.Select(past => (JsonNode)new JsonObject
        {
            ["on"] = past.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["kind"] = past.Kind.ToString(),
            ["facts"] = past.Facts.DeepClone(),
        })]),
    };
}
