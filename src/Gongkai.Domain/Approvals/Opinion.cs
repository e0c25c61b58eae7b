using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Agencies;

namespace Gongkai.Domain.Approvals;

/// <summary>How an opinion was given (审批方式); each shows as what it is.</summary>
public enum ApprovalMeans
{
    /// <summary>网上办理, signed in.</summary>
    Screen,

    /// <summary>一次性链接, on a phone.</summary>
    Link,

    /// <summary>纸质呈批单, scanned back.</summary>
    Paper,

    /// <summary>代录：somebody recorded what was decided by word of mouth, to be confirmed.</summary>
    Proxy,
}

/// <summary>The facts of an opinion (审批意见), for or against; its words stand in the private part.</summary>
/// <param name="Step">Code of the step.</param>
/// <param name="By">Who decided.</param>
/// <param name="For">Whose post was exercised by delegation, or null.</param>
/// <param name="Means">How.</param>
/// <param name="Manifest">Hash of the content decided on.</param>
/// <param name="RecordedBy">Who recorded it for a paper or a spoken decision, or null.</param>
/// <param name="Proof">SHA-256 of the file that proves it, or null.</param>
public sealed record Opinion(
    string Step, PersonId By, PersonId? For, ApprovalMeans Means, string Manifest, PersonId? RecordedBy, string? Proof)
{
    internal static Opinion Read(JsonElement facts) => new(
        facts.GetProperty("step").GetString()!,
        FactIds.Person(facts.GetProperty("by")),
        FactIds.PersonOrNull(facts.GetProperty("for")),
        EnumCode<ApprovalMeans>.Parse(facts.GetProperty("means").GetString()!),
        facts.GetProperty("manifest").GetString()!,
        FactIds.PersonOrNull(facts.GetProperty("recordedBy")),
        facts.GetProperty("proof").GetString());

    internal JsonObject Write() => new()
    {
        ["step"] = Step,
        ["by"] = FactIds.Write(By),
        ["for"] = For is { } other ? FactIds.Write(other) : null,
        ["means"] = EnumCode<ApprovalMeans>.Of(Means),
        ["manifest"] = Manifest,
        ["recordedBy"] = RecordedBy is { } recorder ? FactIds.Write(recorder) : null,
        ["proof"] = Proof,
    };
}

/// <summary>Identities as they are written in facts.</summary>
internal static class FactIds
{
    public static string Write(PersonId person) => person.Value.ToString("D");

    public static PersonId Person(JsonElement text) => new(Guid.ParseExact(text.GetString()!, "D"));

    public static PersonId? PersonOrNull(JsonElement text) => text.ValueKind == JsonValueKind.Null ? null : Person(text);

    public static JsonArray Write(IEnumerable<PersonId> people) => new([.. people.Select(person => (JsonNode)Write(person))]);

    public static List<PersonId> People(JsonElement list) => [.. list.EnumerateArray().Select(Person)];
}
