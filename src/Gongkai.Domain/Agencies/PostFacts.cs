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
