using System.Globalization;
using System.Text;
using Gongkai.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Search;

/// <summary>A tsvector of our own tokens with their places, and GIN. PostgreSQL's parser never sees the text.</summary>
internal sealed class PostgresSearch : SearchDialect
{
    /// <inheritdoc/>
    public override Task IndexAsync(GongkaiDb db, long passage, IReadOnlyList<string?> tokens, CancellationToken cancellation)
    {
        var vector = new StringBuilder();
        var place = 0;
        foreach (var token in tokens)
            if (token is not null) vector.Append(CultureInfo.InvariantCulture, $"{token}:{++place} ");
        return db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "SearchIndex" ("Id", "Tokens") VALUES ({passage}, CAST({vector.ToString()} AS tsvector))""", cancellation);
    }

    /// <inheritdoc/>
    public override Task RemoveAsync(GongkaiDb db, long first, long last, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"""DELETE FROM "SearchIndex" WHERE "Id" BETWEEN {first} AND {last}""", cancellation);

    /// <inheritdoc/>
    public override IQueryable<MatchedPassage> Match(GongkaiDb db, SearchTerm term) => db.Database.SqlQuery<MatchedPassage>(
        $"""
        SELECT "Id", ("Id" >> {PassageNumber.PlaceBits}) & {PassageNumber.GreatestSerial} AS "Serial" FROM "SearchIndex" WHERE "Tokens" @@ CAST({Write(term)} AS tsquery)
        """);

    private static string Write(SearchTerm term) => string.Join(" | ", term.Phrases.Select(phrase =>
    {
        var (tokens, isPrefix) = TokensOf(phrase);
        return $"({string.Join(" <-> ", tokens)}{(isPrefix ? ":*" : "")})";
    }));
}
