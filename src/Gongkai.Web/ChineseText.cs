using System.Globalization;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Publishing;

namespace Gongkai.Web;

/// <summary>How days, instants, sizes and kinds are written on screens.</summary>
public static class ChineseText
{
    private static readonly CompareInfo Order = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    /// <summary>Orders names as people look for them, by their sound.</summary>
    public static IComparer<string> BySound { get; } = Comparer<string>.Create((a, b) => Order.Compare(a, b));

    /// <summary>2026年3月5日.</summary>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>2026年3月16日 星期一.</summary>
    public static string DayWithWeekday(DateOnly day) => $"{Day(day)} 星期{"日一二三四五六"[(int)day.DayOfWeek]}";

    /// <summary>2026-03-05, for machines.</summary>
    public static string MachineDay(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>2026-01-20 09:30 by the clocks of China: how a time of publication is shown (国办发〔2017〕47号 指引).</summary>
    public static string Minute(DateTime instant) => (instant + ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The size of a file in the unit people expect.</summary>
    public static string Size(long bytes) => bytes < 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes} 字节")
        : bytes < 1024 * 1024
            ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:0.#} MB");

    /// <summary>The Chinese numeral of a section: 一 to 六.</summary>
    public static char Numeral(int section) => "〇一二三四五六"[section];

    /// <summary>规章 or 行政规范性文件.</summary>
    public static string Name(InstrumentKind kind) => kind == InstrumentKind.Regulation ? "规章" : "行政规范性文件";
}
