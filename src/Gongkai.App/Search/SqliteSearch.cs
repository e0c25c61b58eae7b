using System.Globalization;
using Gongkai.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Search;

/// <summary>FTS5 without a copy of the text.</summary>
internal sealed class SqliteSearch : SearchDialect
{
    /// <inheritdoc/>
    public override Task PutAsync(GongkaiDb db, long passage, IReadOnlyList<string?> tokens, CancellationToken cancellation)
    {
        var body = string.Join(' ', tokens.Where(token => token is not null));
        return db.Database.ExecuteSqlAsync($"""INSERT INTO "SearchIndex" (rowid, body) VALUES ({passage}, {body})""", cancellation);
    }

    /// <inheritdoc/>
    public override Task RemoveAsync(GongkaiDb db, long first, long last, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"""DELETE FROM "SearchIndex" WHERE rowid IN (SELECT "Id" FROM "IndexedPassages" WHERE "Id" BETWEEN {first} AND {last})""", cancellation);

    /// <inheritdoc/>
    public override IQueryable<MatchedPassage> Match(GongkaiDb db, SearchQuery query)
    {
        // Names and numbers of our own; what people typed stands in the parameters.
        var others = Enumerable.Range(1, query.Terms.Count - 1).Select(term => string.Create(CultureInfo.InvariantCulture, $$"""
             AND EXISTS (SELECT 1 FROM "SearchIndex" AS other{{term}} WHERE other{{term}}."SearchIndex" MATCH {{{term}}}
                AND other{{term}}.rowid BETWEEN (first.rowid >> {{PassageNumber.PlaceBits}}) << {{PassageNumber.PlaceBits}} AND first.rowid | {{PassageNumber.MostPassages - 1}})
            """));
        var sql = $$"""
            SELECT first.rowid AS "Id", (first.rowid >> {{PassageNumber.PlaceBits}}) & {{(1L << PassageNumber.SerialBits) - 1}} AS "Serial"
            FROM "SearchIndex" AS first WHERE first."SearchIndex" MATCH {0}{{string.Concat(others)}}
            """;
        return db.Database.SqlQueryRaw<MatchedPassage>(sql, [.. query.Terms.Select(Write)]);
    }

    private static string Write(SearchTerm term) => string.Join(" OR ", term.Phrases.Select(phrase =>
    {
        var (tokens, isPrefix) = TokensOf(phrase);
        return $"\"{string.Join(' ', tokens)}\"{(isPrefix ? " *" : "")}";
    }));
}
