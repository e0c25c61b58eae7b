using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Agencies;

/// <summary>Somebody was appointed to a post (任职, 专人确定); the effective day is the first day. The subject is the post.</summary>
/// <param name="Person">Who.</param>
/// <param name="Role">To what.</param>
/// <param name="Substitute">True for the stand-in (B 角).</param>
public sealed record PostAppointed(PersonId Person, PostRole Role, bool Substitute) : IActFacts<PostAppointed>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("post.appointed", 1);

    /// <inheritdoc/>
    public static PostAppointed Read(JsonElement facts) => new(
        new PersonId(facts.GetProperty("person").GetGuid()),
        EnumCode<PostRole>.Parse(facts.GetProperty("role").GetString()!),
        facts.GetProperty("substitute").GetBoolean());

    /// <inheritdoc/>
    public JsonObject Write() => new()
    {
        ["person"] = Person.Value.ToString("D", CultureInfo.InvariantCulture),
        ["role"] = EnumCode<PostRole>.Of(Role),
        ["substitute"] = Substitute,
    };
}

/// <summary>Somebody's post ended (免职、离任); the effective day is the last day, inclusive. The subject is the post.</summary>
public sealed record PostEnded : IActFacts<PostEnded>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("post.ended", 1);

    /// <inheritdoc/>
    public static PostEnded Read(JsonElement facts) => new();

    /// <inheritdoc/>
    public JsonObject Write() => [];
}

/// <summary>
/// A post was handed over (岗位交接) from one person to another; the effective day is the first of the successor. The subject is the handover;
/// the end of one post and the beginning of the other are acts of their own.
/// </summary>
/// <param name="From">Who handed over.</param>
/// <param name="To">Who took over.</param>
/// <param name="Role">Which post.</param>
/// <param name="Sheet">Hash of the sheet (交接单) that lists what was handed over.</param>
public sealed record PostHandedOver(PersonId From, PersonId To, PostRole Role, string Sheet) : IActFacts<PostHandedOver>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("post.handedOver", 1);

    /// <inheritdoc/>
    public static PostHandedOver Read(JsonElement facts) => new(
        new PersonId(facts.GetProperty("from").GetGuid()),
        new PersonId(facts.GetProperty("to").GetGuid()),
        EnumCode<PostRole>.Parse(facts.GetProperty("role").GetString()!),
        facts.GetProperty("sheet").GetString()!);

    /// <inheritdoc/>
    public JsonObject Write() => new()
    {
        ["from"] = From.Value.ToString("D", CultureInfo.InvariantCulture),
        ["to"] = To.Value.ToString("D", CultureInfo.InvariantCulture),
        ["role"] = EnumCode<PostRole>.Of(Role),
        ["sheet"] = Sheet,
    };
}
