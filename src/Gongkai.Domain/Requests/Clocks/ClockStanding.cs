using Gongkai.Domain.Calendar;

namespace Gongkai.Domain.Requests.Clocks;

/// <summary>How pressing a request is (期限状态). On screens each has its words beside the colour.</summary>
public enum ClockColour
{
    /// <summary>正常.</summary>
    Green,

    /// <summary>临近：few working days are left.</summary>
    Yellow,

    /// <summary>紧急：hardly any is left.</summary>
    Orange,

    /// <summary>超期.</summary>
    Red,

    /// <summary>等待：the last day is not known, the clock waits for somebody.</summary>
    Waiting,

    /// <summary>办结.</summary>
    Closed,
}

/// <summary>Something the officer has to settle because a term of somebody else has passed (待决事项). Nothing is closed by itself.</summary>
/// <param name="Term">The term that passed.</param>
/// <param name="Message">What follows and what to decide, in Chinese.</param>
public sealed record ClockTask(ClockTerm Term, string Message);

/// <summary>Where a clock stands at the end of a day (截至某日的期限状态).</summary>
/// <param name="On">The day.</param>
/// <param name="Colour">How pressing.</param>
/// <param name="Remaining">Counted working days left after <paramref name="On"/>; 0 or less once the colour is red: working days overdue; null when closed or not known.</param>
/// <param name="Stops">The stops in which the clock stands on that day.</param>
/// <param name="Tasks">What has to be settled.</param>
public sealed record ClockStanding(
    DateOnly On, ClockColour Colour, int? Remaining, IReadOnlyList<ClockInterval> Stops, IReadOnlyList<ClockTask> Tasks)
{
    internal static ClockStanding Of(ReplyClock clock, WorkingCalendar calendar, ClockSettings settings, DateOnly on)
    {
        if (clock.ClosedOn is not null) return new ClockStanding(on, ClockColour.Closed, null, [], []);
        int? remaining = clock.DueOn is not { } due ? null
            : on <= due ? ClockCount.Between(calendar, on, due, clock.Stops)
            : -calendar.Count(due, on);
        var colour = remaining is not { } left ? ClockColour.Waiting
            : on > clock.DueOn ? ClockColour.Red
            : left <= settings.OrangeWithin ? ClockColour.Orange
            : left <= settings.YellowWithin ? ClockColour.Yellow
            : ClockColour.Green;
        return new ClockStanding(on, colour, remaining,
            [.. clock.Stops.Where(stop => stop.Covers(on))],
            [.. clock.Terms.Where(term => term.DoneOn is null && on > term.LastOn).Select(TaskOf).OfType<ClockTask>()]);
    }

    // 条例30 and the fee measures ask whether the applicant had a good reason: only a person can say.
    [Law("条例", 30)]
    [Law("条例", 32)]
    [Law("条例", 34)]
    private static ClockTask? TaskOf(ClockTerm term)
    {
        var last = DayWords.Of(term.LastOn);
        var message = term.Kind switch
        {
            TermKind.Clarification => $"补正期限已于{last}届满而未收到补正：请决定视为放弃申请（无正当理由的），或者说明理由继续办理。",
            TermKind.Payment => $"缴费期限已于{last}届满而未缴清：请决定不再处理，或者说明理由继续办理。",
            TermKind.ThirdPartyOpinion => $"第三方至{last}未提出意见：由本机关依照规定决定是否公开，期限次日起继续计算。",
            TermKind.CoMakerOpinion => $"共同制作机关至{last}未提出意见：视为同意公开，期限次日起继续计算。",
            TermKind.OtherOrganOpinion => $"其他机关至来函所定的{last}未答复：未答复没有法律效果，期限次日起继续计算。",
            _ => null,
        };
        return message is null ? null : new ClockTask(term, $"{message}（{term.Basis}）");
    }
}
