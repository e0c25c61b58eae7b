using Gongkai.Domain.Calendar;

namespace Gongkai.Domain.Requests.Clocks;

/// <summary>The consultations of one request (征求意见), the stops they make and the terms they set.</summary>
/// <param name="calendar">Working days.</param>
internal sealed class Consultations(WorkingCalendar calendar)
{
    private readonly SortedDictionary<int, Consultation> _byNumber = [];

    /// <summary>
    /// Days after the letter was sent, up to and including the day the opinion arrived or its term ended, whichever is first.
    /// </summary>
    // Reading chosen: 条例33.3 leaves out the time that consulting needs; once the term the law or the letter sets has passed, waiting on is
    // the agency's own time. Rejected: not counting until an opinion arrives, which would let silence stop the clock for ever.
    [Law("条例", 33, 3)]
    public IEnumerable<ClockInterval> Stops => _byNumber.Values
        .Where(consultation => consultation.Party is not ConsultedParty.OwnUnit)
        .Select(consultation => new ClockInterval(
            consultation.Party switch
            {
                ConsultedParty.ThirdParty => IntervalKind.ConsultingThirdParty,
                ConsultedParty.CoMaker => IntervalKind.ConsultingCoMaker,
                _ => IntervalKind.ConsultingOtherOrgan,
            },
            consultation.SentOn.AddDays(1),
            Earlier(consultation.EndedOn, consultation.LimitOn)));

    /// <summary>The terms of the consulted, where they are known.</summary>
    public IEnumerable<ClockTerm> Terms => _byNumber.Values
        .Where(consultation => consultation.Party is not ConsultedParty.OwnUnit && consultation.LimitOn is not null)
        .Select(consultation => new ClockTerm(
            consultation.Party switch
            {
                ConsultedParty.ThirdParty => TermKind.ThirdPartyOpinion,
                ConsultedParty.CoMaker => TermKind.CoMakerOpinion,
                _ => TermKind.OtherOrganOpinion,
            },
            consultation.LimitOn!.Value, consultation.EndedOn, BasisOf(consultation.Party)));

    public ClockBreak? Start(DateOnly on, ConsultationStarted act)
    {
        var limit = act.Party is ConsultedParty.OtherOrgan ? act.By : null;
        return _byNumber.TryAdd(act.Consultation, new Consultation(act.Party, on, limit))
            ? null
            : ClockBreaks.ConsultationRepeated(on, act.Consultation);
    }

    // Only the first delivery starts the term: a second letter about the same matter would lengthen the stop.
    [Law("条例", 32)]
    [Law("条例", 34)]
    public ClockBreak? Deliver(DateOnly on, int number)
    {
        if (!IsOpen(number, out var consultation)) return ClockBreaks.ConsultationUnknown(on, number);
        if (consultation.Delivered) return ClockBreaks.ConsultationRepeated(on, number);
        var limit = consultation.Party is ConsultedParty.ThirdParty or ConsultedParty.CoMaker
            ? calendar.Advance(on, TermOf(consultation.Party))
            : consultation.LimitOn;
        _byNumber[number] = consultation with { Delivered = true, LimitOn = limit };
        return null;
    }

    public ClockBreak? End(DateOnly on, ConsultationEnded act)
    {
        if (!IsOpen(act.Consultation, out var consultation)) return ClockBreaks.ConsultationUnknown(on, act.Consultation);
        _byNumber[act.Consultation] = consultation with { EndedOn = on };
        return act.Opinion || !CutsShort(consultation, on)
            ? null
            : ClockBreaks.ConsultationCutShort(on, act.Consultation, BasisOf(consultation.Party));
    }

    /// <summary>Ends all that are still open, because the request was closed.</summary>
    public IEnumerable<ClockBreak> Close(DateOnly on) =>
        [.. _byNumber.Keys.Where(number => IsOpen(number, out _)).ToList().Select(number => End(on, new ConsultationEnded(number, Opinion: false))).OfType<ClockBreak>()];

    private static bool CutsShort(Consultation consultation, DateOnly on) =>
        consultation.Party is ConsultedParty.ThirdParty or ConsultedParty.CoMaker && (consultation.LimitOn is null || on < consultation.LimitOn);

    private static int TermOf(ConsultedParty party) =>
        party is ConsultedParty.ThirdParty ? ReplyTerms.ThirdPartyOpinion : ReplyTerms.CoMakerOpinion;

    private static Citation BasisOf(ConsultedParty party) => party switch
    {
        ConsultedParty.ThirdParty => new Citation("条例", 32),
        ConsultedParty.CoMaker => new Citation("条例", 34),
        _ => new Citation("条例", 33, 3),
    };

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;

    private bool IsOpen(int number, out Consultation consultation) =>
        _byNumber.TryGetValue(number, out consultation!) && consultation.EndedOn is null;

    private sealed record Consultation(ConsultedParty Party, DateOnly SentOn, DateOnly? LimitOn, DateOnly? EndedOn = null, bool Delivered = false);
}
