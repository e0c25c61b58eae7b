using System.Text;

namespace Gongkai.App.Search;

/// <summary>
/// A text as search compares it (检索用的文本): its letters and digits without regard to width, case and compatibility forms; whatever
/// else stands between them is one gap. A query is found where its own folded form occurs, and nowhere else.
/// </summary>
internal sealed class FoldedText
{
    /// <summary>What stands for everything that is neither letter nor digit.</summary>
    public static readonly Rune Gap = new(' ');

    private readonly List<Rune> _signs = [];
    private readonly List<int> _places = [];

    private FoldedText(string source) => Source = source;

    /// <summary>The text itself.</summary>
    public string Source { get; }

    /// <summary>Letters, digits and gaps; never two gaps together, none at an end.</summary>
    public ReadOnlySpan<Rune> Signs => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_signs);

    /// <summary>Folds a text.</summary>
    public static FoldedText Of(string source)
    {
        var folded = new FoldedText(source);
        for (var place = 0; place < source.Length;)
        {
            // A broken surrogate is a gap like any other sign that is no letter.
            if (Rune.DecodeFromUtf16(source.AsSpan(place), out var rune, out var length) != System.Buffers.OperationStatus.Done) rune = Gap;
            if (IsPlain(rune) || rune == Gap) folded.Add(rune, place);
            else
                foreach (var part in Fold(rune)) folded.Add(part, place);
            place += length;
        }
        if (folded._signs is [.., var last] && last == Gap) folded.RemoveLast();
        return folded;
    }

    /// <summary>Where the text of some signs begins and ends in <see cref="Source"/>.</summary>
    /// <param name="start">The first sign.</param>
    /// <param name="end">After the last.</param>
    public (int Start, int End) PlaceOf(int start, int end)
    {
        var last = _places[end - 1];
        Rune.DecodeFromUtf16(Source.AsSpan(last), out _, out var length);
        return (_places[start], last + length);
    }

    // Nearly everything in our texts; normalising it would change nothing.
    private static bool IsPlain(Rune rune) => rune.Value is >= 0x4E00 and <= 0x9FFF or >= '0' and <= '9' or >= 'a' and <= 'z';

    private static StringRuneEnumerator Fold(Rune rune) => rune.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes();

    private void Add(Rune rune, int place)
    {
        if (!Rune.IsLetterOrDigit(rune))
        {
            if (_signs is [] || _signs[^1] == Gap) return;
            rune = Gap;
        }
        _signs.Add(rune);
        _places.Add(place);
    }

    private void RemoveLast()
    {
        _signs.RemoveAt(_signs.Count - 1);
        _places.RemoveAt(_places.Count - 1);
    }
}
