using System.Security.Cryptography;

namespace Gongkai.App.People;

/// <summary>A password made by the program for the first sign-in (一次性口令): easy to read out and to type, changed at once.</summary>
public static class OneTimePassword
{
    // Without characters that look alike in print.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";
    private const string Capitals = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Digits = "23456789";

    /// <summary>Makes one: about 83 bits.</summary>
    public static string Make()
    {
        var groups = Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters + Digits, 4)).ToList();
        groups[0] = RandomNumberGenerator.GetString(Capitals, 1) + groups[0][1..];
        groups[3] = groups[3][..3] + RandomNumberGenerator.GetString(Digits, 1);
        return string.Join('-', groups);
    }
}
