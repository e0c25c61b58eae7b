using Gongkai.Documents.Data;
using Gongkai.Domain.Calendar;
using static Gongkai.Testing.ARequest;

namespace Gongkai.Domain.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar BuiltIn = BuiltInCalendars.Calendar;

    [Theory(DisplayName = "某日是否工作日，附理由")]
    [InlineData("2026-02-13", true, "星期五，工作日")]
    [InlineData("2026-02-14", true, "星期六，调休上班")]
    [InlineData("2026-02-16", false, "星期一，春节放假")]
    [InlineData("2026-03-07", false, "星期六，公休日")]
    [InlineData("2026-10-01", false, "星期四，国庆节放假")]
    [InlineData("2020-10-01", false, "星期四，国庆节、中秋节放假")]
    [InlineData("2022-12-31", false, "星期六，元旦放假")]
    [InlineData("2020-02-01", false, "星期六，春节放假")]
    [InlineData("2019-05-02", false, "星期四，劳动节放假")]
    public void A_day_says_why(string day, bool works, string why)
    {
        Assert.Equal(works, BuiltIn.IsWorkingDay(Day(day)));
        Assert.Equal(why, BuiltIn.On(Day(day)).Why);
    }

    [Fact(DisplayName = "逐日计算：收到之日不计，次日起算，编号连续，最后一行就是届满之日")]
    public void A_count_explains_itself()
    {
        var lines = BuiltIn.Explain(Day("2026-02-09"), 20).Value;
        Assert.Equal(new CountedDay(Day("2026-02-10"), true, 1, "星期二，工作日"), lines[0]);
        Assert.Equal(new CountedDay(Day("2026-02-14"), true, 5, "星期六，调休上班"), lines[4]);
        Assert.Equal(new CountedDay(Day("2026-02-15"), false, null, "星期日，春节放假"), lines[5]);
        Assert.Equal(new CountedDay(Day("2026-03-13"), true, 20, "星期五，工作日"), lines[^1]);
        Assert.Equal(Enumerable.Range(1, 20), lines.Select(line => line.Number).OfType<int>());
    }

    [Fact(DisplayName = "放假安排未公布的年份按周末计算，第一次写全“暂按现有日历计算”，以后写“暂计”")]
    public void An_unknown_year_is_provisional_and_says_so()
    {
        var term = BuiltIn.WorkingDaysAfter(Day("2026-12-21"), 20).Value;
        Assert.Equal(Day("2027-01-18"), term.LastOn);
        Assert.True(term.Provisional);
        Assert.Equal("暂按现有日历计算（2027年放假安排尚未公布）", BuiltIn.ProvisionalNote(term.After, term.LastOn));

        var lines = BuiltIn.Explain(Day("2026-12-21"), 20).Value;
        Assert.Equal("星期四，工作日", lines.Single(line => line.On == Day("2026-12-31")).Why);
        Assert.Equal("星期五，工作日，暂按现有日历计算（2027年放假安排尚未公布）", lines.Single(line => line.On == Day("2027-01-01")).Why);
        Assert.Equal("星期六，公休日，暂计", lines.Single(line => line.On == Day("2027-01-02")).Why);
    }

    [Fact(DisplayName = "本系统没有载入的往年，不说“尚未公布”")]
    public void A_past_year_is_not_called_unpublished()
    {
        Assert.Equal("暂按现有日历计算（2018年放假安排未载入本系统）", BuiltIn.ProvisionalNote(Day("2018-05-01"), Day("2018-06-01")));
        Assert.Null(BuiltIn.ProvisionalNote(Day("2018-12-31"), Day("2019-02-01")));
    }

    [Fact(DisplayName = "本机关导入的年份覆盖内置的年份，日期随之改变，不再是暂计")]
    public void An_imported_year_overrides()
    {
        var newYear = CalendarYear.Create(2027, "国办发明电〔2026〕0号", null, null, [KeyValuePair.Create(Day("2027-01-01"), "元旦")], []).Value;
        var term = BuiltIn.With([newYear]).WorkingDaysAfter(Day("2026-12-21"), 20).Value;
        Assert.Equal(Day("2027-01-19"), term.LastOn);
        Assert.False(term.Provisional);
        Assert.False(BuiltIn.Knows(2027));
    }

    [Theory(DisplayName = "算不了的日期和天数是一句中文，不是异常")]
    [InlineData("0001-01-01", 20)]
    [InlineData("9999-12-31", 20)]
    [InlineData("1999-12-31", 20)]
    [InlineData("2026-01-01", 0)]
    [InlineData("2026-01-01", -20)]
    [InlineData("2026-01-01", int.MaxValue)]
    [InlineData("2026-01-01", int.MinValue)]
    public void What_cannot_be_counted_is_refused(string day, int days)
    {
        Assert.True(BuiltIn.WorkingDaysAfter(Day(day), days).IsRefused);
        Assert.True(BuiltIn.CalendarDaysAfter(Day(day), days).IsRefused);
        Assert.True(BuiltIn.Explain(Day(day), days).IsRefused);
    }

    [Fact(DisplayName = "能算的最后一天算得出，不溢出")]
    public void The_far_end_can_be_counted()
    {
        Assert.True(BuiltIn.WorkingDaysAfter(WorkingCalendar.LastDay, WorkingCalendar.MaxDays).Value.Provisional);
        Assert.False(BuiltIn.IsWorkingDay(new DateOnly(9999, 12, 26)));
        Assert.True(BuiltIn.WorkingDaysBetween(DateOnly.MinValue, DateOnly.MaxValue).IsRefused);
        Assert.True(BuiltIn.NextWorkingDay(DateOnly.MaxValue).IsRefused);
    }

    [Theory(DisplayName = "自然日期限：最后一日是放假日的，顺延到其后第一个工作日")]
    [Law("复议法", 88, 1)]
    [InlineData("2026-08-02", 60, "2026-10-08")]
    [InlineData("2026-08-01", 60, "2026-09-30")]
    [InlineData("2026-02-07", 7, "2026-02-14")]
    [InlineData("2026-03-01", 6, "2026-03-09")]
    public void A_term_of_days_moves_past_a_day_off(string after, int days, string last) =>
        Assert.Equal(Day(last), BuiltIn.CalendarDaysAfter(Day(after), days).Value.LastOn);
}
