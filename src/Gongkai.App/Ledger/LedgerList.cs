using Gongkai.App.Data;
using Gongkai.App.Houses;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Ledger;

/// <summary>What a list of entries is narrowed to (台账筛选). What is null narrows nothing.</summary>
/// <param name="Kind">Stored kind.</param>
/// <param name="Year">Year of the day the act counts for.</param>
/// <param name="Backwards">Latest first.</param>
public sealed record LedgerFilter(string? Kind = null, int? Year = null, bool Backwards = true);

/// <summary>An entry as people read it.</summary>
/// <param name="Sequence">Place in the chain.</param>
/// <param name="Name">What was done.</param>
/// <param name="On">The day it counts for.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
/// <param name="Number">The number people know the matter by, or empty.</param>
/// <param name="Who">Who recorded it, or empty once erased.</param>
/// <param name="Note">The remark, or empty.</param>
public sealed record LedgerLine(long Sequence, string Name, DateOnly On, DateTime RecordedAt, string Number, string Who, string Note);

/// <summary>The entries of the agencies in scope, for people to look through (台账查阅).</summary>
public static class LedgerList
{
    private static readonly string[] Naming = ["number", "title", "name"];

    /// <summary>Counts what fits.</summary>
    public static Task<int> CountAsync(this GongkaiDb db, LedgerFilter filter, CancellationToken cancellation) => Fitting(db, filter).CountAsync(cancellation);

    /// <summary>Reads what fits.</summary>
    /// <param name="db">The tables; its scope says whose.</param>
    /// <param name="house">The house, whose keys open who and why.</param>
    /// <param name="filter">What to show.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyList<LedgerLine>> ReadAsync(
        this GongkaiDb db, House house, LedgerFilter filter, int skip, int take, CancellationToken cancellation)
    {
        var fitting = Fitting(db, filter);
        return await LinesAsync(
            house, (filter.Backwards ? fitting.OrderByDescending(entry => entry.Sequence) : fitting.OrderBy(entry => entry.Sequence)).Skip(skip).Take(take), cancellation);
    }

    /// <summary>Everything that was recorded of one matter, the oldest first.</summary>
    public static Task<IReadOnlyList<LedgerLine>> ReadHistoryAsync(this GongkaiDb db, House house, Guid subject, CancellationToken cancellation) =>
        LinesAsync(house, db.Ledger.AsNoTracking().Where(entry => entry.SubjectId == subject).OrderBy(entry => entry.Sequence), cancellation);

    private static async Task<IReadOnlyList<LedgerLine>> LinesAsync(House house, IQueryable<LedgerEntryRow> entries, CancellationToken cancellation)
    {
        var seal = await PrivatePartSeal.OfAsync(house, cancellation);
        var rows = await entries
            .Select(entry => new { entry.AgencyId, entry.Sequence, entry.Kind, entry.EffectiveOn, entry.RecordedAt, entry.PrivateBytes, entry.Salt })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row =>
            {
                var known = seal.Read(row.AgencyId, row.Sequence, row.PrivateBytes, row.Salt).Part;
                var number = Naming.Select(name => known?.References.GetValueOrDefault(name)).FirstOrDefault(value => value is not null) ?? "";
                return new LedgerLine(row.Sequence, ActNames.Of(row.Kind), row.EffectiveOn, row.RecordedAt, number, known?.Who ?? "", known?.Why ?? "");
            }),
        ];
    }

    /// <summary>The years and kinds that occur, for choosing.</summary>
    public static async Task<(IReadOnlyList<int> Years, IReadOnlyList<string> Kinds)> ReadChoicesAsync(this GongkaiDb db, CancellationToken cancellation)
    {
        var kinds = await db.Ledger.Select(entry => entry.Kind).Distinct().ToListAsync(cancellation);
        var years = await db.Ledger.Select(entry => entry.EffectiveOn.Year).Distinct().ToListAsync(cancellation);
        return ([.. years.OrderDescending()], [.. kinds.Order(StringComparer.Ordinal)]);
    }

    private static IQueryable<LedgerEntryRow> Fitting(GongkaiDb db, LedgerFilter filter)
    {
        IQueryable<LedgerEntryRow> entries = db.Ledger.AsNoTracking();
        if (filter.Kind is { } kind) entries = entries.Where(entry => entry.Kind == kind);
        if (filter.Year is { } year)
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            entries = entries.Where(entry => entry.EffectiveOn >= from && entry.EffectiveOn <= to);
        }
        return entries;
    }
}
