using System.Numerics;

namespace Gongkai.Domain.AnnualReports.Comparison;

/// <summary>
/// How alike two texts are (文字重复率), one definition for every page and command: twice the number of words that stand in both in the same
/// order, divided by the number of words of both. Chinese writes no spaces; two neighbouring characters stand for a word, as in the search
/// index. A number or a Latin word is one word. Punctuation and layout do not count.
/// </summary>
public static class TextSimilarity
{
    /// <summary>Words of each text that are compared, some forty printed pages: what is longer is no section of a report.</summary>
    private const int MostWords = 20_000;

    /// <summary>1 for equal texts, 0 for texts without a common word; two texts without words are equal.</summary>
    public static decimal Of(string one, string other)
    {
        Dictionary<string, int> vocabulary = new(StringComparer.Ordinal);
        var (first, second) = (Words(one, vocabulary), Words(other, vocabulary));
        return first.Count + second.Count == 0 ? 1 : 2m * LongestCommonSubsequence(first, second) / (first.Count + second.Count);
    }

    private static List<int> Words(string text, Dictionary<string, int> vocabulary)
    {
        List<int> words = [];
        for (var i = 0; i < text.Length && words.Count < MostWords;)
        {
            var from = i;
            if (IsIdeograph(text[i]))
            {
                while (i < text.Length && IsIdeograph(text[i])) i++;
                for (var at = from; at + 1 < i && words.Count < MostWords; at++) Add(text.Substring(at, 2));
                if (i == from + 1) Add(text[from..i]);
            }
            else if (char.IsLetterOrDigit(text[i]))
            {
                while (i < text.Length && char.IsLetterOrDigit(text[i]) && !IsIdeograph(text[i])) i++;
                Add(text[from..i]);
            }
            else
            {
                i++;
            }
        }
        return words;

        void Add(string word)
        {
            if (!vocabulary.TryGetValue(word, out var number)) vocabulary[word] = number = vocabulary.Count;
            words.Add(number);
        }
    }

    private static bool IsIdeograph(char letter) => letter is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';

    /// <summary>
    /// Length of the longest common subsequence by bit vectors (Hyyrö 2004): a zero bit of <c>rows</c> marks a place of the first text that
    /// the subsequence uses. Only the places where a word occurs are touched, so time grows with the matches, not with the product of lengths.
    /// </summary>
    private static int LongestCommonSubsequence(List<int> first, List<int> second)
    {
        var places = PlacesOf(first);
        var rows = new ulong[(first.Count + 63) / 64];
        Array.Fill(rows, ulong.MaxValue);
        foreach (var word in second)
        {
            if (!places.TryGetValue(word, out var masks)) continue;
            var carry = false;
            for (int at = masks[0].Index, next = 0; at < rows.Length && (carry || next < masks.Count); at++)
            {
                if (!carry && masks[next].Index > at) at = masks[next].Index;
                var mask = next < masks.Count && masks[next].Index == at ? masks[next++].Mask : 0;
                var row = rows[at];
                var sum = (UInt128)row + (row & mask) + (carry ? 1u : 0u);
                rows[at] = (ulong)sum | (row & ~mask);
                carry = sum > ulong.MaxValue;
            }
        }
        return rows.Sum(row => BitOperations.PopCount(~row));
    }

    private static Dictionary<int, List<(int Index, ulong Mask)>> PlacesOf(List<int> words)
    {
        Dictionary<int, List<(int Index, ulong Mask)>> places = [];
        for (var i = 0; i < words.Count; i++)
        {
            if (!places.TryGetValue(words[i], out var masks)) places[words[i]] = masks = [];
            if (masks.Count > 0 && masks[^1].Index == i / 64) masks[^1] = (i / 64, masks[^1].Mask | 1ul << (i % 64));
            else masks.Add((i / 64, 1ul << (i % 64)));
        }
        return places;
    }
}
