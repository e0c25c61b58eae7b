using System.Text;

namespace Gongkai.App.Search;

/// <summary>
/// What both databases index (索引项): each sign with the one after it, and the last of a run alone, so that runs stay apart. A phrase of
/// such pairs is found exactly where the text itself occurs: two signs suffice, and no dictionary decides where a Chinese word ends.
/// Written in ASCII of fixed width, because the databases' own ideas of a letter differ from each other and from ours.
/// </summary>
internal static class SearchToken
{
    /// <summary>Characters of a token for each sign: 36⁴ is more than all of Unicode.</summary>
    public const int Width = 4;

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The token of a sign, or null at a gap.</summary>
    public static string? At(ReadOnlySpan<Rune> signs, int place)
    {
        if (signs[place] == FoldedText.Gap) return null;
        return place + 1 < signs.Length && signs[place + 1] != FoldedText.Gap ? Write(signs[place], signs[place + 1]) : Write(signs[place]);
    }

    /// <summary>The token that every pair beginning with a sign begins with.</summary>
    public static string Write(Rune sign) => string.Create(Width, sign.Value, static (span, value) => Put(span, value));

    private static string Write(Rune first, Rune second) => string.Create(2 * Width, (first.Value, second.Value), static (span, pair) =>
    {
        Put(span[..Width], pair.Item1);
        Put(span[Width..], pair.Item2);
    });

    private static void Put(Span<char> span, int value)
    {
        for (var place = Width - 1; place >= 0; place--, value /= Digits.Length) span[place] = Digits[value % Digits.Length];
    }
}
