namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>Acts counted or summed, with the entries they stand in and the months they fall into.</summary>
internal sealed class Tally
{
    private readonly List<long> _sequences = [];

    /// <summary>The entries, in the order they were added.</summary>
    public IReadOnlyList<long> Sequences => _sequences;

    /// <summary>Number of acts.</summary>
    public int Count => _sequences.Count;

    /// <summary>Sum of the amounts; a decimal, since a hostile ledger could overflow a long.</summary>
    public decimal Sum { get; private set; }

    /// <summary>Months with an act.</summary>
    public Months Months { get; private set; }

    /// <summary>Adds an act, with an amount where amounts are summed.</summary>
    public void Add(long sequence, DateOnly on, decimal amount = 1)
    {
        _sequences.Add(sequence);
        Sum += amount;
        Months |= Months.Of(on);
    }
}

/// <summary>Tallies by year of single acts, each subject once (单笔登记).</summary>
/// <param name="subjectOnce">True when a second act for the same subject is a double record; false for payments.</param>
internal sealed class ActRegister(bool subjectOnce)
{
    private static readonly Tally Empty = new();

    private readonly HashSet<Ledger.SubjectId> _subjects = [];
    private readonly Dictionary<int, Tally> _years = [];
    private readonly List<Act> _doubles = [];

    /// <summary>Acts for a subject that already had one.</summary>
    public IReadOnlyList<Act> Doubles => _doubles;

    /// <summary>The years with an act.</summary>
    public IReadOnlyCollection<int> Years => _years.Keys;

    /// <summary>The acts of a year.</summary>
    public Tally this[int year] => _years.GetValueOrDefault(year, Empty);

    /// <summary>Records an act.</summary>
    public void Add(in Act act, decimal amount = 1)
    {
        if (subjectOnce && !_subjects.Add(act.Subject))
        {
            _doubles.Add(act);
            return;
        }
        if (!_years.TryGetValue(act.On.Year, out var tally)) _years.Add(act.On.Year, tally = new Tally());
        tally.Add(act.Sequence, act.On, amount);
    }
}
