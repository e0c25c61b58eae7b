using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Requests;

/// <summary>With whom a difficult case is talked over (会商对象).</summary>
public enum ConferencePartner
{
    /// <summary>主管部门.</summary>
    CompetentAuthority,

    /// <summary>法制机构.</summary>
    LegalOffice,
}

/// <summary>One case was opened to another agency for reading, with a question (疑难件会商). The subject is the request.</summary>
/// <param name="Conference">The conference.</param>
/// <param name="To">Who is asked.</param>
/// <param name="Partner">In what part.</param>
public sealed record CaseConferenceOpened(Guid Conference, AgencyId To, ConferencePartner Partner) : IActFacts<CaseConferenceOpened>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.conferenceOpened", 1);

    /// <inheritdoc/>
    public static CaseConferenceOpened Read(JsonElement facts) => new(
        facts.GetProperty("conference").GetGuid(),
        new AgencyId(facts.GetProperty("to").GetGuid()),
        EnumCode<ConferencePartner>.Parse(facts.GetProperty("partner").GetString()!));

    /// <inheritdoc/>
    public JsonObject Write() => new()
    {
        ["conference"] = Conference.ToString("D"),
        ["to"] = To.Value.ToString("D"),
        ["partner"] = EnumCode<ConferencePartner>.Of(Partner),
    };
}

/// <summary>The agency that was asked answered (会商答复). The subject is the request.</summary>
/// <param name="Conference">The conference.</param>
public sealed record CaseConferenceAnswered(Guid Conference) : IActFacts<CaseConferenceAnswered>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.conferenceAnswered", 1);

    /// <inheritdoc/>
    public static CaseConferenceAnswered Read(JsonElement facts) => new(facts.GetProperty("conference").GetGuid());

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["conference"] = Conference.ToString("D") };
}

/// <summary>A conference ended (会商结束): the agency that was asked sees the case no longer. The subject is the request.</summary>
/// <param name="Conference">The conference.</param>
public sealed record CaseConferenceEnded(Guid Conference) : IActFacts<CaseConferenceEnded>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.conferenceEnded", 1);

    /// <inheritdoc/>
    public static CaseConferenceEnded Read(JsonElement facts) => new(facts.GetProperty("conference").GetGuid());

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["conference"] = Conference.ToString("D") };
}
