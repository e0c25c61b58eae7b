using System.Text;
using System.Text.Json.Nodes;

namespace Gongkai.Domain.Ledger;

/// <summary>
/// The separable part of an entry (非公开部分): who acted, why, and references such as numbers and file names. Only its salted digest
/// is chained, so it can be erased with its salt while the chain still verifies (个人信息保护法 47).
/// </summary>
/// <param name="Who">The person or the program that acted.</param>
/// <param name="Why">The reason given, or empty.</param>
/// <param name="References">Whatever names the matter for people: a number, a title, a printed name.</param>
public sealed record PrivatePart(string Who, string Why, IReadOnlyDictionary<string, string> References)
{
    /// <summary>A part without references.</summary>
    public PrivatePart(string who, string why = "") : this(who, why, new Dictionary<string, string>()) { }

    /// <summary>The canonical bytes, digested together with a salt.</summary>
    public byte[] Write()
    {
        var references = new JsonObject();
        foreach (var (name, value) in References) references[name] = value;
        return Encoding.UTF8.GetBytes(CanonicalJson.Write(new JsonObject { ["who"] = Who, ["why"] = Why, ["refs"] = references }));
    }

    /// <summary>Reads the canonical bytes back.</summary>
    public static PrivatePart Read(ReadOnlySpan<byte> bytes)
    {
        var fields = JsonNode.Parse(bytes)!.AsObject();
        return new PrivatePart((string)fields["who"]!, (string)fields["why"]!,
            fields["refs"]!.AsObject().ToDictionary(field => field.Key, field => (string)field.Value!));
    }
}
