using System.Collections.Frozen;

namespace Gongkai.Domain.Calendar;

/// <summary>One year's days off and working weekends (年度放假调休安排), as the State Council's notice orders them.</summary>
public sealed class CalendarYear
{
    /// <summary>Festivals that fall on the same days each year (全国年节及纪念日放假办法, since 2008): a year without them is incomplete.</summary>
    private static readonly (int Month, int Day)[] FixedFestivals = [(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)];

    private CalendarYear(
        int year, string notice, DateOnly? issuedOn, string? changedBy, FrozenDictionary<DateOnly, string> holidays, FrozenSet<DateOnly> makeUpDays)
    {
        Year = year;
        Notice = notice;
        IssuedOn = issuedOn;
        ChangedBy = changedBy;
        Holidays = holidays;
        MakeUpDays = makeUpDays;
    }

    /// <summary>The calendar year of all its days.</summary>
    public int Year { get; }

    /// <summary>Number of the notice (文号), e.g. 国办发明电〔2025〕7号.</summary>
    public string Notice { get; }

    /// <summary>Day the notice was issued, or null.</summary>
    public DateOnly? IssuedOn { get; }

    /// <summary>The later notice that changed it, or null.</summary>
    public string? ChangedBy { get; }

    /// <summary>Each day off (放假日) and the festival it is off for.</summary>
    public IReadOnlyDictionary<DateOnly, string> Holidays { get; }

    /// <summary>Saturdays and Sundays on which offices work (调休上班日).</summary>
    public IReadOnlySet<DateOnly> MakeUpDays { get; }

    /// <summary>Statutory festivals with a fixed date that are not among its days off, in order: a sign that the notice was copied incompletely.</summary>
    public IReadOnlyList<DateOnly> MissingFestivals =>
        [.. FixedFestivals.Select(festival => new DateOnly(Year, festival.Month, festival.Day)).Where(day => !Holidays.ContainsKey(day))];

    /// <summary>Checks a year and makes it.</summary>
    /// <param name="year">The year, within <see cref="WorkingCalendar.FirstDay"/> and <see cref="WorkingCalendar.LastDay"/>.</param>
    /// <param name="notice">Number of the notice.</param>
    /// <param name="issuedOn">Day of the notice, or null.</param>
    /// <param name="changedBy">The later notice that changed it, or null.</param>
    /// <param name="holidays">Days off, each with its festival.</param>
    /// <param name="makeUpDays">Working weekend days.</param>
    /// <returns>The year, or the first contradiction in it.</returns>
    public static Outcome<CalendarYear> Create(
        int year, string notice, DateOnly? issuedOn, string? changedBy,
        IEnumerable<KeyValuePair<DateOnly, string>> holidays, IEnumerable<DateOnly> makeUpDays)
    {
        if (year < WorkingCalendar.FirstDay.Year || year > WorkingCalendar.LastDay.Year)
            return new Refusal("calendar.year-out-of-range", $"年份 {year} 不在 {WorkingCalendar.FirstDay.Year} 至 {WorkingCalendar.LastDay.Year} 之间，请核对。");
        if (string.IsNullOrWhiteSpace(notice))
            return new Refusal("calendar.no-notice", $"没有写明 {year} 年放假通知的文号，请补上，如“国办发明电〔2025〕7号”。");

        var off = new Dictionary<DateOnly, string>();
        foreach (var (day, festival) in holidays)
        {
            if (day.Year != year) return OtherYear(day, year, "放假");
            if (!off.TryAdd(day, festival)) return Twice(day, "放假");
        }
        var on = new HashSet<DateOnly>();
        foreach (var day in makeUpDays)
        {
            if (day.Year != year) return OtherYear(day, year, "上班");
            if (!on.Add(day)) return Twice(day, "上班");
            if (off.ContainsKey(day))
                return new Refusal("calendar.both", $"{DayWords.Of(day)}既列为放假、又列为调休上班，请核对通知后删去其一。");
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                return new Refusal("calendar.no-weekend", $"{DayWords.Of(day)}（{DayWords.Weekday(day)}）列为调休上班，但它不是周六、周日，请核对。");
        }
        return new CalendarYear(year, notice.Trim(), issuedOn, changedBy, off.ToFrozenDictionary(), on.ToFrozenSet());
    }

    private static Refusal OtherYear(DateOnly day, int year, string list) => new(
        "calendar.other-year", $"{list}日期 {DayWords.Of(day)}不在 {year} 年；跨年假期的每一天写在它自己年份的文件里。");

    private static Refusal Twice(DateOnly day, string list) =>
        new("calendar.twice", $"{DayWords.Of(day)}在{list}日期里写了两次，请删去一次。");
}
