using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Approvals;

/// <summary>An agency adopted an edition of its own of a chain (审批流程启用). The subject is the agency.</summary>
/// <param name="Version">Which edition.</param>
/// <param name="Hash">Hash of the edition.</param>
public sealed record ChainAdopted(ChainVersion Version, string Hash) : IActFacts<ChainAdopted>
{
    /// <inheritdoc/>
    public static ActKind Kind { get; } = new("approval.chainAdopted", 1);

    /// <inheritdoc/>
    public static ChainAdopted Read(JsonElement facts) =>
        new(ChainVersion.Parse(facts.GetProperty("chain").GetString()!), facts.GetProperty("hash").GetString()!);

    /// <inheritdoc/>
    public JsonObject Write() => new() { ["chain"] = Version.ToString(), ["hash"] = Hash };
}
