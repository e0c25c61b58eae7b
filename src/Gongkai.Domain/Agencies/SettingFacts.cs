using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Agencies;

/// <summary>A module was switched on or off (启用、停用模块) from the effective day. The subject is the agency.</summary>
/// <param name="Module">Which.</param>
/// <param name="On">True when it is in use.</param>
public sealed record ModuleSwitched(AgencyModule Module, bool On) : IActFacts<ModuleSwitched>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("agency.moduleSwitched", 1);

    /// <inheritdoc/>
    public static ModuleSwitched Read(JsonElement facts) =>
        new(EnumCode<AgencyModule>.Parse(facts.GetProperty("module").GetString()!), facts.GetProperty("on").GetBoolean());

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["module"] = EnumCode<AgencyModule>.Of(Module), ["on"] = On };
}

/// <summary>It was settled where the agency publishes (外站发布) from the effective day. The subject is the agency.</summary>
/// <param name="Place">Here, on another site, or both; site, address and keeper stand in the private part.</param>
public sealed record PublicationPlaced(PublicationPlace Place) : IActFacts<PublicationPlaced>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("agency.publicationPlaced", 1);

    /// <inheritdoc/>
    public static PublicationPlaced Read(JsonElement facts) => new(EnumCode<PublicationPlace>.Parse(facts.GetProperty("place").GetString()!));

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["place"] = EnumCode<PublicationPlace>.Of(Place) };
}

/// <summary>The review organ or the court was named (告知复议机关、法院) for decisions from the effective day on. The subject is the agency.</summary>
/// <param name="Body">Which of the two.</param>
public sealed record RemedyNamed(RemedyBody Body) : IActFacts<RemedyNamed>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("agency.remedyNamed", 1);

    /// <inheritdoc/>
    public static RemedyNamed Read(JsonElement facts) => new(EnumCode<RemedyBody>.Parse(facts.GetProperty("body").GetString()!));

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["body"] = EnumCode<RemedyBody>.Of(Body) };
}
