using System.Text;
using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Documents.Calendars;
using Gongkai.Documents.Data;
using Gongkai.Domain;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Calendars;

/// <summary>The calendar of a house (放假安排): the built-in years, and over them what the office imported, with its source.</summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
public sealed class HouseCalendar(House house, ActRecorder recorder)
{
    /// <summary>The calendar days are counted by in this house.</summary>
    public async Task<WorkingCalendar> ReadAsync(CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.None);
        var rows = await db.CalendarYears.AsNoTracking().OrderBy(row => row.Year).Select(row => row.Json).ToListAsync(cancellation);
        return BuiltInCalendars.Calendar.With(rows.Select(Read));
    }

    /// <summary>Imports a year; one that was imported before is replaced, since a notice can be changed by a later one.</summary>
    /// <param name="year">The year, checked.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<CalendarYear>> ImportAsync(CalendarYear year, CancellationToken cancellation) =>
        recorder.RecordAsync<CalendarYear>([], async (acts, cancellation) =>
        {
            var row = await acts.Db.CalendarYears.SingleOrDefaultAsync(known => known.Year == year.Year, cancellation);
            if (row is null)
            {
                row = new CalendarYearRow { Year = year.Year, Json = "", Source = "" };
                acts.Db.CalendarYears.Add(row);
            }
            row.Json = CalendarYearFile.Write(year);
            row.Source = year.Notice;
            row.ImportedAt = acts.Now;
            return year;
        }, cancellation);

    private static CalendarYear Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return CalendarYearFile.Read(stream).Value;
    }
}
