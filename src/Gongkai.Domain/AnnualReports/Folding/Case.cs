namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>A request or a dispute as its acts leave it: begun, and ended or still open.</summary>
internal sealed class Case
{
    /// <summary>Column or group it counts in; −1 while nothing began it.</summary>
    public int Class { get; private set; } = -1;

    /// <summary>The day it began; 1 January of the books for one brought forward.</summary>
    public DateOnly BegunOn { get; private set; }

    /// <summary>Entry that began it.</summary>
    public long BegunBy { get; private set; }

    /// <summary>True when it was open before the books were opened.</summary>
    public bool BroughtForward { get; private set; }

    /// <summary>True when it came from a predecessor: last year's report of the agency itself does not know it.</summary>
    public bool TakenOver { get; set; }

    /// <summary>Row or result it ended with; −1 while it is open.</summary>
    public int Result { get; private set; } = -1;

    /// <summary>The day it ended.</summary>
    public DateOnly EndedOn { get; private set; }

    /// <summary>Entry that ended it.</summary>
    public long EndedBy { get; private set; }

    /// <summary>True when the registration was none, or was split: it counts nowhere.</summary>
    public bool Voided { get; set; }

    /// <summary>True when it counts in some year.</summary>
    public bool Counts => Class >= 0 && !Voided;

    /// <summary>True when it ended before it began.</summary>
    public bool EndsBeforeItBegins => Class >= 0 && Result >= 0 && EndedOn < BegunOn;

    /// <summary>First year at whose end, or within which, it was there; one brought forward was there at its beginning.</summary>
    public int FirstYear => BegunOn.Year;

    /// <summary>Year it ended in, never before it began: the columns would not add up. Null while open.</summary>
    public int? LastYear => Result < 0 ? null : Math.Max(EndedOn.Year, BegunOn.Year);

    /// <summary>True when it was open as a year began.</summary>
    public bool OpenAtStartOf(int year) =>
        Counts && (BroughtForward ? FirstYear <= year : FirstYear < year) && (LastYear is not { } last || last >= year);

    /// <summary>Begins it; false when it had begun already.</summary>
    public bool Begin(in Act act, int @class, bool broughtForward)
    {
        if (Class >= 0) return false;
        Class = @class;
        BroughtForward = broughtForward;
        BegunOn = broughtForward ? new DateOnly(act.On.Year, 1, 1) : act.On;
        BegunBy = act.Sequence;
        return true;
    }

    /// <summary>Ends it; false when it had ended already.</summary>
    public bool End(in Act act, int result)
    {
        if (Result >= 0) return false;
        Result = result;
        EndedOn = act.On;
        EndedBy = act.Sequence;
        return true;
    }
}
