using Gongkai.Domain.Ledger;
using Org.BouncyCastle.Crypto.Digests;

namespace Gongkai.App.Ledger;

/// <summary>The digests that entries may be sealed with.</summary>
public static class ChainHashes
{
    /// <summary>国密 SM3 (GB/T 32905-2016).</summary>
    public static ChainHash Sm3 { get; } = new("sm3", DigestSm3);

    /// <summary>All of them; a verifier knows each.</summary>
    public static IReadOnlyList<ChainHash> All { get; } = [ChainHash.Sha256, Sm3];

    /// <summary>The digest with this name, or null.</summary>
    public static ChainHash? Find(string name) => All.FirstOrDefault(hash => hash.Name == name);

    private static byte[] DigestSm3(byte[] bytes)
    {
        var digest = new SM3Digest();
        digest.BlockUpdate(bytes, 0, bytes.Length);
        var result = new byte[digest.GetDigestSize()];
        digest.DoFinal(result, 0);
        return result;
    }
}
