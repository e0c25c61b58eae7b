using Gongkai.Domain.Calendar;

namespace Gongkai.Domain.Requests.Clocks;

/// <summary>
/// The time for the answer to one request (答复期限): a pure function of what happened and the calendar. Nothing is refused because it was
/// irregular; it is reported as a break.
/// </summary>
public sealed class ReplyClock
{
    /// <summary>More acts than this are no request's history.</summary>
    public const int MaxEvents = 500;

    private readonly WorkingCalendar _calendar;
    private readonly ClockSettings _settings;
    private readonly DateOnly _knownThrough;

    private ReplyClock(WorkingCalendar calendar, ClockSettings settings, ClockEvent received, ClockWalk walk, DateOnly lastEventOn)
    {
        _calendar = calendar;
        _settings = settings;
        ReceivedOn = received.On;
        Channel = ((RequestReceived)received.Act).Channel;
        ClosedOn = walk.ClosedOn;
        DueOn = walk.Due;
        RunsAfter = walk.Start;
        WorkingDays = walk.Allowance;
        Stops = walk.Stops;
        Runs = walk.Runs;
        Terms = walk.Terms;
        Breaks = walk.Breaks;
        _knownThrough = DueOn ?? lastEventOn;
    }

    /// <summary>收到申请之日.</summary>
    public DateOnly ReceivedOn { get; }

    /// <summary>How the request came.</summary>
    public ReceiptChannel Channel { get; }

    /// <summary>Day the request was closed (办结) or voided, or null.</summary>
    public DateOnly? ClosedOn { get; }

    /// <summary>
    /// The last day for service of the answer (答复期限届满之日), inclusive. Where somebody's statutory term is still running it is counted as
    /// if they kept silent to its end. Null while it cannot be known: the clock waits for something without a term.
    /// </summary>
    public DateOnly? DueOn { get; }

    /// <summary>The day the present run counts from, exclusive: the day of receipt, of the clarification or of payment.</summary>
    public DateOnly RunsAfter { get; }

    /// <summary>Working days of the present run, extension included.</summary>
    public int WorkingDays { get; }

    /// <summary>Spans whose days are not counted; they may overlap.</summary>
    public IReadOnlyList<ClockInterval> Stops { get; }

    /// <summary>Spans in which the term ran, the present one last.</summary>
    public IReadOnlyList<ClockInterval> Runs { get; }

    /// <summary>Everybody's terms on the way.</summary>
    public IReadOnlyList<ClockTerm> Terms { get; }

    /// <summary>Rules that were broken on the way, in order.</summary>
    public IReadOnlyList<ClockBreak> Breaks { get; }

    /// <summary>The sentence that stands beside the last day while it is provisional (暂按现有日历计算), or null.</summary>
    public string? ProvisionalNote => _calendar.ProvisionalNote(ReceivedOn, _knownThrough);

    /// <summary>The day-by-day proof (逐日计算) from the day after receipt to the last day, or to the last event while that is not known.</summary>
    public IReadOnlyList<CountedDay> Explain() => ClockProof.Of(this, _calendar, _knownThrough);

    /// <summary>Where the clock stands at the end of a day (截至某日).</summary>
    public ClockStanding AsOf(DateOnly day) => ClockStanding.Of(this, _calendar, _settings, day);

    /// <summary>Computes the clock.</summary>
    /// <param name="events">What happened, in any order; acts of one day stay in the order given.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="settings">Choices of the house.</param>
    /// <returns>The clock, or why there is none: no day of receipt, or a day that no calendar covers.</returns>
    [Law("条例", 33)]
    public static Outcome<ReplyClock> Of(IEnumerable<ClockEvent> events, WorkingCalendar calendar, ClockSettings settings)
    {
        var ordered = events.Take(MaxEvents + 1).OrderBy(happened => happened.On).ToList();
        if (ordered.Count > MaxEvents) return new Refusal("clock.too-many-events", $"一件申请的期限事件超过{MaxEvents}个，请核对。");
        foreach (var day in ordered.SelectMany(DaysOf))
        {
            if (WorkingCalendar.Refuse(day) is { } refusal) return refusal;
        }
        var receipts = ordered.FindAll(happened => happened.Act is RequestReceived);
        if (receipts.Count != 1)
        {
            return receipts.Count == 0
                ? new Refusal("clock.not-received", "没有登记收到申请之日，答复期限不能起算；请先按渠道登记收到之日。", new Citation("条例", 31))
                : new Refusal("clock.received-twice", "收到申请之日登记了不止一次；一件申请只有一个收到之日，请更正登记。", new Citation("条例", 31));
        }
        var walk = new ClockWalk(calendar, settings, receipts[0].On);
        foreach (var happened in ordered.Where(happened => happened.Act is not RequestReceived)) walk.Apply(happened);
        return new ReplyClock(calendar, settings, receipts[0], walk, ordered[^1].On);
    }

    private static IEnumerable<DateOnly> DaysOf(ClockEvent happened)
    {
        yield return happened.On;
        var inside = happened.Act switch
        {
            ClarificationRequested requested => requested.By,
            ConsultationStarted started => started.By,
            AnswerDelayed delayed => delayed.To,
            _ => (DateOnly?)null,
        };
        if (inside is { } day) yield return day;
    }
}
