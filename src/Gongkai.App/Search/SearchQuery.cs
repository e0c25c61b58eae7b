using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Documents.Data;
using Gongkai.Domain;

namespace Gongkai.App.Search;

/// <summary>One thing that has to occur (检索词): a phrase, or one that means the same.</summary>
/// <param name="Asked">As it was typed.</param>
/// <param name="Phrases">Its folded form and those of its synonyms; one of them must occur.</param>
internal sealed record SearchTerm(string Asked, IReadOnlyList<Rune[]> Phrases);

/// <summary>What somebody looks for (检索式): words parted by spaces must all occur; in quotation marks a word may hold spaces.</summary>
internal sealed partial record SearchQuery(IReadOnlyList<SearchTerm> Terms)
{
    private const int MostTerms = 8;

    /// <summary>Reads what was typed.</summary>
    /// <param name="typed">The text of the search box.</param>
    /// <param name="withSynonyms">Also what means the same; not inside quotation marks.</param>
    public static Outcome<SearchQuery> Read(string typed, bool withSynonyms)
    {
        List<SearchTerm> terms = [];
        foreach (Match part in Parts().Matches(typed))
        {
            var quoted = part.Groups["quoted"].Success;
            var asked = quoted ? part.Groups["quoted"].Value : part.Value;
            var phrase = FoldedText.Of(asked).Signs.ToArray();
            if (phrase is [] || terms.Exists(term => term.Phrases[0].AsSpan().SequenceEqual(phrase))) continue;
            if (phrase.Length > Passages.LongestPhrase)
                return new Refusal("search.long", $"要找的词太长了，一个词最多{Passages.LongestPhrase}个字。请只输入其中几个关键的词，用空格隔开。");
            terms.Add(new SearchTerm(asked.Trim(), withSynonyms && !quoted ? [phrase, .. Synonyms(phrase)] : [phrase]));
        }
        return terms.Count switch
        {
            0 => new Refusal("search.empty", "请输入要找的词，例如文件名称里的两个字。"),
            > MostTerms => new Refusal("search.many", $"一次最多找{MostTerms}个词。请去掉几个。"),
            _ => new SearchQuery(terms),
        };
    }

    private static IEnumerable<Rune[]> Synonyms(Rune[] phrase)
    {
        var word = string.Concat(phrase.Select(sign => sign.ToString()));
        return BuiltInSynonyms.Of(word).Select(other => FoldedText.Of(other).Signs.ToArray());
    }

    [GeneratedRegex("""["“”](?<quoted>[^"“”]*)["“”]|[^\s"“”]+""")]
    private static partial Regex Parts();
}
