using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.Approvals;

/// <summary>A file of what is approved (附件), in its place.</summary>
/// <param name="Name">Name as printed on the sheet.</param>
/// <param name="Sha256">SHA-256 of its bytes as they are now, lower-case hexadecimal; empty when it cannot be read.</param>
public sealed record ManifestFile(string Name, string Sha256);

/// <summary>
/// The substance an approval speaks of (报批内容): named fields and files in the one canonical form. What is filled in after 签发 (number,
/// date, seal, service) is no field of it; anything that is, down to a character, gives another hash.
/// </summary>
public sealed class ContentManifest
{
    /// <summary>Writes down a substance.</summary>
    /// <param name="type">What kind of thing it is; it says which fields are substance.</param>
    /// <param name="version">Version of that choice of fields, from 1.</param>
    /// <param name="fields">The fields by name; null where one is not filled.</param>
    /// <param name="files">The files in order.</param>
    /// <exception cref="FormatException">A field holds half a surrogate pair: no text that can be kept.</exception>
    public ContentManifest(string type, int version, IReadOnlyDictionary<string, string?> fields, IEnumerable<ManifestFile> files)
    {
        var named = new JsonObject();
        foreach (var (name, value) in fields) named[name] = value;
        Text = CanonicalJson.Write(new JsonObject
        {
            ["type"] = type,
            ["v"] = version,
            ["fields"] = named,
            ["files"] = new JsonArray([.. files.Select(file => (JsonNode)new JsonObject { ["name"] = file.Name, ["sha256"] = file.Sha256 })]),
        });
        Hash = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}";
    }

    /// <summary>The canonical text: exactly what is hashed.</summary>
    public string Text { get; }

    /// <summary>Its hash, <c>sha256:…</c>.</summary>
    public string Hash { get; }
}
