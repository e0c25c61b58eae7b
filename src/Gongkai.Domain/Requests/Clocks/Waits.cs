using Gongkai.Domain.Calendar;

namespace Gongkai.Domain.Requests.Clocks;

/// <summary>Waiting for the applicant's clarification (等待补正): at most once.</summary>
/// <param name="calendar">Working days.</param>
/// <param name="received">收到申请之日.</param>
internal sealed class WaitForClarification(WorkingCalendar calendar, DateOnly received)
{
    private DateOnly? _from, _by, _endedOn;

    public DateOnly NoticeLimit { get; } = calendar.Advance(received, ReplyTerms.ClarificationNotice);

    public bool WasRequested => _from is not null;

    public bool IsOpen => WasRequested && _endedOn is null;

    public IEnumerable<ClockInterval> Stops =>
        _from is { } from ? [new ClockInterval(IntervalKind.AwaitingClarification, from.AddDays(1), _endedOn)] : [];

    [Law("条例", 30)]
    public IEnumerable<ClockTerm> Terms
    {
        get
        {
            yield return new ClockTerm(TermKind.ClarificationNotice, NoticeLimit, _from, new Citation("条例", 30));
            if (_by is { } by) yield return new ClockTerm(TermKind.Clarification, by, _endedOn, new Citation("条例", 30));
        }
    }

    public void Begin(DateOnly on, DateOnly by) => (_from, _by) = (on, by);

    public bool End(DateOnly on)
    {
        if (!IsOpen) return false;
        _endedOn = on;
        return true;
    }

    public bool HasLapsed(DateOnly on) => IsOpen && on > _by;
}

/// <summary>Waiting for the applicant's reasons (等待说明理由).</summary>
internal sealed class WaitForReasons
{
    private readonly List<ClockInterval> _stops = [];

    public bool WereRequested => _stops.Count > 0;

    public IEnumerable<ClockInterval> Stops => _stops;

    public void Begin(DateOnly on)
    {
        if (!IsOpen) _stops.Add(new ClockInterval(IntervalKind.AwaitingReasons, on.AddDays(1), null));
    }

    public bool End(DateOnly on)
    {
        if (!IsOpen) return false;
        _stops[^1] = _stops[^1] with { To = on };
        return true;
    }

    private bool IsOpen => _stops is [.., { To: null }];
}

/// <summary>Waiting for the processing fee (等待缴费): one notice, paid in one or several parts.</summary>
/// <param name="calendar">Working days.</param>
internal sealed class WaitForPayment(WorkingCalendar calendar)
{
    private DateOnly? _from, _limit, _paidOn;
    private long _owed;

    public bool WasNoticed => _from is not null;

    public bool IsOpen => WasNoticed && _paidOn is null;

    public IEnumerable<ClockInterval> Stops =>
        _from is { } from ? [new ClockInterval(IntervalKind.AwaitingPayment, from.AddDays(1), _paidOn)] : [];

    [Law("国办函〔2020〕109号")]
    public IEnumerable<ClockTerm> Terms =>
        _limit is { } limit ? [new ClockTerm(TermKind.Payment, limit, _paidOn, new Citation("国办函〔2020〕109号"))] : [];

    public void Begin(DateOnly on, long fen) => (_from, _limit, _owed) = (on, calendar.Advance(on, ReplyTerms.Payment), fen);

    /// <summary>Takes a payment, or a refund when negative; true on the day the notice is paid in full.</summary>
    public bool Pay(DateOnly on, long fen)
    {
        if (!IsOpen) return false;
        _owed -= fen;
        if (_owed > 0) return false;
        _paidOn = on;
        return true;
    }

    public bool HasLapsed(DateOnly on) => IsOpen && on > _limit;
}
