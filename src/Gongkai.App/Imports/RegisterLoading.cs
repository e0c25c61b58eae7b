using Gongkai.App.Data;
using Gongkai.App.Requests;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Imports;

/// <summary>Loads from a house what an import's lines speak of, and no more.</summary>
internal static class RegisterLoading
{
    public static async Task<Register> LoadAsync(
        GongkaiDb db, AgencyId agency, WorkingCalendar calendar, IReadOnlyList<ActLine> lines, CancellationToken cancellation)
    {
        var register = new Register { Agency = agency, Calendar = calendar };
        var numbers = lines.Select(line => line.Number).Distinct(StringComparer.Ordinal).ToList();
        await foreach (var row in db.Requests.Where(row => numbers.Contains(row.Number)).AsAsyncEnumerable().WithCancellation(cancellation))
            register.Requests.Add(row.Number, row);
        foreach (var (request, events) in await RequestHistories.LoadAsync(db, [.. register.Requests.Values.Select(request => request.Id)], cancellation))
            register.Histories.Add(request, events);
        await foreach (var row in db.Disputes.Where(row => numbers.Contains(row.Number)).AsAsyncEnumerable().WithCancellation(cancellation))
            register.Disputes.Add(row.Number, row);
        await foreach (var row in db.Instruments.Where(row => numbers.Contains(row.Number)).AsAsyncEnumerable().WithCancellation(cancellation))
            register.Instruments.Add(row.Number, row);
        foreach (var row in await db.Decisions.Where(row => numbers.Contains(row.Number)).Select(row => new { row.Kind, row.Number }).ToListAsync(cancellation))
            register.Decisions.Add((row.Kind, row.Number));
        foreach (var number in await db.Returns.Where(row => numbers.Contains(row.Number)).Select(row => row.Number).ToListAsync(cancellation))
            register.Returns.Add(number);
        foreach (var unit in await db.Units.Select(unit => new { unit.Name, unit.Id }).ToListAsync(cancellation))
            register.Units.Add(unit.Name, unit.Id);
        var opened = BooksOpened.Kind.ToString();
        register.BooksOpened = await db.Ledger.AnyAsync(entry => entry.Kind == opened, cancellation);
        return register;
    }
}
