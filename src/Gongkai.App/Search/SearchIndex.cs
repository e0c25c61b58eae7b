using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Search;

/// <summary>A published document, to be found (入库的文件).</summary>
/// <param name="DocumentId">Which.</param>
/// <param name="AgencyId">Whose.</param>
/// <param name="PublishedOn">The day it was published.</param>
/// <param name="Kind">What it is, by code.</param>
/// <param name="Validity">Whether it is in force, by code; null where that says nothing.</param>
/// <param name="Title">Its title.</param>
/// <param name="Texts">Number, body and attachments, each as plain text.</param>
public sealed record SearchableDocument(
    Guid DocumentId, AgencyId AgencyId, DateOnly PublishedOn, string Kind, string? Validity, string Title, IReadOnlyList<string> Texts);

/// <summary>Keeps the index (检索入库), in the transaction of the act that publishes or takes down: what is public is found, and nothing else.</summary>
public static class SearchIndex
{
    /// <summary>Makes a document findable, in the place of what was known of it.</summary>
    public static async Task IndexAsync(this ActSession acts, SearchableDocument document, CancellationToken cancellation)
    {
        await acts.TakeOutAsync(document.DocumentId, cancellation);
        var db = acts.Db;
        var row = new IndexedDocument
        {
            DocumentId = document.DocumentId,
            AgencyId = document.AgencyId,
            PublishedOn = document.PublishedOn,
            Kind = document.Kind,
            Validity = document.Validity,
            Title = document.Title,
        };
        db.IndexedDocuments.Add(row);
        await db.SaveChangesAsync(cancellation);
        var dialect = SearchDialect.Of(db);
        var (first, place) = (PassageNumber.Of(row.PublishedOn, row.Serial), 1L);
        await IndexAsync(db, dialect, first, FoldedText.Of(document.Title), (0, null), cancellation);
        foreach (var text in document.Texts.Select(FoldedText.Of))
        {
            foreach (var passage in Passages.Cut(text.Signs))
            {
                if (place == PassageNumber.MostPassages) break;
                await IndexAsync(db, dialect, first + place++, text, passage, cancellation);
            }
        }
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Takes a document out.</summary>
    public static async Task TakeOutAsync(this ActSession acts, Guid document, CancellationToken cancellation)
    {
        var db = acts.Db;
        if (await db.IndexedDocuments.SingleOrDefaultAsync(row => row.DocumentId == document, cancellation) is not { } row) return;
        var first = PassageNumber.Of(row.PublishedOn, row.Serial);
        var last = first + PassageNumber.MostPassages - 1;
        await SearchDialect.Of(db).RemoveAsync(db, first, last, cancellation);
        await db.IndexedPassages.Where(passage => passage.Id >= first && passage.Id <= last).ExecuteDeleteAsync(cancellation);
        db.IndexedDocuments.Remove(row);
        await db.SaveChangesAsync(cancellation);
    }

    private static async Task IndexAsync(
        GongkaiDb db, SearchDialect dialect, long number, FoldedText text, (int Start, int? End) passage, CancellationToken cancellation)
    {
        var end = passage.End ?? text.Signs.Length;
        if (end == passage.Start) return;
        var signs = text.Signs[passage.Start..end];
        var tokens = new string?[signs.Length];
        for (var sign = 0; sign < signs.Length; sign++) tokens[sign] = SearchToken.At(signs, sign);
        var (from, to) = text.PlaceOf(passage.Start, end);
        db.IndexedPassages.Add(new IndexedPassage { Id = number, Text = text.Source[from..to] });
        await dialect.IndexAsync(db, number, tokens, cancellation);
    }
}
