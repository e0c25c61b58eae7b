using System.Security.Cryptography;
using System.Text;

namespace Gongkai.App.People;

/// <summary>Recovery codes (恢复码): shown once, kept as hashes.</summary>
internal static class RecoveryCodes
{
    /// <summary>How many are given out.</summary>
    public const int Count = 10;

    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    /// <summary>Makes one: 16 characters of 31, about 79 bits.</summary>
    public static string Make() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));

    /// <summary>The hash of a code as typed, with or without hyphens and blanks.</summary>
    public static byte[] HashOf(string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit))));
}
