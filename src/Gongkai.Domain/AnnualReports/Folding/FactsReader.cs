using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Disputes;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Publishing;
using Gongkai.Domain.Requests;

namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>
/// Reads the facts of the kinds a report is folded from. A year's requests share a few hundred different facts, so equal texts are
/// parsed once and looked up after that.
/// </summary>
internal sealed class FactsReader
{
    private readonly Dictionary<string, KindReader> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, KindReader> _types = [];

    public FactsReader()
    {
        Know<RequestReceived>();
        Know<RequestBroughtForward>();
        Know<RequestTakenOver>();
        Know<RequestClosed>();
        Know<RequestVoided>();
        Know<ProcessingFeePaid>();
        Know<DisputeFiled>();
        Know<DisputeBroughtForward>();
        Know<DisputeTakenOver>();
        Know<DisputeConcluded>();
        Know<InstrumentIssued>();
        Know<InstrumentTakenOver>();
        Know<InstrumentRepealed>();
        Know<AdministrativeDecisionMade>();
        Know<AdministrativeFeeCollected>();
        Know<AggregateReturn>();
        Know<BooksOpened>();
        Know<AgencyTookOver>();
        Know<ReportPublished>();
        Know<Correction>();
    }

    /// <summary>The facts, or null for a kind that no number comes from.</summary>
    /// <exception cref="FormatException">A known kind in a version of a later program, or a text that is no entry.</exception>
    public object? Read(string kind, string entryText)
    {
        if (_kinds.TryGetValue(kind, out var reader)) return reader.Read(FactsText.Of(entryText));
        var parsed = ActKind.Parse(kind);
        return _kinds.Values.Any(known => known.Kind.Name == parsed.Name)
            ? throw new FormatException($"'{kind}' was written by a later program.")
            : null;
    }

    /// <summary>Reads facts that replace others of the same kind.</summary>
    public object ReadReplacement(object replaced, JsonObject facts)
    {
        using var document = JsonDocument.Parse(facts.ToJsonString());
        return _types[replaced.GetType()].Parse(document.RootElement);
    }

    private void Know<T>() where T : class, IActFacts<T>
    {
        var reader = new KindReader(T.Kind, T.Read);
        _kinds.Add(T.Kind.ToString(), reader);
        _types.Add(typeof(T), reader);
    }

    private sealed class KindReader(ActKind kind, Func<JsonElement, object> parse)
    {
        // A hostile ledger could make every text different: the memory spent on remembering is bounded.
        private const int MostTexts = 4096;
        private const int LongestText = 512;

        private readonly Dictionary<string, object> _seen = new(StringComparer.Ordinal);

        public ActKind Kind => kind;

        public Func<JsonElement, object> Parse => parse;

        public object Read(ReadOnlyMemory<char> text)
        {
            var seen = _seen.GetAlternateLookup<ReadOnlySpan<char>>();
            if (seen.TryGetValue(text.Span, out var known)) return known;
            using var document = JsonDocument.Parse(text);
            var facts = parse(document.RootElement);
            if (_seen.Count < MostTexts && text.Length <= LongestText) _seen.Add(text.ToString(), facts);
            return facts;
        }
    }
}
