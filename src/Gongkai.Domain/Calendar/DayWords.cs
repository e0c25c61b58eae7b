namespace Gongkai.Domain.Calendar;

/// <summary>How a day is written for people (日期写法).</summary>
public static class DayWords
{
    private static readonly string[] Weekdays = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];

    /// <summary>The day as offices print it: 2026年3月5日.</summary>
    public static string Of(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    /// <summary>Its day of the week: 星期四.</summary>
    public static string Weekday(DateOnly day) => Weekdays[(int)day.DayOfWeek];
}
