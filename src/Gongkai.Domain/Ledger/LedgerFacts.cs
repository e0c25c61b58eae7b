using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.Domain.Ledger;

/// <summary>
/// The public part of a ledger entry (台账事实): an envelope that knows no act. Its canonical text is what is hashed and stored;
/// database columns are a projection of it.
/// </summary>
/// <param name="Chain">The chain the entry belongs to.</param>
/// <param name="Sequence">Place in the chain, from 1 without gaps.</param>
/// <param name="Kind">What kind of act.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="EffectiveOn">The day the law counts it for, China's calendar; may lie before the day of recording.</param>
/// <param name="RecordedAt">When it was recorded, UTC in whole microseconds.</param>
/// <param name="Corrects">Sequence of the earlier entry that this one corrects, or null.</param>
/// <param name="Facts">The facts of the kind.</param>
public sealed record LedgerFacts(
    ChainId Chain, long Sequence, ActKind Kind, SubjectId Subject, DateOnly EffectiveOn, DateTime RecordedAt, long? Corrects, JsonObject Facts)
{
    /// <summary>Version of the envelope's shape, written into each entry.</summary>
    public const int FormatVersion = 1;

    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>The canonical text: exactly what is hashed.</summary>
    /// <exception cref="FormatException">The facts hold something without a canonical form.</exception>
    public string Write() => CanonicalJson.Write(new JsonObject
    {
        ["v"] = FormatVersion,
        ["chain"] = Chain.Value.ToString("D"),
        ["seq"] = Sequence,
        ["kind"] = Kind.ToString(),
        ["subject"] = Subject.Value.ToString("D"),
        ["on"] = EffectiveOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["at"] = RecordedAt.ToString(Instant, CultureInfo.InvariantCulture),
        ["corrects"] = Corrects,
        ["facts"] = Facts.DeepClone(),
    });

    /// <summary>Reads a canonical text back.</summary>
    /// <exception cref="FormatException">The text is no entry of a version this program knows.</exception>
    public static LedgerFacts Read(string text)
    {
        try
        {
            var fields = JsonNode.Parse(text)!.AsObject();
            if ((int)fields["v"]! != FormatVersion) throw new FormatException($"Ledger format {fields["v"]} is not known.");
            return new LedgerFacts(
                new ChainId(Guid.ParseExact((string)fields["chain"]!, "D")),
                (long)fields["seq"]!,
                ActKind.Parse((string)fields["kind"]!),
                new SubjectId(Guid.ParseExact((string)fields["subject"]!, "D")),
                DateOnly.ParseExact((string)fields["on"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                DateTime.ParseExact((string)fields["at"]!, Instant, CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
                (long?)fields["corrects"],
                (JsonObject)fields["facts"]!.DeepClone());
        }
        catch (Exception error) when (error is JsonException or NullReferenceException or InvalidOperationException or InvalidCastException or ArgumentNullException)
        {
            throw new FormatException("The text is no ledger entry.", error);
        }
    }
}
