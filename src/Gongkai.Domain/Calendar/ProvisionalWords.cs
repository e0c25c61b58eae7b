namespace Gongkai.Domain.Calendar;

/// <summary>
/// The words of a provisional date (暂按现有日历计算): in full the first time a year is met, 暂计 after. A year after the last known one
/// has no notice yet; any other is merely not held here, and the two must not be confused.
/// </summary>
/// <param name="calendar">What is known.</param>
internal sealed class ProvisionalWords(WorkingCalendar calendar)
{
    private readonly HashSet<int> _told = [];

    /// <summary>What to append to the reason of a day: empty when its year is known.</summary>
    public string For(DateOnly day)
    {
        if (calendar.Knows(day.Year)) return "";
        return _told.Add(day.Year) ? $"，{Sentence(calendar, [day.Year])}" : "，暂计";
    }

    /// <summary>The sentence for some unknown years, e.g. 暂按现有日历计算（2027年放假安排尚未公布）.</summary>
    public static string Sentence(WorkingCalendar calendar, IReadOnlyCollection<int> years)
    {
        var last = calendar.Years.Count == 0 ? int.MaxValue : calendar.Years.Last().Year;
        string[] clauses =
        [
            Clause(years.Where(year => year < last), "放假安排未载入本系统"),
            Clause(years.Where(year => year > last), "放假安排尚未公布"),
        ];
        return $"暂按现有日历计算（{string.Join("；", clauses.Where(clause => clause.Length > 0))}）";
    }

    private static string Clause(IEnumerable<int> years, string state)
    {
        var list = string.Join("、", years.Select(year => $"{year}年"));
        return list.Length == 0 ? "" : list + state;
    }
}
