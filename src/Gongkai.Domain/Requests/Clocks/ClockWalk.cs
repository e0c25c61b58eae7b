using Gongkai.Domain.Calendar;

namespace Gongkai.Domain.Requests.Clocks;

/// <summary>
/// Walks through the events of a request in order and keeps where the clock stands (期限推算). One principle settles every irregular act:
/// what was done against its own condition is kept as a break and never moves the last day to the agency's advantage.
/// </summary>
/// <param name="calendar">Working days.</param>
/// <param name="settings">Choices of the house.</param>
/// <param name="received">收到申请之日.</param>
internal sealed class ClockWalk(WorkingCalendar calendar, ClockSettings settings, DateOnly received)
{
    private readonly Consultations _consultations = new(calendar);
    private readonly WaitForClarification _clarification = new(calendar, received);
    private readonly WaitForReasons _reasons = new();
    private readonly WaitForPayment _payment = new(calendar);
    private readonly List<ClockInterval> _runs = [];
    private readonly List<ClockBreak> _breaks = [];
    private DateOnly? _restartedOn, _delayedTo;
    private bool _extended;

    /// <summary>The day the present run counts from, exclusive.</summary>
    public DateOnly Start => _restartedOn ?? received;

    /// <summary>Working days of the present run, extension included.</summary>
    public int Allowance { get; private set; } = ReplyTerms.Reply;

    /// <summary>Day the request was closed, or null.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public IReadOnlyList<ClockBreak> Breaks => _breaks;

    /// <summary>All stops; what was still open when the request was closed ended with it.</summary>
    public IReadOnlyList<ClockInterval> Stops =>
    [
        .. _clarification.Stops.Concat(_consultations.Stops)
            .Concat(settings.Reasons is ReasonsClock.Pause ? _reasons.Stops : [])
            .Concat(_payment.Stops)
            .Select(stop => stop with { To = stop.To ?? ClosedOn })
            .Where(stop => !stop.IsEmpty),
    ];

    public IReadOnlyList<ClockTerm> Terms => [.. _clarification.Terms, .. _consultations.Terms, .. _payment.Terms];

    /// <summary>The runs so far, the present one last; it ends with the term, or is open.</summary>
    public IReadOnlyList<ClockInterval> Runs => AwaitsRestart ? _runs : [.. _runs, Run(Due)];

    /// <summary>The last day for the answer as far as is known now, or null while it cannot be known.</summary>
    public DateOnly? Due => AwaitsRestart || ClockCount.LastDay(calendar, Start, Allowance, Stops) is not { } counted
        ? null
        : _delayedTo > counted ? _delayedTo : counted;

    /// <summary>True while the run has ended and the next begins only when something arrives.</summary>
    private bool AwaitsRestart => _clarification.IsOpen || (_payment.IsOpen && settings.Fee is FeeClock.RestartAfterPayment);

    public void Apply(ClockEvent happened)
    {
        var on = happened.On;
        if (on < received) Note(ClockBreaks.BeforeReceipt(on, received));
        else if (ClosedOn is { } closed) Note(ClockBreaks.AfterClosing(on, closed));
        else Apply(on, happened.Act);
    }

    private void Apply(DateOnly on, IClockAct act)
    {
        var expired = Due is { } known && on > known ? known : (DateOnly?)null;
        switch (act)
        {
            case ClarificationRequested requested: RequestClarification(on, requested.By, expired); break;
            case Clarified: Clarify(on); break;
            case ConsultationStarted started:
                if (expired is { } last) Note(ClockBreaks.ConsultationAfterExpiry(on, last));
                Note(_consultations.Start(on, started));
                break;
            case ConsultationDelivered delivered: Note(_consultations.Deliver(on, delivered.Consultation)); break;
            case ConsultationEnded ended: Note(_consultations.End(on, ended)); break;
            case RequestExtended extended: Extend(on, extended, expired); break;
            case ReasonsRequested:
                if (expired is { } end) Note(ClockBreaks.ReasonsAfterExpiry(on, end));
                else _reasons.Begin(on);
                break;
            case ReasonsGiven: Note(_reasons.End(on) ? null : ClockBreaks.ReasonsNotRequested(on)); break;
            case AnswerDelayed delayed: Delay(on, delayed.To, expired); break;
            case FeeNoticed noticed: NoticeFee(on, noticed.Fen, expired); break;
            case ProcessingFeePaid paid: Pay(on, paid.Fen); break;
            case RequestClosed closed: Close(on, closed.Row, expired); break;
            case RequestVoided: ClosedOn = on; break;
            default: break;
        }
    }

