namespace Gongkai.Domain.Calendar;

/// <summary>What a day is (日期种类).</summary>
public enum DayKind
{
    /// <summary>工作日：Monday to Friday without a holiday.</summary>
    WorkingDay,

    /// <summary>调休上班日：a Saturday or Sunday on which offices work.</summary>
    MakeUpDay,

    /// <summary>公休日：Saturday or Sunday.</summary>
    Weekend,

    /// <summary>放假日：a day off named by the year's notice, weekend days inside the span included.</summary>
    Holiday,
}

/// <summary>A day, whether offices work on it, and why (某日是否工作日及其理由).</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Festival">The festival it is off for, or null when it is no holiday.</param>
/// <param name="Known">False when no notice for its year is known and only weekends were looked at.</param>
public readonly record struct CalendarDay(DateOnly On, DayKind Kind, string? Festival, bool Known)
{
    /// <summary>True when offices work on it.</summary>
    public bool IsWorkingDay => Kind is DayKind.WorkingDay or DayKind.MakeUpDay;

    /// <summary>The reason in Chinese: 星期六，调休上班; 星期四，国庆节放假.</summary>
    public string Why => DayWords.Weekday(On) + Kind switch
    {
        DayKind.WorkingDay => "，工作日",
        DayKind.MakeUpDay => "，调休上班",
        DayKind.Weekend => "，公休日",
        _ => $"，{Festival}放假",
    };
}

/// <summary>One line of a day-by-day proof (逐日计算).</summary>
/// <param name="On">The day.</param>
/// <param name="Counts">True when it counts towards the term.</param>
/// <param name="Number">Its ordinal number in the term, from 1; null when it does not count.</param>
/// <param name="Why">The reason in Chinese.</param>
public sealed record CountedDay(DateOnly On, bool Counts, int? Number, string Why);
