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
    public static IReadOnlyList<ClockEvent> Of(IEnumerable<LedgerFacts> entries)
    {
        var valid = new SortedDictionary<long, LedgerFacts>();
        foreach (var entry in entries)
        {
            if (entry.Kind == Correction.Kind && entry.Corrects is { } corrected) Correct(valid, corrected, Correction.Read(Element(entry.Facts)));
            else valid[entry.Sequence] = entry;
        }
        return [.. valid.Values.Where(entry => Kinds.ContainsKey(entry.Kind))
            .Select(entry => new ClockEvent(entry.EffectiveOn, Kinds[entry.Kind](Element(entry.Facts))))];
    }

    private static void Correct(SortedDictionary<long, LedgerFacts> valid, long sequence, Correction correction)
    {
        if (!valid.TryGetValue(sequence, out var entry)) return;
        if (correction is { EffectiveOn: { } on, Facts: { } facts }) valid[sequence] = entry with { EffectiveOn = on, Facts = facts };
        else valid.Remove(sequence);
    }

    private static JsonElement Element(JsonObject facts) => JsonSerializer.SerializeToElement(facts);

    private static KeyValuePair<ActKind, Func<JsonElement, IClockAct>> Reader<T>() where T : IActFacts<T>, IClockAct =>
        new(T.Kind, facts => T.Read(facts));
}
