using System.Collections;

namespace Gongkai.Domain.Calendar;

/// <summary>
/// The working days (工作日) of all known years, immutable. A year that is not known counts with its weekends only, and whatever was
/// counted through it is provisional (暂计). The day a term runs from is never counted; make-up days count.
/// </summary>
public sealed class WorkingCalendar
{
    /// <summary>The longest term that can be counted, in days.</summary>
    public const int MaxDays = 3650;

    private readonly SortedDictionary<int, CalendarYear> _years = [];

    private readonly BitArray _works;

    /// <summary>Makes the calendar of some years.</summary>
    /// <param name="years">The years; of two for the same year the later one in this order holds.</param>
    public WorkingCalendar(IEnumerable<CalendarYear> years)
    {
        foreach (var year in years) _years[year.Year] = year;
        _works = new BitArray(LastDay.DayNumber - FirstDay.DayNumber + 1);
        for (var day = FirstDay; day <= LastDay; day = day.AddDays(1)) _works[Index(day)] = On(day).IsWorkingDay;
    }

    /// <summary>The first day a term may run from.</summary>
    public static DateOnly FirstDay { get; } = new(2000, 1, 1);

    /// <summary>The last day a term may run from.</summary>
    public static DateOnly LastDay { get; } = new(2099, 12, 31);

    /// <summary>The known years in order.</summary>
    public IReadOnlyCollection<CalendarYear> Years => _years.Values;

    /// <summary>This calendar with years that an office added or corrected (覆盖内置日历).</summary>
    public WorkingCalendar With(IEnumerable<CalendarYear> overriding) => new(Years.Concat(overriding));

    /// <summary>True when the days off of a year are known.</summary>
    public bool Knows(int year) => _years.ContainsKey(year);

    /// <summary>What a day is, and why. Any day can be asked for.</summary>
    public CalendarDay On(DateOnly day)
    {
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (_years.TryGetValue(day.Year, out var year))
        {
            if (year.Holidays.TryGetValue(day, out var festival)) return new CalendarDay(day, DayKind.Holiday, festival, true);
            if (year.MakeUpDays.Contains(day)) return new CalendarDay(day, DayKind.MakeUpDay, null, true);
        }
        return new CalendarDay(day, weekend ? DayKind.Weekend : DayKind.WorkingDay, null, year is not null);
    }

    /// <summary>True when offices work on a day. Any day can be asked for.</summary>
    public bool IsWorkingDay(DateOnly day) => day >= FirstDay && day <= LastDay ? _works[Index(day)] : On(day).IsWorkingDay;

    /// <summary>A term of working days: the first working day after <paramref name="after"/> is day 1.</summary>
    /// <param name="after">The day it runs from, not counted; may be a holiday.</param>
    /// <param name="days">Number of working days, 1 to <see cref="MaxDays"/>.</param>
    public Outcome<Term> WorkingDaysAfter(DateOnly after, int days) =>
        Refuse(after, days) is { } refusal ? refusal : TermOf(after, days, Advance(after, days));

    /// <summary>The same day by day: each day after <paramref name="after"/> up to the last, whether it counts and why.</summary>
    public Outcome<IReadOnlyList<CountedDay>> Explain(DateOnly after, int days)
    {
        if (Refuse(after, days) is { } refusal) return refusal;
        var note = new ProvisionalWords(this);
        List<CountedDay> lines = [];
        var number = 0;
        for (var day = after.AddDays(1); number < days; day = day.AddDays(1))
        {
            var fact = On(day);
            if (fact.IsWorkingDay) number++;
            lines.Add(new CountedDay(day, fact.IsWorkingDay, fact.IsWorkingDay ? number : null, fact.Why + note.For(day)));
        }
        return lines;
    }

    /// <summary>
    /// A term of calendar days (自然日). When its last day is a day off it moves to the first working day after (顺延).
    /// </summary>
    /// <param name="after">The day it runs from, not counted.</param>
    /// <param name="days">Number of days, 1 to <see cref="MaxDays"/>.</param>
    // 复议法 88 sends the counting of periods to 民事诉讼法; a working weekend is no day off, so it does not move the end.
    [Law("复议法", 88, 1)]
    public Outcome<Term> CalendarDaysAfter(DateOnly after, int days) =>
        Refuse(after, days) is { } refusal ? refusal : TermOf(after, days, Advance(after.AddDays(days - 1), 1));

    /// <summary>Number of working days after one day up to and including another; negative when the second lies before the first.</summary>
    public Outcome<int> WorkingDaysBetween(DateOnly after, DateOnly through) =>
        (Refuse(after) ?? Refuse(through)) is { } refusal ? refusal : Count(after, through);

    /// <summary>The day itself when offices work on it, otherwise the next working day.</summary>
    public Outcome<DateOnly> NextWorkingDay(DateOnly onOrAfter) =>
        Refuse(onOrAfter) is { } refusal ? refusal : Advance(onOrAfter.AddDays(-1), 1);

    /// <summary>
    /// The sentence that stands beside a provisional date (暂按现有日历计算), or null when every year after <paramref name="after"/> up to
    /// and including <paramref name="through"/> is known.
    /// </summary>
    public string? ProvisionalNote(DateOnly after, DateOnly through)
    {
        var first = after.AddDays(1).Year;
        var unknown = Enumerable.Range(first, Math.Max(0, through.Year - first + 1)).Where(year => !Knows(year)).ToList();
        return unknown.Count == 0 ? null : ProvisionalWords.Sentence(this, unknown);
    }

    /// <summary>Says why no term can run from a day, or null when one can.</summary>
    internal static Refusal? Refuse(DateOnly day) => day >= FirstDay && day <= LastDay
        ? null
        : new Refusal("calendar.day-out-of-range", $"日期 {DayWords.Of(day)}不在可计算的范围（{DayWords.Of(FirstDay)}至{DayWords.Of(LastDay)}）内，请核对年份。");

    /// <summary>The n-th working day after a day. From any day a term may run from it stays far below the last day .NET can hold.</summary>
    internal DateOnly Advance(DateOnly after, int days)
    {
        var day = after;
        while (days > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) days--;
        }
        return day;
    }

    /// <summary>See <see cref="WorkingDaysBetween"/>.</summary>
    internal int Count(DateOnly after, DateOnly through)
    {
        if (through < after) return -Count(through, after);
        var count = 0;
        for (var day = after.AddDays(1); day <= through; day = day.AddDays(1))
        {
            if (IsWorkingDay(day)) count++;
        }
        return count;
    }

    private static Refusal? Refuse(DateOnly day, int days) => Refuse(day) ?? (days is >= 1 and <= MaxDays
        ? null
        : new Refusal("calendar.count-out-of-range", $"天数 {days} 不对：应为 1 至 {MaxDays} 之间的整数。"));

    private static int Index(DateOnly day) => day.DayNumber - FirstDay.DayNumber;

    private Term TermOf(DateOnly after, int days, DateOnly last) => new(after, days, last, !KnowsAll(after.AddDays(1).Year, last.Year));

    private bool KnowsAll(int first, int last)
    {
        for (var year = first; year <= last; year++)
        {
            if (!Knows(year)) return false;
        }
        return true;
    }
}
