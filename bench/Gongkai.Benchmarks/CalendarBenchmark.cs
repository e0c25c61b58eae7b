using Gongkai.Documents.Data;

namespace Gongkai.Benchmarks;

/// <summary>A million due dates, against a million additions of days.</summary>
internal static class CalendarBenchmark
{
    private const int Count = 1_000_000;

    public static void Run()
    {
        var calendar = BuiltInCalendars.Calendar;
        DateOnly[] days = [.. Enumerable.Range(0, 2_500).Select(new DateOnly(2019, 1, 2).AddDays)];
        new Comparison("1,000,000 due dates of 20 working days", seconds: 3)
            .With("bare: add 28 calendar days", () => Sum(day => day.AddDays(28)))
            .With("WorkingDaysAfter", () => Sum(day => calendar.WorkingDaysAfter(day, 20).Value.LastOn))
            .Print();

        int Sum(Func<DateOnly, DateOnly> due)
        {
            var sum = 0;
            for (var i = 0; i < Count; i++) sum += due(days[i % days.Length]).DayNumber;
            return sum;
        }
    }
}
