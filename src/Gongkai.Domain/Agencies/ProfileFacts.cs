using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Agencies;

/// <summary>An agency's profile was changed (修改机关资料). The subject is the agency.</summary>
/// <param name="Fields">Which fields, in the order of their declaration.</param>
public sealed record ProfileChanged(IReadOnlyList<ProfileField> Fields) : IActFacts<ProfileChanged>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("agency.profileChanged", 1);

    /// <inheritdoc/>
    public static ProfileChanged Read(JsonElement facts) =>
        new([.. facts.GetProperty("fields").EnumerateArray().Select(field => EnumCode<ProfileField>.Parse(field.GetString()!))]);

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["fields"] = new JsonArray([.. Fields.Select(field => (JsonNode)EnumCode<ProfileField>.Of(field))]) };
}

/// <summary>An agency was renamed (更名); the effective day is the first of the new name. The names stand in the private part.</summary>
public sealed record AgencyRenamed : IActFacts<AgencyRenamed>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("agency.renamed", 1);

    /// <inheritdoc/>
    public static AgencyRenamed Read(JsonElement facts) => new();

    /// <inheritdoc/>
    public JsonObject Write() => [];
}

/// <summary>An agency was placed under others (隶属、主管部门). The subject is the agency.</summary>
/// <param name="Parent">The body it belongs to, or null.</param>
/// <param name="Authority">The competent authority for its disclosure work (条例3), or null.</param>
public sealed record AgencySupervised(AgencyId? Parent, AgencyId? Authority) : IActFacts<AgencySupervised>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("agency.supervised", 1);

    /// <inheritdoc/>
    public static AgencySupervised Read(JsonElement facts) => new(AgencyIn(facts, "parent"), AgencyIn(facts, "authority"));

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["parent"] = Text(Parent), ["authority"] = Text(Authority) };

    private static AgencyId? AgencyIn(JsonElement facts, string name) =>
        facts.GetProperty(name) is { ValueKind: JsonValueKind.String } id ? new AgencyId(id.GetGuid()) : null;

    private static string? Text(AgencyId? agency) => agency?.Value.ToString("D", CultureInfo.InvariantCulture);
}

/// <summary>A way to hand in requests was announced or closed (公布、关闭申请渠道). The subject is the agency.</summary>
/// <param name="Channel">Which.</param>
/// <param name="Open">True when it is open from the effective day.</param>
public sealed record ChannelAnnounced(ApplicationChannel Channel, bool Open) : IActFacts<ChannelAnnounced>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("agency.channelAnnounced", 1);

    /// <inheritdoc/>
    public static ChannelAnnounced Read(JsonElement facts) =>
        new(EnumCode<ApplicationChannel>.Parse(facts.GetProperty("channel").GetString()!), facts.GetProperty("open").GetBoolean());

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["channel"] = EnumCode<ApplicationChannel>.Of(Channel), ["open"] = Open };
}