    // Reading chosen: the article lets the term run anew from the corrected request without asking whether the notice was in time, so a
    // late notice is a break and still restarts; a second one, or one after the answer was due, does nothing.
    [Law("条例", 30)]
    private void RequestClarification(DateOnly on, DateOnly by, DateOnly? expired)
    {
        if (_clarification.WasRequested) Note(ClockBreaks.ClarificationSecond(on));
        else if (expired is { } due) Note(ClockBreaks.ClarificationAfterExpiry(on, due));
        else
        {
            if (on > _clarification.NoticeLimit) Note(ClockBreaks.ClarificationLate(on, _clarification.NoticeLimit));
            if (!AwaitsRestart) _runs.Add(Run(on));
            _clarification.Begin(on, by);
        }
    }

    private void Clarify(DateOnly on)
    {
        if (_clarification.End(on)) Restart(on);
        else Note(ClockBreaks.ClarificationNotRequested(on));
    }

    // "Once" is per request: a restarted term is a full one again, but a request that was extended before cannot be extended anew.
    [Law("条例", 33, 2)]
    private void Extend(DateOnly on, RequestExtended act, DateOnly? expired)
    {
        if (_extended) Note(ClockBreaks.ExtensionSecond(on));
        else if (AwaitsRestart) Note(ClockBreaks.ExtensionNotRunning(on));
        else if (expired is { } due) Note(ClockBreaks.ExtensionAfterExpiry(on, due));
        else if (act.ConsentedOn is not { } consented || consented > on) Note(ClockBreaks.ExtensionWithoutConsent(on));
        else
        {
            var days = Math.Clamp(act.WorkingDays, 0, ReplyTerms.Extension);
            if (days != act.WorkingDays || days == 0) Note(ClockBreaks.ExtensionLength(on, act.WorkingDays));
            _extended = days > 0;
            Allowance += days;
        }
    }

    [Law("条例", 35)]
    private void Delay(DateOnly on, DateOnly to, DateOnly? expired)
    {
        if (!_reasons.WereRequested) Note(ClockBreaks.DelayWithoutReasons(on));
        else if (expired is { } due) Note(ClockBreaks.DelayAfterExpiry(on, due));
        else _delayedTo = to;
    }

    private void NoticeFee(DateOnly on, long fen, DateOnly? expired)
    {
        if (_payment.WasNoticed) Note(ClockBreaks.FeeSecond(on));
        else if (expired is { } due) Note(ClockBreaks.FeeAfterExpiry(on, due));
        else
        {
            if (settings.Fee is FeeClock.RestartAfterPayment && !AwaitsRestart) _runs.Add(Run(on));
            _payment.Begin(on, fen);
        }
    }

    private void Pay(DateOnly on, long fen)
    {
        if (!_payment.WasNoticed) Note(ClockBreaks.FeeNotNoticed(on));
        else if (_payment.Pay(on, fen) && settings.Fee is FeeClock.RestartAfterPayment) Restart(on);
    }

    private void Close(DateOnly on, OutcomeRow row, DateOnly? expired)
    {
        if (row is OutcomeRow.OtherClarificationLapsed && !_clarification.HasLapsed(on)) Note(ClockBreaks.ClarificationClosedEarly(on));
        if (row is OutcomeRow.OtherFeeLapsed && !_payment.HasLapsed(on)) Note(ClockBreaks.FeeClosedEarly(on));
        if (expired is { } due) Note(ClockBreaks.AnswerLate(on, due));
        _breaks.AddRange(_consultations.Close(on));
        ClosedOn = on;
    }

    private void Restart(DateOnly on) => (_restartedOn, Allowance, _delayedTo) = (on, ReplyTerms.Reply, null);

    private ClockInterval Run(DateOnly? to) => new(IntervalKind.Running, Start.AddDays(1), to);

    private void Note(ClockBreak? broken)
    {
        if (broken is not null) _breaks.Add(broken);
    }
}
