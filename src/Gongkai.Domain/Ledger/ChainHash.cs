using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Domain.Ledger;

/// <summary>
/// A digest algorithm (摘要算法) and its name. Every hash carries the name (<c>sha256:…</c>, <c>sm3:…</c>), so a setting changes new
/// entries only. Digests other than SHA-2 come in as a function: this assembly knows only the base class library.
/// </summary>
/// <param name="Name">Prefix of its hashes, lower case.</param>
/// <param name="Digest">Computes the digest of some bytes.</param>
public sealed record ChainHash(string Name, Func<byte[], byte[]> Digest)
{
    /// <summary>SHA-256, the default.</summary>
    public static ChainHash Sha256 { get; } = new("sha256", SHA256.HashData);

    /// <summary>Hash of a private part with its salt.</summary>
    public string OfPrivate(byte[] salt, byte[] privateBytes) => Of([.. salt, .. privateBytes]);

    /// <summary>
    /// Hash of an entry: previous hash, facts and private digest on a line each. None of them can contain a line break
    /// (<see cref="CanonicalJson"/> escapes it), so no two entries share the hashed bytes.
    /// </summary>
    /// <param name="previousHash">Hash of the entry before, empty for the first.</param>
    /// <param name="factsText">The canonical facts.</param>
    /// <param name="privateDigest">The digest that <see cref="OfPrivate"/> gave when the entry was made.</param>
    public string OfEntry(string previousHash, string factsText, string privateDigest) =>
        Of(Encoding.UTF8.GetBytes($"{previousHash}\n{factsText}\n{privateDigest}"));

    private string Of(byte[] bytes) => $"{Name}:{Convert.ToHexStringLower(Digest(bytes))}";
}
