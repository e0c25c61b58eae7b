using Gongkai.Domain.Calendar;

namespace Gongkai.Domain.Requests.Clocks;

/// <summary>Counts the working days of a term outside its stops (扣除中止期间计算).</summary>
internal static class ClockCount
{
    /// <summary>The n-th counted day after a day, or null when a stop without an end lies before it.</summary>
    /// <param name="calendar">Working days.</param>
    /// <param name="after">The day the term runs from, not counted.</param>
    /// <param name="days">How many days must count, at least 1.</param>
    /// <param name="stops">The stops; they may overlap.</param>
    public static DateOnly? LastDay(WorkingCalendar calendar, DateOnly after, int days, IReadOnlyCollection<ClockInterval> stops)
    {
        var day = after;
        while (true)
        {
            day = day.AddDays(1);
            while (StopAt(day, stops) is { } stop)
            {
                if (stop.To is not { } last) return null;
                day = last.AddDays(1);
            }
            if (calendar.IsWorkingDay(day) && --days == 0) return day;
        }
    }

    /// <summary>How many days after one day up to and including another are counted.</summary>
    public static int Between(WorkingCalendar calendar, DateOnly after, DateOnly through, IReadOnlyCollection<ClockInterval> stops)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= through; day = day.AddDays(1))
        {
            if (calendar.IsWorkingDay(day) && StopAt(day, stops) is null) count++;
        }
        return count;
    }

    private static ClockInterval? StopAt(DateOnly day, IEnumerable<ClockInterval> stops) => stops.FirstOrDefault(stop => stop.Covers(day));
}
