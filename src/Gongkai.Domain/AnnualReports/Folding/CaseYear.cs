namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>
/// One year of a register: each case is carried in or begins, and ends or is carried over. By construction
/// carried in + begun = ended + carried over, class by class.
/// </summary>
internal sealed class CaseYear
{
    private readonly Tally[,] _ended;

    private CaseYear(int classes, int results)
    {
        Begun = Tallies(classes);
        CarriedIn = Tallies(classes);
        CarriedOver = Tallies(classes);
        _ended = new Tally[classes, results];
        for (var i = 0; i < classes; i++)
            for (var j = 0; j < results; j++)
                _ended[i, j] = new Tally();
    }

    /// <summary>Begun in the year, per class.</summary>
    public IReadOnlyList<Tally> Begun { get; }

    /// <summary>Open as the year began, per class.</summary>
    public IReadOnlyList<Tally> CarriedIn { get; }

    /// <summary>Open as the year ended, per class.</summary>
    public IReadOnlyList<Tally> CarriedOver { get; }

    /// <summary>True when the register was kept: it has an act of the year, or a case that was open as the year began.</summary>
    public bool Kept { get; private init; }

    /// <summary>Ended in the year with one result.</summary>
    public Tally Ended(int @class, int result) => _ended[@class, result];

    /// <summary>Takes a year out of a register.</summary>
    public static CaseYear Of(CaseRegister register, int year, int results)
    {
        var counts = new CaseYear(register.Classes, results)
        {
            Kept = register.Years.Contains(year) || register.Cases.Any(item => item.OpenAtStartOf(year)),
        };
        foreach (var item in register.Cases)
        {
            if (!item.Counts || item.FirstYear > year || item.LastYear < year) continue;
            var start = item.OpenAtStartOf(year) ? counts.CarriedIn : counts.Begun;
            start[item.Class].Add(item.BegunBy, item.BegunOn);
            var end = item.LastYear == year ? counts.Ended(item.Class, item.Result) : counts.CarriedOver[item.Class];
            if (item.LastYear == year) end.Add(item.EndedBy, item.EndedOn);
            else end.Add(item.BegunBy, item.BegunOn);
        }
        return counts;
    }

    private static Tally[] Tallies(int count) => [.. Enumerable.Range(0, count).Select(_ => new Tally())];
}
