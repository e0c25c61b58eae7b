using System.Buffers;
using System.Collections.Frozen;
using System.Numerics;

namespace Gongkai.Documents.Reading.Recognition;

/// <summary>Labels and what each stands for, found exactly, at the end of a longer text, in running text, or with characters missing.</summary>
internal sealed class LabelSet
{
    private const int ShortestAlike = 5;

    private readonly FrozenDictionary<string, string> _keys;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _spans;
    private readonly SearchValues<char> _beginnings;
    private readonly (string Label, string Key, ulong Mask)[] _long;
    private readonly int[] _lengths;

    /// <summary>Makes a set; of two meanings of one label the first stands.</summary>
    public LabelSet(IEnumerable<(string Label, string Key)> labels)
    {
        _keys = labels.Select(label => (LabelText.Of(label.Label).Han, label.Key)).DistinctBy(label => label.Han).ToFrozenDictionary(label => label.Han, label => label.Key, StringComparer.Ordinal);
        _spans = _keys.GetAlternateLookup<ReadOnlySpan<char>>();
        _beginnings = SearchValues.Create([.. _keys.Keys.Select(label => label[0])]);
        _long = [.. _keys.Where(pair => pair.Key.Length >= ShortestAlike).OrderBy(pair => pair.Key.Length).Select(pair => (pair.Key, pair.Value, Mask(pair.Key)))];
        _lengths = [.. _keys.Keys.Select(label => label.Length).Distinct().OrderDescending()];
    }

    /// <summary>The meaning of exactly this label, or null.</summary>
    public string? Exact(string han) => han.Length == 0 ? null : _keys.GetValueOrDefault(han);

    /// <summary>The meaning of the longest label that a text ends in, or null.</summary>
    public string? AtEnd(string han)
    {
        foreach (var length in _lengths)
        {
            if (length <= han.Length && _spans.TryGetValue(han.AsSpan(han.Length - length), out var key)) return key;
        }
        return null;
    }

    /// <summary>The meanings of all labels in a text, in order, the longest at each place.</summary>
    public List<string> Scan(string han)
    {
        List<string> found = [];
        var rest = han.AsSpan();
        for (int start; (start = rest.IndexOfAny(_beginnings)) >= 0;)
        {
            rest = rest[start..];
            var passed = 1;
            foreach (var length in _lengths)
            {
                if (length > rest.Length || !_spans.TryGetValue(rest[..length], out var key)) continue;
                found.Add(key);
                passed = length;
                break;
            }
            rest = rest[passed..];
        }
        return found;
    }

    /// <summary>
    /// The meaning of the one label that differs in at most a quarter of its characters (其他法律行政止公开), or null when none or
    /// several with different meanings are as near. Short labels are too alike for that.
    /// </summary>
    public string? Nearest(string han)
    {
        if (han.Length < ShortestAlike) return null;
        var mask = Mask(han);
        string? best = null;
        var bestDistance = int.MaxValue;
        var isUnique = true;
        foreach (var (label, key, labelMask) in _long)
        {
            var allowed = Math.Max(label.Length, han.Length) / 4;
            if (label.Length - han.Length > allowed) break;
            // Each character that only one of them has costs a change: most labels are told apart without looking closer.
            if (han.Length - label.Length > allowed || BitOperations.PopCount(labelMask & ~mask) > allowed) continue;
            var distance = Distance(label, han);
            if (distance > allowed || distance > bestDistance) continue;
            if (distance == bestDistance)
            {
                isUnique &= key == best;
                continue;
            }
            (best, bestDistance, isUnique) = (key, distance, true);
        }
        return isUnique ? best : null;
    }

    private static ulong Mask(string han)
    {
        var mask = 0UL;
        foreach (var c in han) mask |= 1UL << (c & 63);
        return mask;
    }

    private static int Distance(string a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
