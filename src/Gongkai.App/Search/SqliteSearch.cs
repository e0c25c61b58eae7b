using Gongkai.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Search;

/// <summary>FTS5 without a copy of the text.</summary>
internal sealed class SqliteSearch : SearchDialect
{
    /// <inheritdoc/>
    public override Task IndexAsync(GongkaiDb db, long passage, IReadOnlyList<string?> tokens, CancellationToken cancellation)
    {
        var body = string.Join(' ', tokens.Where(token => token is not null));
        return db.Database.ExecuteSqlAsync($"""INSERT INTO "SearchIndex" (rowid, body) VALUES ({passage}, {body})""", cancellation);
    }

    /// <inheritdoc/>
    public override Task RemoveAsync(GongkaiDb db, long first, long last, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"""DELETE FROM "SearchIndex" WHERE rowid IN (SELECT "Id" FROM "IndexedPassages" WHERE "Id" BETWEEN {first} AND {last})""", cancellation);

    /// <inheritdoc/>
    public override IQueryable<MatchedPassage> Match(GongkaiDb db, SearchTerm term) => db.Database.SqlQuery<MatchedPassage>(
        $"""
        SELECT rowid AS "Id", (rowid >> {PassageNumber.PlaceBits}) & {PassageNumber.GreatestSerial} AS "Serial" FROM "SearchIndex" WHERE "SearchIndex" MATCH {Write(term)}
        """);

    private static string Write(SearchTerm term) => string.Join(" OR ", term.Phrases.Select(phrase =>
    {
        var (tokens, isPrefix) = TokensOf(phrase);
        return $"\"{string.Join(' ', tokens)}\"{(isPrefix ? " *" : "")}";
    }));
}
