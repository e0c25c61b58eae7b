using System.Text.Json;

namespace Gongkai.Documents.Data;

/// <summary>Words that mean the same to whoever searches (同义词), from <c>data/search/synonyms.json</c>.</summary>
public static class BuiltInSynonyms
{
    private static readonly Dictionary<string, string[]> Others = Load();

    /// <summary>The other words of the same meaning; none for a word that is in no group.</summary>
    public static IReadOnlyList<string> Of(string word) => Others.GetValueOrDefault(word, []);

    private static Dictionary<string, string[]> Load()
    {
        using var stream = BuiltInData.Open("search/synonyms.json");
        using var document = JsonDocument.Parse(stream);
        var groups = document.RootElement.GetProperty("groups").EnumerateArray()
            .Select(group => group.EnumerateArray().Select(word => word.GetString()!).ToArray()).ToList();
        return groups.SelectMany(group => group.Select(word => (Word: word, Others: group.Where(other => other != word))))
            .GroupBy(pair => pair.Word, StringComparer.Ordinal)
            .ToDictionary(pairs => pairs.Key, pairs => pairs.SelectMany(pair => pair.Others).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
    }
}
