using System.Globalization;
using CsCheck;
using Gongkai.Domain.Calendar;
using Gongkai.Testing;

namespace Gongkai.Domain.Tests.Calendar;

public sealed class ChinaTimeTests
{
    [Theory(DisplayName = "时刻属于哪一天，按北京时间，与服务器时区无关")]
    [InlineData("2026-12-31T15:59:59Z", "2026-12-31")]
    [InlineData("2026-12-31T16:00:00Z", "2027-01-01")]
    [InlineData("2026-12-31T23:30:00+08:00", "2026-12-31")]
    [InlineData("2026-12-31T23:30:00-08:00", "2027-01-01")]
    public void The_day_of_an_instant(string instant, string day) =>
        Assert.Equal(ARequest.Day(day), ChinaTime.DayOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

    [Fact(DisplayName = "一天从零时起，到次日零时前止")]
    public void A_day_begins_at_midnight_in_China() => Gen.Date.Select(DateOnly.FromDateTime)
        .Where(day => day > DateOnly.MinValue && day < DateOnly.MaxValue)
        .Sample(day => ChinaTime.DayOf(ChinaTime.StartOf(day)) == day && ChinaTime.DayOf(ChinaTime.StartOf(day).AddTicks(-1)) == day.AddDays(-1));

    [Fact(DisplayName = "不是 UTC 的时刻是程序错误")]
    public void A_local_time_is_a_bug() =>
        Assert.Throws<ArgumentException>(() => ChinaTime.DayOf(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified)));
}
