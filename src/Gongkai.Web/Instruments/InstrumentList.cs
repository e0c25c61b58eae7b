using Gongkai.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Instruments;

/// <summary>A page of a list of instruments, with what narrows it.</summary>
/// <param name="AgencyCode">The agency, or null for all.</param>
/// <param name="Filter">What narrows the list.</param>
/// <param name="Lines">The lines of this page.</param>
/// <param name="Count">How many there are on all pages.</param>
/// <param name="NotCounted">How many of them are joint documents that another agency counts.</param>
/// <param name="Years">Years in which any was issued or ceased to be in force, the newest first.</param>
public sealed record InstrumentList(
    string? AgencyCode, InstrumentFilter Filter, IReadOnlyList<InstrumentLine> Lines, int Count, int NotCounted, IReadOnlyList<int> Years)
{
    private const int PerPage = 50;

    /// <summary>How many pages there are, at least one.</summary>
    public int Pages => Math.Max(1, (Count + PerPage - 1) / PerPage);

    /// <summary>Loads one page, or null when the list has no such page.</summary>
    public static async Task<InstrumentList?> LoadAsync(
        GongkaiDb db, Agency? agency, InstrumentFilter filter, CancellationToken cancellation)
    {
        var all = agency is null ? db.Instruments.Where(instrument => instrument.HandedOverOn == null) : db.Instruments.Where(instrument => instrument.AgencyId == agency.Id);
        var narrowed = filter.Apply(all);
        var count = await narrowed.CountAsync(cancellation);
        var list = new InstrumentList(
            agency?.Code,
            filter,
            await InstrumentLine.Of(db, narrowed)
                .OrderByDescending(line => line.IssuedOn).ThenBy(line => line.AgencyCode).ThenBy(line => line.Number)
                .Skip((filter.Page - 1) * PerPage).Take(PerPage).ToListAsync(cancellation),
            count,
            await narrowed.CountAsync(instrument => !instrument.Lead, cancellation),
            await YearsOf(all).ToListAsync(cancellation));
        return filter.Page <= list.Pages ? list : null;
    }

    private static IQueryable<int> YearsOf(IQueryable<Instrument> instruments) =>
        instruments.Select(instrument => instrument.IssuedOn.Year)
            .Union(instruments.Where(instrument => instrument.RepealedOn != null).Select(instrument => instrument.RepealedOn!.Value.Year))
            .OrderByDescending(year => year);
}
