using Gongkai.Domain.Calendar;
using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;

namespace Gongkai.Domain.Tests.Requests.Clocks;

/// <summary>
/// The clock again, as a clerk would keep it on paper: one day after another, a mark on each counted day, letters in a tray. It shares no
/// code with <see cref="ReplyClock"/> but the facts.
/// </summary>
internal sealed class NaiveClock(ClockSettings settings, Func<DateOnly, bool> works)
{
    private const int Horizon = 320;

    private readonly List<DateOnly> _counted = [];
    private readonly HashSet<int> _askedEver = [];
    private readonly Dictionary<int, DateOnly?> _tray = [];
    private readonly Dictionary<int, ConsultedParty> _parties = [];
    private int _allowed = 20;
    private bool _awaitsClarification, _clarificationAsked, _awaitsReasons, _reasonsAsked, _awaitsPayment, _feeNoticed, _extended;
    private long _owed;
    private DateOnly? _delayedTo;

    public bool Late { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The last day, or null when it cannot be known.</summary>
    public DateOnly? Run(IReadOnlyList<ClockEvent> events)
    {
        var received = events.Single(happened => happened.Act is RequestReceived).On;
        for (var day = received; day < received.AddDays(Horizon); day = day.AddDays(1))
        {
            if (day > received && Counts(day)) _counted.Add(day);
            foreach (var (number, limit) in _tray.ToList())
            {
                if (limit == day) _tray.Remove(number);
            }
            foreach (var happened in events)
            {
                if (happened.On == day && ClosedOn is null) Happen(day, happened.Act);
            }
        }
        return Due;
    }

    private DateOnly? Due
    {
        get
        {
            if (_awaitsClarification || (_awaitsPayment && settings.Fee == FeeClock.RestartAfterPayment) || _counted.Count < _allowed) return null;
            var last = _counted[_allowed - 1];
            return _delayedTo is { } later && later > last ? later : last;
        }
    }

    private bool Counts(DateOnly day) => works(day)
        && _tray.Count == 0
        && (ClosedOn is not null || (!_awaitsClarification && !_awaitsPayment && !(_awaitsReasons && settings.Reasons == ReasonsClock.Pause)));

    private void Happen(DateOnly day, IClockAct act)
    {
        var over = Due is { } due && day > due;
        var waits = _awaitsClarification || (_awaitsPayment && settings.Fee == FeeClock.RestartAfterPayment);
        switch (act)
        {
            case ClarificationRequested when !_clarificationAsked && !over:
                _clarificationAsked = _awaitsClarification = true;
                break;
            case Clarified when _awaitsClarification:
                _awaitsClarification = false;
                Restart();
                break;
            case ConsultationStarted started when _askedEver.Add(started.Consultation):
                _parties[started.Consultation] = started.Party;
                if (started.Party == ConsultedParty.OtherOrgan && started.By <= day) break;
                if (started.Party != ConsultedParty.OwnUnit) _tray[started.Consultation] = started.Party == ConsultedParty.OtherOrgan ? started.By : null;
                break;
            case ConsultationDelivered delivered when _tray.ContainsKey(delivered.Consultation) && _parties[delivered.Consultation] != ConsultedParty.OtherOrgan && _tray[delivered.Consultation] is null:
                _tray[delivered.Consultation] = Fifteenth(day);
                break;
            case ConsultationEnded ended:
                _tray.Remove(ended.Consultation);
                break;
            case RequestExtended extended when !_extended && !waits && !over && extended.ConsentedOn <= day && extended.WorkingDays > 0:
                _extended = true;
                _allowed += Math.Min(20, extended.WorkingDays);
                break;
            case ReasonsRequested when !over:
                _reasonsAsked = _awaitsReasons = true;
                break;
            case ReasonsGiven:
                _awaitsReasons = false;
                break;
            case AnswerDelayed delayed when _reasonsAsked && !over:
                _delayedTo = delayed.To;
                break;
            case FeeNoticed noticed when !_feeNoticed && !over:
                (_feeNoticed, _awaitsPayment, _owed) = (true, true, noticed.Fen);
                break;
            case ProcessingFeePaid paid when _awaitsPayment:
                _owed -= paid.Fen;
                if (_owed > 0) break;
                _awaitsPayment = false;
                if (settings.Fee == FeeClock.RestartAfterPayment) Restart();
                break;
            case RequestClosed:
                Late = over;
                ClosedOn = day;
                _tray.Clear();
                break;
            default:
                break;
        }
    }

    private DateOnly Fifteenth(DateOnly day)
    {
        for (var count = 0; count < 15;)
        {
            day = day.AddDays(1);
            if (works(day)) count++;
        }
        return day;
    }

    private void Restart()
    {
        _counted.Clear();
        (_allowed, _delayedTo) = (20, null);
    }
}
