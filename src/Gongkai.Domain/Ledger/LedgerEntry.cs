using System.Security.Cryptography;

namespace Gongkai.Domain.Ledger;

/// <summary>An entry (台账条目) as it stands in its chain: the exact text that was hashed, and the links.</summary>
/// <param name="FactsText">Canonical text of its <see cref="LedgerFacts"/>.</param>
/// <param name="PrivateDigest">Salted digest of its <see cref="PrivatePart"/>; stays when that part is erased.</param>
/// <param name="PreviousHash">Hash of the entry before, empty for the first.</param>
/// <param name="Hash">Hash of this entry.</param>
public sealed record LedgerEntry(string FactsText, string PrivateDigest, string PreviousHash, string Hash);

/// <summary>A new entry with the private part and salt that were sealed into it (新条目).</summary>
/// <param name="Entry">The entry.</param>
/// <param name="PrivateBytes">Canonical bytes of the private part.</param>
/// <param name="Salt">Random salt, erased together with the private bytes.</param>
public sealed record SealedEntry(LedgerEntry Entry, byte[] PrivateBytes, byte[] Salt)
{
    /// <summary>Length of the salt in bytes.</summary>
    public const int SaltLength = 16;

    /// <summary>Seals facts and private part onto a chain.</summary>
    /// <param name="hash">Algorithm for this entry.</param>
    /// <param name="previousHash">Hash of the chain's last entry, empty for the first.</param>
    /// <param name="facts">The facts; their sequence must follow the chain's last.</param>
    /// <param name="privatePart">The separable part.</param>
    public static SealedEntry Seal(ChainHash hash, string previousHash, LedgerFacts facts, PrivatePart privatePart)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var privateBytes = privatePart.Write();
        var digest = hash.OfPrivate(salt, privateBytes);
        var text = facts.Write();
        return new SealedEntry(new LedgerEntry(text, digest, previousHash, hash.OfEntry(previousHash, text, digest)), privateBytes, salt);
    }
}
