using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Disputes;
using Gongkai.Domain.Publishing;
using Gongkai.Domain.Requests;

namespace Gongkai.App.Ledger;

/// <summary>One thing that both a register and the ledger say, in a form in which the two can be compared.</summary>
/// <param name="Kind">Kind of act.</param>
/// <param name="SubjectId">What it is about.</param>
/// <param name="Content">What is said of it: day, codes, numbers.</param>
internal readonly record struct RegisterClaim(string Kind, Guid SubjectId, string Content);

/// <summary>The claims that rows of the registers make, and those that acts of the ledger make.</summary>
internal static class RegisterClaims
{
    public static IEnumerable<RegisterClaim> Of(InformationRequest row)
    {
        yield return row.BroughtForward
            ? Claim<RequestBroughtForward>(row.Id, Code(row.Applicant))
            : Claim<RequestReceived>(row.Id, Day(row.ReceivedOn), Code(row.Applicant), row.Channel is { } channel ? Code(channel) : "");
        if (row.Row is { } outcome) yield return Claim<RequestClosed>(row.Id, Day(row.ClosedOn), OutcomeRowKey.Of(outcome));
        if (row.Voided) yield return Claim<RequestVoided>(row.Id);
        if (row.HandedOverOn is { } last) yield return HandedOver(row.Id, last);
    }

    public static IEnumerable<RegisterClaim> Of(Dispute row)
    {
        yield return row.BroughtForward
            ? Claim<DisputeBroughtForward>(row.Id, Code(row.Route))
            : Claim<DisputeFiled>(row.Id, Day(row.FiledOn), Code(row.Route));
        if (row.Result is { } result) yield return Claim<DisputeConcluded>(row.Id, Day(row.ConcludedOn), Code(result));
        if (row.HandedOverOn is { } last) yield return HandedOver(row.Id, last);
    }

    public static IEnumerable<RegisterClaim> Of(Instrument row)
    {
        yield return row.TakenOverOn is { } taken
            ? Claim<InstrumentTakenOver>(row.Id, Day(taken), Code(row.Kind), $"{row.Lead}")
            : Claim<InstrumentIssued>(row.Id, Day(row.IssuedOn), Code(row.Kind), $"{row.Lead}");
        if (row.HandedOverOn is { } last) yield return HandedOver(row.Id, last);
        if (row.RepealedOn is { } repealed) yield return Claim<InstrumentRepealed>(row.Id, Day(repealed), Code(row.Kind), $"{row.Expired}", $"{row.Lead}");
    }

    public static RegisterClaim Of(AdministrativeDecision row) => Claim<AdministrativeDecisionMade>(row.Id, Day(row.DecidedOn), Code(row.Kind));

    /// <summary>A return stands in the ledger under the one that was signed first; what it says is what its last replacement says.</summary>
    public static RegisterClaim Of(Guid first, SignedReturn last) => Claim<AggregateReturn>(
        first, $"{last.UnitId.Value}", last.Period, last.Source, last.AttachmentHash ?? "",
        Values(JsonSerializer.Deserialize<Dictionary<string, string>>(last.Values)!.ToDictionary(
            cell => cell.Key, cell => decimal.Parse(cell.Value, NumberStyles.Number, CultureInfo.InvariantCulture))));

    public static RegisterClaim Of(PublishedReport row) => Claim<ReportPublished>(
        row.Id, $"{row.Year}", row.Form, $"{row.UpTo}", row.HeadHash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.Json))));

    /// <summary>That a matter went over to the successor.</summary>
    public static RegisterClaim HandedOver(Guid subject, DateOnly last) => Claim<MatterHandedOver>(subject, Day(last));

    public static RegisterClaim Of(AgencyUnit row) => Claim<UnitRegistered>(row.Id.Value);

    /// <summary>The claim of an act, or null when no register holds acts of its kind.</summary>
    public static RegisterClaim? Of(Act act)
    {
        var (subject, on) = (act.Subject.Value, Day(act.On));
        return act.Facts switch
        {
            RequestReceived facts => Claim<RequestReceived>(subject, on, Code(facts.Applicant), Code(facts.Channel)),
            RequestBroughtForward facts => Claim<RequestBroughtForward>(subject, Code(facts.Applicant)),
            RequestClosed facts => Claim<RequestClosed>(subject, on, OutcomeRowKey.Of(facts.Row)),
            RequestVoided => Claim<RequestVoided>(subject),
            DisputeFiled facts => Claim<DisputeFiled>(subject, on, Code(facts.Route)),
            DisputeBroughtForward facts => Claim<DisputeBroughtForward>(subject, Code(facts.Route)),
            DisputeConcluded facts => Claim<DisputeConcluded>(subject, on, Code(facts.Result)),
            InstrumentIssued facts => Claim<InstrumentIssued>(subject, on, Code(facts.Instrument), $"{facts.Lead}"),
            InstrumentTakenOver facts => Claim<InstrumentTakenOver>(subject, on, Code(facts.Instrument), $"{facts.Lead}"),
            InstrumentRepealed facts => Claim<InstrumentRepealed>(subject, on, Code(facts.Instrument), $"{facts.Expired}", $"{facts.Lead}"),
            AdministrativeDecisionMade facts => Claim<AdministrativeDecisionMade>(subject, on, Code(facts.Decision)),
            AggregateReturn facts => Claim<AggregateReturn>(
                subject, $"{facts.Unit.Value}", $"{facts.Period}", facts.Source, facts.Attachment ?? "",
                Values(facts.Values.ToDictionary(cell => cell.Key.Value, cell => cell.Value))),
            ReportPublished facts => Claim<ReportPublished>(
                subject, $"{facts.Year}", facts.Form, $"{facts.UpTo}", facts.HeadHash, facts.NumbersHash.Split(':')[^1]),
            _ => null,
        };
    }

    private static RegisterClaim Claim<TFacts>(Guid subject, params string[] content) where TFacts : Domain.Ledger.IActFacts<TFacts> =>
        new(TFacts.Kind.Name, subject, string.Join(' ', content));

    private static string Code<T>(T member) where T : struct, Enum => EnumCode<T>.Of(member);

    private static string Day(DateOnly? on) => on?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Values(Dictionary<string, decimal> cells) => string.Join(',', cells
        .OrderBy(cell => cell.Key, StringComparer.Ordinal)
        .Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell.Key}={cell.Value:0.####}")));
}
