using CsCheck;
using Gongkai.Documents.Data;
using Gongkai.Domain.Calendar;

namespace Gongkai.Domain.Tests.Calendar;

public sealed class WorkingCalendarProperties
{
    private static readonly WorkingCalendar BuiltIn = BuiltInCalendars.Calendar;

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 9000].Select(offset => new DateOnly(2010, 1, 1).AddDays(offset));

    private static readonly Gen<int> Counts = Gen.Int[1, 400];

    [Fact(DisplayName = "第 n 个工作日是工作日，其前恰有 n 个")]
    public void The_last_day_is_a_working_day_and_the_inverse_holds() => Gen.Select(Days, Counts).Sample((day, count) =>
    {
        var last = BuiltIn.WorkingDaysAfter(day, count).Value.LastOn;
        Assert.True(BuiltIn.IsWorkingDay(last));
        Assert.Equal(count, BuiltIn.WorkingDaysBetween(day, last).Value);
        Assert.Equal(-count, BuiltIn.WorkingDaysBetween(last, day).Value);
    });

    [Fact(DisplayName = "晚收到的不会早届满，多一天的不会早届满")]
    public void Counting_is_monotone() => Gen.Select(Days, Counts).Sample((day, count) =>
    {
        var last = BuiltIn.WorkingDaysAfter(day, count).Value.LastOn;
        Assert.True(BuiltIn.WorkingDaysAfter(day.AddDays(1), count).Value.LastOn >= last);
        Assert.True(BuiltIn.WorkingDaysAfter(day, count + 1).Value.LastOn > last);
        Assert.Equal(BuiltIn.WorkingDaysAfter(last, 1).Value.LastOn, BuiltIn.WorkingDaysAfter(day, count + 1).Value.LastOn);
    });

    [Fact(DisplayName = "逐日计算与直接计算一致，是否暂计也一致")]
    public void The_explanation_is_the_count() => Gen.Select(Days, Counts).Sample((day, count) =>
    {
        var term = BuiltIn.WorkingDaysAfter(day, count).Value;
        var lines = BuiltIn.Explain(day, count).Value;
        Assert.Equal(term.LastOn, lines[^1].On);
        Assert.Equal(count, lines.Count(line => line.Counts));
        Assert.Equal(term.Provisional, BuiltIn.ProvisionalNote(day, term.LastOn) is not null);
        Assert.Equal(term.Provisional, lines.Any(line => line.Why.Contains('暂')));
    });

    [Fact(DisplayName = "下一个工作日：当日是工作日则为当日，否则为其后最近的一个")]
    public void The_next_working_day_is_the_nearest() => Days.Sample(day =>
    {
        var next = BuiltIn.NextWorkingDay(day).Value;
        Assert.True(BuiltIn.IsWorkingDay(next) && next >= day);
        for (var between = day; between < next; between = between.AddDays(1)) Assert.False(BuiltIn.IsWorkingDay(between));
    });

    [Fact(DisplayName = "2019 至 2026 年每一个收到之日的二十个工作日，与逐日数出来的一致")]
    [Law("条例", 33, 2)]
    public void Every_receipt_day_agrees_with_counting_by_hand()
    {
        var off = BuiltInCalendars.Years.SelectMany(year => year.Holidays.Keys).ToHashSet();
        var on = BuiltInCalendars.Years.SelectMany(year => year.MakeUpDays).ToHashSet();
        for (var received = new DateOnly(2019, 1, 1); received <= new DateOnly(2026, 12, 31); received = received.AddDays(1))
        {
            var (day, counted) = (received, 0);
            while (counted < 20)
            {
                day = day.AddDays(1);
                if (on.Contains(day) || (!off.Contains(day) && day.DayOfWeek != DayOfWeek.Saturday && day.DayOfWeek != DayOfWeek.Sunday)) counted++;
            }
            var term = BuiltIn.WorkingDaysAfter(received, 20).Value;
            Assert.Equal(day, term.LastOn);
            Assert.Equal(day.Year > 2026, term.Provisional);
        }
    }
}
