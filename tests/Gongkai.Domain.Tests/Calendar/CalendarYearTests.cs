using Gongkai.Documents.Data;
using Gongkai.Domain.Calendar;
using static Gongkai.Testing.ARequest;

namespace Gongkai.Domain.Tests.Calendar;

public sealed class CalendarYearTests
{
    [Theory(DisplayName = "自相矛盾的放假安排不予采用，说明哪一天错")]
    [InlineData(1, "2027-01-01", "2027-02-20", "calendar.year-out-of-range", "年份 1")]
    [InlineData(9999, "2027-01-01", "2027-02-20", "calendar.year-out-of-range", "年份 9999")]
    [InlineData(2027, "2026-12-31", "2027-02-20", "calendar.other-year", "2026年12月31日不在 2027 年")]
    [InlineData(2027, "2027-01-01", "2026-02-14", "calendar.other-year", "2026年2月14日不在 2027 年")]
    [InlineData(2027, "2027-02-20", "2027-02-20", "calendar.both", "2027年2月20日既列为放假")]
    [InlineData(2027, "2027-01-01", "2027-01-04", "calendar.no-weekend", "2027年1月4日（星期一）")]
    public void A_contradiction_is_refused(int year, string holiday, string makeUp, string code, string words)
    {
        var outcome = CalendarYear.Create(year, "国办发明电〔2026〕0号", null, null, [KeyValuePair.Create(Day(holiday), "元旦")], [Day(makeUp)]);
        Assert.Equal(code, outcome.Refusal?.Code);
        Assert.Contains(words, outcome.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "同一天写两次、没有通知文号，不予采用")]
    public void Doubles_and_a_missing_notice_are_refused()
    {
        var newYear = KeyValuePair.Create(Day("2027-01-01"), "元旦");
        Assert.Equal("calendar.twice", CalendarYear.Create(2027, "文号", null, null, [newYear, newYear], []).Refusal?.Code);
        Assert.Equal("calendar.twice", CalendarYear.Create(2027, "文号", null, null, [newYear], [Day("2027-02-20"), Day("2027-02-20")]).Refusal?.Code);
        Assert.Equal("calendar.no-notice", CalendarYear.Create(2027, " ", null, null, [newYear], []).Refusal?.Code);
    }

    [Fact(DisplayName = "缺少固定日期的法定节日，列出来提醒，不拒绝")]
    public void Missing_festivals_are_named()
    {
        var year = CalendarYear.Create(2027, "文号", null, null, [KeyValuePair.Create(Day("2027-01-01"), "元旦")], []).Value;
        Assert.Equal([Day("2027-05-01"), Day("2027-10-01"), Day("2027-10-02"), Day("2027-10-03")], year.MissingFestivals);
        Assert.All(BuiltInCalendars.Years, known => Assert.Empty(known.MissingFestivals));
    }
}
