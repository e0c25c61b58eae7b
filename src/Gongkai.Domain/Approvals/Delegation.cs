using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Approvals;

/// <summary>One person lets another exercise a post for some days (委托代行).</summary>
/// <param name="From">Whose post.</param>
/// <param name="To">Who exercises it.</param>
/// <param name="Role">Which post.</param>
/// <param name="FromOn">First day, inclusive.</param>
/// <param name="ToOn">Last day, inclusive.</param>
public sealed record Delegation(PersonId From, PersonId To, PostRole Role, DateOnly FromOn, DateOnly ToOn)
{
    /// <summary>True on the days it holds.</summary>
    public bool Holds(DateOnly day) => FromOn <= day && day <= ToOn;
}

/// <summary>A post was delegated (委托). The subject is the delegation.</summary>
/// <param name="Delegation">From whom to whom, which post, which days.</param>
public sealed record DelegationGiven(Delegation Delegation) : IActFacts<DelegationGiven>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("delegation.given", 1);

    /// <inheritdoc/>
    public static DelegationGiven Read(JsonElement facts) => new(new Delegation(
        FactIds.Person(facts.GetProperty("from")),
        FactIds.Person(facts.GetProperty("to")),
        EnumCode<PostRole>.Parse(facts.GetProperty("role").GetString()!),
        Day(facts.GetProperty("fromOn")),
        Day(facts.GetProperty("toOn"))));

    /// <inheritdoc/>
    public JsonObject Write() => new()
    {
        ["from"] = FactIds.Write(Delegation.From),
        ["to"] = FactIds.Write(Delegation.To),
        ["role"] = EnumCode<PostRole>.Of(Delegation.Role),
        ["fromOn"] = Iso(Delegation.FromOn),
        ["toOn"] = Iso(Delegation.ToOn),
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", null);

    private static DateOnly Day(JsonElement text) => DateOnly.ParseExact(text.GetString()!, "yyyy-MM-dd", null);
}

/// <summary>
/// A delegation ended because a post behind it did (委托随离任终止): that of who gave it, or the last one of who exercised it. The effective
/// day is the last on which it held.
/// </summary>
/// <param name="Post">The post that ended.</param>
public sealed record DelegationLapsed(Guid Post) : IActFacts<DelegationLapsed>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("delegation.lapsed", 1);

    /// <inheritdoc/>
    public static DelegationLapsed Read(JsonElement facts) => new(facts.GetProperty("post").GetGuid());

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["post"] = Post.ToString("D") };
}

/// <summary>A delegation ended before its last day (终止委托); the effective day is the last on which it held.</summary>
/// <param name="By">Who ended it.</param>
public sealed record DelegationEnded(PersonId By) : IActFacts<DelegationEnded>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("delegation.ended", 1);

    /// <inheritdoc/>
    public static DelegationEnded Read(JsonElement facts) => new(FactIds.Person(facts.GetProperty("by")));

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["by"] = FactIds.Write(By) };
}
