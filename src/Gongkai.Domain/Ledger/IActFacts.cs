using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.Domain.Ledger;

/// <summary>
/// The public facts of one kind of act (行为事实). They hold what the annual report needs and nothing that names a person:
/// codes, counts, amounts and days, never free text. Each stage of the flow declares its own.
/// </summary>
/// <typeparam name="TSelf">The facts themselves.</typeparam>
public interface IActFacts<TSelf> where TSelf : IActFacts<TSelf>
{
    /// <summary>Kind and version of these facts.</summary>
    static abstract ActKind Kind { get; }

    /// <summary>Reads the facts from an entry of this kind.</summary>
    static abstract TSelf Read(JsonElement facts);

    /// <summary>Writes the facts, ready for <see cref="CanonicalJson"/>.</summary>
    JsonObject Write();
}
