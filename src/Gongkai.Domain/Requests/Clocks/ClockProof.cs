using Gongkai.Domain.Calendar;

namespace Gongkai.Domain.Requests.Clocks;

/// <summary>Explains a clock day by day (逐日计算).</summary>
internal static class ClockProof
{
    public static IReadOnlyList<CountedDay> Of(ReplyClock clock, WorkingCalendar calendar, DateOnly through)
    {
        var note = new ProvisionalWords(calendar);
        List<CountedDay> lines = [];
        var number = 0;
        for (var day = clock.ReceivedOn.AddDays(1); day <= through; day = day.AddDays(1))
        {
            var fact = calendar.On(day);
            var why = WhyNot(clock, fact, number);
            if (why is null) number++;
            var words = why ?? (number > ReplyTerms.Reply ? $"{fact.Why}，延期" : fact.Why);
            lines.Add(new CountedDay(day, why is null, why is null ? number : null, words + note.For(day)));
        }
        return lines;
    }

    /// <summary>Why a day does not count, or null when it does.</summary>
    private static string? WhyNot(ReplyClock clock, CalendarDay fact, int counted)
    {
        if (!fact.IsWorkingDay) return fact.Why;
        var weekday = DayWords.Weekday(fact.On);
        var stops = clock.Stops.Where(stop => stop.Covers(fact.On)).Select(stop => stop.Why).Distinct().ToList();
        if (stops.Count > 0) return $"{weekday}，{string.Join("；", stops)}";
        if (fact.On <= clock.RunsAfter) return $"{weekday}，期限此后重新计算，此前不计入";
        return counted < clock.WorkingDays ? null : $"{weekday}，在延迟答复的合理期限内（{new Citation("条例", 35)}）";
    }
}
