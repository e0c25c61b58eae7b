namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>How many cases of a register acts name as open, year by year, without walking the cases again for each year.</summary>
internal sealed class OpenCases
{
    private readonly SortedDictionary<int, int[]> _changes = [];
    private readonly Dictionary<int, int[]> _broughtForward = [];
    private readonly Dictionary<int, int[]> _takenOver = [];
    private readonly CaseRegister _register;
    private readonly int[] _open;
    private int _year = int.MinValue;

    public OpenCases(CaseRegister register)
    {
        _register = register;
        _open = new int[register.Classes];
        foreach (var item in register.Cases.Where(item => item.Counts))
        {
            if (item.TakenOver) At(_takenOver, item.FirstYear)[item.Class]++;
            else if (item.BroughtForward) At(_broughtForward, item.FirstYear)[item.Class]++;
            At(_changes, item.BroughtForward ? item.FirstYear : item.FirstYear + 1)[item.Class]++;
            if (item.LastYear is { } last) At(_changes, last + 1)[item.Class]--;
        }
        FirstYear = register.Years.DefaultIfEmpty(int.MaxValue).Min();
    }

    /// <summary>First year with an act.</summary>
    public int FirstYear { get; }

    /// <summary>True when the register was kept in the year before.</summary>
    public bool KeptBefore { get; private set; }

    public int Count(int @class) => _open[@class];

    public int BroughtForward(int @class) => _broughtForward.TryGetValue(_year, out var count) ? count[@class] : 0;

    public int TakenOver(int @class) => _takenOver.TryGetValue(_year, out var count) ? count[@class] : 0;

    public void MoveTo(int year)
    {
        // Kept last year: an act of last year, or a case that was open as it began, which _open still says.
        KeptBefore = _year == year - 1 && (_register.Years.Contains(_year) || _open.Any(count => count > 0));
        _year = year;
        if (!_changes.TryGetValue(year, out var changes)) return;
        for (var i = 0; i < _open.Length; i++) _open[i] += changes[i];
    }

    private int[] At(IDictionary<int, int[]> years, int year)
    {
        if (!years.TryGetValue(year, out var counts)) years.Add(year, counts = new int[_register.Classes]);
        return counts;
    }
}
