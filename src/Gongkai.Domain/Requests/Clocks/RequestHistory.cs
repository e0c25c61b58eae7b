using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Requests.Clocks;

/// <summary>Reads the events of the clock out of the ledger (由台账还原期限事件).</summary>
public static class RequestHistory
{
    /// <summary>The kinds of acts that the clock reads, each with its reader.</summary>
    public static IReadOnlyDictionary<ActKind, Func<JsonElement, IClockAct>> Kinds { get; } = new Dictionary<ActKind, Func<JsonElement, IClockAct>>([
        Reader<RequestReceived>(), Reader<ClarificationRequested>(), Reader<Clarified>(), Reader<ConsultationStarted>(),
        Reader<ConsultationDelivered>(), Reader<ConsultationEnded>(), Reader<RequestExtended>(), Reader<ReasonsRequested>(),
        Reader<ReasonsGiven>(), Reader<AnswerDelayed>(), Reader<FeeNoticed>(), Reader<ProcessingFeePaid>(), Reader<RequestClosed>(),
        Reader<RequestVoided>(),
    ]);

    /// <summary>The events of one request.</summary>
    /// <param name="entries">Its entries in the order of the chain; acts of other kinds are passed over, corrections are carried out.</param>
    /// <exception cref="FormatException">An entry's facts are not of its kind: they are damaged, or newer than this program.</exception>
    public static IReadOnlyList<ClockEvent> Of(IEnumerable<LedgerFacts> entries) =>
        [.. PastOf(entries).Select(past => new ClockEvent(past.On, Kinds[past.Kind](Element(past.Facts))))];

    /// <summary>The same as it was recorded: what goes over to a successor with the request.</summary>
    /// <inheritdoc cref="Of"/>
    public static IReadOnlyList<PastEvent> PastOf(IEnumerable<LedgerFacts> entries)
    {
        List<LedgerFacts> acts = [];
        List<CorrectionAct> corrections = [];
        foreach (var entry in entries)
        {
            if (entry.Kind == Correction.Kind && entry.Corrects is { } target)
                corrections.Add(new CorrectionAct(entry.Sequence, target, entry.EffectiveOn, Correction.Read(Element(entry.Facts))));
            else if (entry.Kind == RequestTakenOver.Kind || Kinds.ContainsKey(entry.Kind))
                acts.Add(entry);
        }
        var rulings = CorrectionRulings.Of(corrections);
        List<PastEvent> events = [];
        foreach (var act in acts)
        {
            var ruled = rulings.TryGetValue(act.Sequence, out var ruling);
            if (ruled && ruling.Voids) continue;
            var (on, facts) = ruled ? (ruling.Content.EffectiveOn, ruling.Content.Facts) : (null, null);
            if (act.Kind == RequestTakenOver.Kind) events.AddRange(RequestTakenOver.Read(Element(facts ?? act.Facts)).Past);
            else events.Add(new PastEvent(on ?? act.EffectiveOn, act.Kind, facts ?? act.Facts));
        }
        return events;
    }

    private static JsonElement Element(JsonObject facts) => JsonSerializer.SerializeToElement(facts);

    private static KeyValuePair<ActKind, Func<JsonElement, IClockAct>> Reader<T>() where T : IActFacts<T>, IClockAct =>
        new(T.Kind, facts => T.Read(facts));
}

/// <summary>Something that happened in a request, as it was recorded (申请经过).</summary>
/// <param name="On">The day it counts for.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Facts">Its facts.</param>
public sealed record PastEvent(DateOnly On, ActKind Kind, JsonObject Facts);
