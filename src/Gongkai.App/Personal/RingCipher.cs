using System.Security.Cryptography;

namespace Gongkai.App.Personal;

/// <summary>AES-256-GCM as the house uses it: nonce, ciphertext and tag in one piece, bound to the place where it stands.</summary>
internal static class RingCipher
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Encrypts with a key of the ring.</summary>
    public static byte[] Encrypt(RingKey key, ReadOnlySpan<byte> clear, ReadOnlySpan<byte> bound)
    {
        var cipher = new byte[NonceLength + clear.Length + TagLength];
        var parts = cipher.AsSpan();
        RandomNumberGenerator.Fill(parts[..NonceLength]);
        using var aes = new AesGcm(key.Key, TagLength);
        aes.Encrypt(parts[..NonceLength], clear, parts[NonceLength..^TagLength], parts[^TagLength..], bound);
        return cipher;
    }

    /// <summary>Decrypts what was encrypted with this key for this place.</summary>
    /// <exception cref="CryptographicException">It was changed, or stands in another place than it was encrypted for.</exception>
    public static byte[] Decrypt(RingKey key, ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> bound)
    {
        if (cipher.Length < NonceLength + TagLength) throw new CryptographicException("The sealed value is cut short.");
        var clear = new byte[cipher.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key.Key, TagLength);
        aes.Decrypt(cipher[..NonceLength], cipher[NonceLength..^TagLength], cipher[^TagLength..], clear, bound);
        return clear;
    }
}
