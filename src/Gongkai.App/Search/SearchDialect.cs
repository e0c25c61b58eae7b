using System.Text;
using Gongkai.App.Data;

namespace Gongkai.App.Search;

/// <summary>A passage that matches, and the serial of its document.</summary>
/// <param name="Id">Number of the passage.</param>
/// <param name="Serial">Serial of the document.</param>
internal sealed record MatchedPassage(long Id, long Serial);

/// <summary>How a database keeps and asks its index (索引的两种写法). What is found is the same.</summary>
internal abstract class SearchDialect
{
    /// <summary>The one for the database of a context.</summary>
    public static SearchDialect Of(GongkaiDb db) => db is PostgresGongkaiDb ? new PostgresSearch() : new SqliteSearch();

    /// <summary>Puts a passage into the index.</summary>
    public abstract Task IndexAsync(GongkaiDb db, long passage, IReadOnlyList<string?> tokens, CancellationToken cancellation);

    /// <summary>Takes a document's passages out of it.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="first">Number of its title.</param>
    /// <param name="last">The greatest number a passage of it can have.</param>
    /// <param name="cancellation">Gives up.</param>
    public abstract Task RemoveAsync(GongkaiDb db, long first, long last, CancellationToken cancellation);

    /// <summary>The passages in which a term occurs. What was typed goes into it as a parameter.</summary>
    public abstract IQueryable<MatchedPassage> Match(GongkaiDb db, SearchTerm term);

    /// <summary>A phrase as tokens: all but the sign that ends it, which may stand before any other; a lone one stands for all that begin with it.</summary>
    /// <returns>The tokens, and whether the last of them is only a beginning.</returns>
    protected static (IReadOnlyList<string> Tokens, bool IsPrefix) TokensOf(ReadOnlySpan<Rune> phrase)
    {
        List<string> tokens = [];
        for (var place = 0; place < phrase.Length - 1; place++)
            if (SearchToken.At(phrase, place) is { } token) tokens.Add(token);
        if (phrase.Length > 1 && phrase[^2] != FoldedText.Gap) return (tokens, false);
        tokens.Add(SearchToken.Write(phrase[^1]));
        return (tokens, true);
    }
}
