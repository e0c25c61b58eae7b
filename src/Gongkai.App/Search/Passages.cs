using System.Text;

namespace Gongkai.App.Search;

/// <summary>
/// Cuts a text into passages for the index (分段). PostgreSQL keeps at most 256 places of a token and none beyond 16,383: in a passage
/// that stays below both nothing is lost. Neighbours overlap by the longest phrase that can be asked for, so none falls between them.
/// </summary>
internal static class Passages
{
    /// <summary>Signs of the longest phrase that can be asked for.</summary>
    public const int LongestPhrase = 64;

    private const int Longest = 1500;
    private const int MostAlike = 256;

    /// <summary>The passages of a text, as first sign and the place after the last.</summary>
    public static IReadOnlyList<(int Start, int End)> Cut(ReadOnlySpan<Rune> signs)
    {
        List<(int, int)> passages = [];
        for (var start = 0; start < signs.Length;)
        {
            var end = EndOf(signs, start);
            passages.Add((start, end));
            if (end == signs.Length) break;
            start = end - LongestPhrase;
        }
        return passages;
    }

    private static int EndOf(ReadOnlySpan<Rune> signs, int start)
    {
        var end = Math.Min(signs.Length, start + Longest);
        // Only a text that repeats itself without end has the same pair so often; counting is left out where it cannot be.
        if (end - start <= MostAlike) return end;
        Dictionary<(Rune, Rune), int> alike = [];
        for (var place = start; place + 1 < end; place++)
        {
            ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(alike, (signs[place], signs[place + 1]), out _);
            if (++count > MostAlike) return place;
        }
        return end;
    }
}
