using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;

namespace Gongkai.App.Audit;

/// <summary>An event in its written form: exactly what is hashed.</summary>
/// <param name="Chain">The chain it stands in.</param>
/// <param name="Sequence">Its place there.</param>
/// <param name="HappenedAt">When it happened, UTC in whole microseconds.</param>
/// <param name="Event">What happened.</param>
internal sealed record AuditText(Guid Chain, long Sequence, DateTime HappenedAt, AuditEvent Event)
{
    private const int FormatVersion = 1;

    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public string Write() => CanonicalJson.Write(new JsonObject
    {
        ["v"] = FormatVersion,
        ["chain"] = Chain.ToString("D"),
        ["seq"] = Sequence,
        ["at"] = HappenedAt.ToString(Form, CultureInfo.InvariantCulture),
        ["kind"] = EnumCode<AuditKind>.Of(Event.Kind),
        ["who"] = Event.Who?.Value.ToString("D"),
        ["agency"] = Event.Agency?.Value.ToString("D"),
        ["subject"] = Event.Subject,
        ["from"] = Event.From,
        ["message"] = Event.Message,
    });

    /// <summary>Seals the event behind another.</summary>
    public AuditRow Seal(ChainHash hash, string previousHash)
    {
        var text = Write();
        return new AuditRow
        {
            ChainId = Chain,
            Sequence = Sequence,
            HappenedAt = HappenedAt,
            Kind = Event.Kind,
            PersonId = Event.Who,
            AgencyId = Event.Agency,
            Subject = Event.Subject,
            From = Event.From,
            Message = Event.Message,
            Text = text,
            PreviousHash = previousHash,
            Hash = hash.OfEntry(previousHash, text, ""),
        };
    }

    /// <summary>Reads a canonical text back.</summary>
    /// <exception cref="FormatException">The text is no event of a version this program knows.</exception>
    public static AuditText Read(string text)
    {
        try
        {
            var fields = JsonNode.Parse(text)!.AsObject();
            if ((int)fields["v"]! != FormatVersion) throw new FormatException($"Audit format {fields["v"]} is not known.");
            return new AuditText(
                Guid.ParseExact((string)fields["chain"]!, "D"),
                (long)fields["seq"]!,
                DateTime.ParseExact((string)fields["at"]!, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
                new AuditEvent(
                    EnumCode<AuditKind>.Parse((string)fields["kind"]!),
                    fields["who"] is { } who ? new PersonId(Guid.ParseExact((string)who!, "D")) : null,
                    fields["agency"] is { } agency ? new AgencyId(Guid.ParseExact((string)agency!, "D")) : null,
                    (string?)fields["subject"], (string)fields["from"]!, (string)fields["message"]!));
        }
        catch (Exception error) when (error is JsonException or NullReferenceException or InvalidOperationException or InvalidCastException or ArgumentNullException)
        {
            throw new FormatException("The text is no security event.", error);
        }
    }
}
