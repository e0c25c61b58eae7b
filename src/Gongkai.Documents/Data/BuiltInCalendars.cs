using Gongkai.Documents.Calendars;
using Gongkai.Domain.Calendar;

namespace Gongkai.Documents.Data;

/// <summary>The years whose days off are known (内置放假调休安排), from <c>data/calendars/</c>.</summary>
public static class BuiltInCalendars
{
    /// <summary>The years in order.</summary>
    public static IReadOnlyList<CalendarYear> Years { get; } = [.. BuiltInData.List("calendars").Select(Load)];

    /// <summary>The calendar of these years alone.</summary>
    public static WorkingCalendar Calendar { get; } = new(Years);

    private static CalendarYear Load(string path)
    {
        using var stream = BuiltInData.Open(path);
        return CalendarYearFile.Read(stream).Value;
    }
}
