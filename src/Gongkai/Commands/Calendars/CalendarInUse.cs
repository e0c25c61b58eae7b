using Gongkai.App.Acts;
using Gongkai.App.Calendars;
using Gongkai.App.Houses;
using Gongkai.Documents.Data;
using Gongkai.Domain.Calendar;

namespace Gongkai.Commands.Calendars;

/// <summary>The calendar a command counts by, and where it comes from: the answer always says which.</summary>
/// <param name="Calendar">The calendar.</param>
/// <param name="Source">Where it comes from, in Chinese.</param>
internal sealed record CalendarInUse(WorkingCalendar Calendar, string Source)
{
    /// <summary>The built-in years, and over them those that the house imported.</summary>
    public static async Task<CalendarInUse> OfAsync(House? house, CancellationToken cancellation)
    {
        var builtIn = $"内置放假安排（{BuiltInCalendars.Years[0].Year}至{BuiltInCalendars.Years[^1].Year}年）";
        if (house is null) return new CalendarInUse(BuiltInCalendars.Calendar, builtIn);
        var calendar = await new HouseCalendar(house, new ActRecorder(house)).ReadAsync(cancellation);
        var imported = string.Join("、", calendar.Years.Except(BuiltInCalendars.Years).Select(year => $"{year.Year}年"));
        return new CalendarInUse(calendar, imported.Length == 0 ? builtIn : $"{builtIn}，{imported}按“{house.Address.Folder}”里导入的安排");
    }
}
