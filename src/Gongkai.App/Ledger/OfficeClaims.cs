using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongkai.App.Data;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Requests;

namespace Gongkai.App.Ledger;

/// <summary>
/// The claims of acts that no number comes from and that yet have rows: units, handovers, matters that went to a successor, doors to other
/// agencies, lists of what was destroyed.
/// </summary>
internal static class OfficeClaims
{
    private static readonly Dictionary<string, Func<FoldEntry, JsonElement, RegisterClaim>> Kinds = new(StringComparer.Ordinal)
    {
        [UnitRegistered.Kind.ToString()] = (entry, _) => new RegisterClaim(UnitRegistered.Kind.Name, entry.Subject.Value, ""),
        [MatterHandedOver.Kind.ToString()] = (entry, _) => RegisterClaims.HandedOver(entry.Subject.Value, entry.EffectiveOn),
        [PostHandedOver.Kind.ToString()] = (entry, facts) => HandedOver(entry.Subject.Value, PostHandedOver.Read(facts)),
        [RequestAssigned.Kind.ToString()] = (_, facts) => Opened(RequestAssigned.Read(facts).Assignment, RequestAssigned.Read(facts).To),
        [RecordsDestroyed.Kind.ToString()] = (entry, facts) => Destroyed(entry.Subject.Value, RecordsDestroyed.Read(facts).Sheet),
        [AssignmentEnded.Kind.ToString()] = (_, facts) => Ended(AssignmentEnded.Read(facts).Assignment),
        [CaseConferenceOpened.Kind.ToString()] = (_, facts) => Opened(CaseConferenceOpened.Read(facts).Conference, CaseConferenceOpened.Read(facts).To),
        [CaseConferenceEnded.Kind.ToString()] = (_, facts) => Ended(CaseConferenceEnded.Read(facts).Conference),
    };

    /// <summary>The claim of an entry, or null when it is of another kind.</summary>
    public static RegisterClaim? Of(FoldEntry entry)
    {
        if (!Kinds.TryGetValue(entry.Kind, out var read)) return null;
        using var document = JsonDocument.Parse(entry.FactsText);
        return read(entry, document.RootElement.GetProperty("facts"));
    }

    /// <summary>What a handover's row says.</summary>
    public static RegisterClaim Of(Handover row) => HandedOver(row.Id, new PostHandedOver(
        new PersonId(row.FromPersonId), new PersonId(row.ToPersonId), row.Role, HashOf(row.Sheet)));

    /// <summary>What a door's row says.</summary>
    public static IEnumerable<RegisterClaim> Of(CaseDoor row)
    {
        yield return Opened(row.Id, row.ToAgencyId);
        if (row.EndedAt is not null) yield return Ended(row.Id);
    }

    /// <summary>What the row of a list that was carried out says.</summary>
    public static IEnumerable<RegisterClaim> Of(DestructionList row)
    {
        if (row.DestroyedOn is not null) yield return Destroyed(row.Id, HashOf(row.Sheet));
    }

    /// <summary>What the row of a draft that went over to a successor says.</summary>
    public static IEnumerable<RegisterClaim> Of(Draft row)
    {
        if (row.HandedOverOn is { } last) yield return RegisterClaims.HandedOver(row.Id, last);
    }

    /// <summary>Hash of a sheet, as its act has it.</summary>
    public static string HashOf(string sheet) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)))}";

    private static RegisterClaim HandedOver(Guid subject, PostHandedOver facts) =>
        new(PostHandedOver.Kind.Name, subject, $"{facts.From.Value} {facts.To.Value} {facts.Role} {facts.Sheet}");

    private static RegisterClaim Destroyed(Guid list, string sheet) => new(RecordsDestroyed.Kind.Name, list, sheet);

    private static RegisterClaim Opened(Guid door, AgencyId to) => new("request.doorOpened", door, $"{to.Value}");

    private static RegisterClaim Ended(Guid door) => new("request.doorEnded", door, "");
}
