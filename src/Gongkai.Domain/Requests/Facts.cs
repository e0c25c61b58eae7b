using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Requests.Clocks;

namespace Gongkai.Domain.Requests;

/// <summary>A request was received (收到申请); the effective day is the day of receipt (条例31). The subject is the request.</summary>
/// <param name="Applicant">Who applies: the column it counts in.</param>
/// <param name="Channel">How it came.</param>
public sealed record RequestReceived(ApplicantKind Applicant, ReceiptChannel Channel) : IActFacts<RequestReceived>, IClockAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.received", 1);

    /// <inheritdoc/>
    public static RequestReceived Read(JsonElement facts) => new(
        EnumCode<ApplicantKind>.Parse(facts.GetProperty("applicant").GetString()!),
        EnumCode<ReceiptChannel>.Parse(facts.GetProperty("channel").GetString()!));

    /// <inheritdoc/>
    public JsonObject Write() => new()
    {
        ["applicant"] = EnumCode<ApplicantKind>.Of(Applicant),
        ["channel"] = EnumCode<ReceiptChannel>.Of(Channel),
    };
}

/// <summary>
/// A request that was already open when the books were opened (期初在办). One act each; the effective day is the first day of the books.
/// </summary>
/// <param name="Applicant">The column it counts in.</param>
public sealed record RequestBroughtForward(ApplicantKind Applicant) : IActFacts<RequestBroughtForward>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.broughtForward", 1);

    /// <inheritdoc/>
    public static RequestBroughtForward Read(JsonElement facts) =>
        new(EnumCode<ApplicantKind>.Parse(facts.GetProperty("applicant").GetString()!));

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["applicant"] = EnumCode<ApplicantKind>.Of(Applicant) };
}

/// <summary>A request was closed (办结); the effective day is the day of service (送达), by the mode of service.</summary>
/// <param name="Row">The one row it counts in.</param>
/// <param name="Decision">Code of the decision that led there (a <c>DecisionType</c>), or null when only the row is known.</param>
/// <param name="Breaks">Rules that were broken on the way (超期答复…), recorded, never refused.</param>
public sealed record RequestClosed(OutcomeRow Row, string? Decision, IReadOnlyList<string> Breaks) : IActFacts<RequestClosed>, IClockAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.closed", 1);

    /// <inheritdoc/>
    public static RequestClosed Read(JsonElement facts)
    {
        var key = facts.GetProperty("row").GetString();
        return new RequestClosed(
            OutcomeRowKey.TryParse(key, out var row) ? row : throw new FormatException($"'{key}' is no row."),
            facts.GetProperty("decision").GetString(),
            [.. facts.GetProperty("breaks").EnumerateArray().Select(rule => rule.GetString()!)]);
    }

    /// <inheritdoc/>
    public JsonObject Write() => new()
    {
        ["row"] = OutcomeRowKey.Of(Row),
        ["decision"] = Decision,
        ["breaks"] = new JsonArray([.. Breaks.Select(rule => (JsonNode)rule)]),
    };
}

/// <summary>A registration was ended because it was none, or was split into several (作废登记、一事一申请拆分). It counts nowhere.</summary>
/// <param name="Split">True when it was split: the parts are received as requests of their own.</param>
public sealed record RequestVoided(bool Split) : IActFacts<RequestVoided>, IClockAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.voided", 1);

    /// <inheritdoc/>
    public static RequestVoided Read(JsonElement facts) => new(facts.GetProperty("split").GetBoolean());

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["split"] = Split };
}

/// <summary>A 信息处理费 was paid (条例42). It belongs to section six of the report, not to section two.</summary>
/// <param name="Fen">Amount in fen; negative for a refund.</param>
public sealed record ProcessingFeePaid(long Fen) : IActFacts<ProcessingFeePaid>, IClockAct
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("request.feePaid", 1);

    /// <inheritdoc/>
    public static ProcessingFeePaid Read(JsonElement facts) => new(facts.GetProperty("fen").GetInt64());

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["fen"] = Fen };
}
