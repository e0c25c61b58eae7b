using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Search;

/// <summary>What somebody asks the search (检索请求). What is null narrows nothing.</summary>
/// <param name="Typed">The words.</param>
/// <param name="Agency">Whose documents.</param>
/// <param name="Kind">Code of the kind.</param>
/// <param name="Year">Year of publication.</param>
/// <param name="Validity">Code of the validity.</param>
/// <param name="ByRelevance">Best first instead of newest first.</param>
/// <param name="WithSynonyms">Also words that mean the same.</param>
public sealed record SearchRequest(
    string Typed, AgencyId? Agency = null, string? Kind = null, int? Year = null, string? Validity = null, bool ByRelevance = false, bool WithSynonyms = true);

/// <summary>A document that was found (命中).</summary>
/// <param name="DocumentId">Which.</param>
/// <param name="AgencyId">Whose.</param>
/// <param name="PublishedOn">When it was published.</param>
/// <param name="Kind">Code of the kind.</param>
/// <param name="Validity">Code of the validity, or null.</param>
/// <param name="Title">Its title, with what was found marked.</param>
/// <param name="Excerpt">A piece of its text around what was found; empty where only the title has it.</param>
public sealed record SearchHit(
    Guid DocumentId, AgencyId AgencyId, DateOnly PublishedOn, string Kind, string? Validity, IReadOnlyList<ExcerptPart> Title, IReadOnlyList<ExcerptPart> Excerpt);

/// <summary>An answer (检索结果).</summary>
/// <param name="Count">How many documents were found, at most <see cref="Searching.MostCounted"/>.</param>
/// <param name="IsMore">True when there are more than that.</param>
/// <param name="Hits">Those of the page.</param>
public sealed record SearchAnswer(int Count, bool IsMore, IReadOnlyList<SearchHit> Hits);

/// <summary>
/// Finds published documents (全文检索): exactly those in which every word occurs, newest first and the same on both databases.
/// </summary>
/// <param name="house">The house.</param>
public sealed class Searching(House house)
{
    /// <summary>Beyond this many documents nobody counts, and pages end.</summary>
    public const int MostCounted = 1000;

    // "Best first" orders the newest of so many documents: enough for whoever reads, and bounded for whoever asks for 政府.
    private const int MostScored = 2000;

    /// <summary>Finds a page of documents.</summary>
    /// <param name="scope">Whose documents may be seen.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<SearchAnswer>> FindAsync(AgencyScope scope, SearchRequest request, int skip, int take, CancellationToken cancellation)
    {
        var read = SearchQuery.Read(request.Typed, request.WithSynonyms);
        if (read.IsRefused) return read.Refusal;
        await using var db = house.Open(scope);
        var found = await NewestAsync(db, read.Value, request, request.ByRelevance ? MostScored : MostCounted + 1, cancellation);
        var shown = (request.ByRelevance ? Relevance.Order(found) : found).Take(MostCounted).Skip(skip).Take(take).ToList();
        return new SearchAnswer(Math.Min(found.Count, MostCounted), found.Count > MostCounted, await ReadAsync(db, read.Value, shown, cancellation));
    }

    // Every term's passages downwards, side by side: whoever is behind names the next document that can have them all.
    private static async Task<IReadOnlyList<FoundDocument>> NewestAsync(
        GongkaiDb db, SearchQuery query, SearchRequest request, int wanted, CancellationToken cancellation)
    {
        var dialect = SearchDialect.Of(db);
        List<PassageStream> streams = [.. query.Terms.Select(term => new PassageStream(Narrow(db, dialect.Match(db, term), request)))];
        List<FoundDocument> found = [];
        for (var at = long.MaxValue >> PassageNumber.PlaceBits; found.Count < wanted;)
        {
            var behind = at;
            foreach (var stream in streams)
            {
                if (await stream.FindAsync(behind, cancellation) is not { } document) return found;
                behind = document;
            }
            // The last to move is the furthest down; where the first agrees with it, they all stand at the same document.
            if (await streams[0].FindAsync(behind, cancellation) == behind && streams.TrueForAll(stream => stream.Document == behind))
            {
                SortedSet<long> passages = [];
                foreach (var stream in streams) passages.UnionWith(await stream.TakeAsync(cancellation));
                found.Add(new FoundDocument(behind, [.. passages]));
                at = behind - 1;
            }
            else
            {
                at = behind;
            }
        }
        return found;
    }

    private static IQueryable<long> Narrow(GongkaiDb db, IQueryable<MatchedPassage> matches, SearchRequest request)
    {
        var documents = db.IndexedDocuments.AsQueryable();
        if (request.Agency is { } agency) documents = documents.Where(document => document.AgencyId == agency);
        if (request.Kind is { } kind) documents = documents.Where(document => document.Kind == kind);
        if (request.Validity is { } validity) documents = documents.Where(document => document.Validity == validity);
        if (request.Year is { } year)
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            documents = documents.Where(document => document.PublishedOn >= from && document.PublishedOn <= to);
        }
        return matches.Join(documents, match => match.Serial, document => document.Serial, (match, _) => match.Id);
    }

    private static async Task<IReadOnlyList<SearchHit>> ReadAsync(
        GongkaiDb db, SearchQuery query, IReadOnlyList<FoundDocument> shown, CancellationToken cancellation)
    {
        var serials = shown.Select(one => PassageNumber.SerialOf(one.Passages[0])).ToList();
        var documents = await db.IndexedDocuments.AsNoTracking().Where(document => serials.Contains(document.Serial)).ToDictionaryAsync(document => document.Serial, cancellation);
        // The passage nearest to the beginning says best what a document is about.
        var passages = shown.Select(one => PassageNumber.IsTitle(one.Passages[0]) && one.Passages.Count > 1 ? one.Passages[1] : one.Passages[0]).ToList();
        var texts = await db.IndexedPassages.AsNoTracking().Where(passage => passages.Contains(passage.Id)).ToDictionaryAsync(passage => passage.Id, passage => passage.Text, cancellation);
        return
        [
            .. passages.Where(passage => documents.ContainsKey(PassageNumber.SerialOf(passage))).Select(passage =>
            {
                var document = documents[PassageNumber.SerialOf(passage)];
                return new SearchHit(
                    document.DocumentId, document.AgencyId, document.PublishedOn, document.Kind, document.Validity, Excerpt.Mark(document.Title, query),
                    PassageNumber.IsTitle(passage) ? [] : Excerpt.Around(texts[passage], query));
            }),
        ];
    }
}
