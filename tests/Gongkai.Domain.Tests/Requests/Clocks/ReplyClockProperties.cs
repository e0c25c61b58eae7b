using CsCheck;
using Gongkai.Documents.Data;
using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;

namespace Gongkai.Domain.Tests.Requests.Clocks;

public sealed class ReplyClockProperties
{
    private static readonly HashSet<DateOnly> Off = [.. BuiltInCalendars.Years.SelectMany(year => year.Holidays.Keys)];

    private static readonly HashSet<DateOnly> On = [.. BuiltInCalendars.Years.SelectMany(year => year.MakeUpDays)];

    private static readonly Gen<ClockSettings> Settings = Gen.Select(Gen.Bool, Gen.Bool).Select((fee, reasons) => BuiltInClocks.Settings with
    {
        Fee = fee ? FeeClock.RestartAfterPayment : FeeClock.PauseUntilPaid,
        Reasons = reasons ? ReasonsClock.Pause : ReasonsClock.Run,
    });

    /// <summary>Any act, lawful or not, on any day around the life of a request.</summary>
    private static Gen<ClockEvent> Act(DateOnly received) =>
        Gen.Select(Gen.Int[-2, 75], Gen.Int[0, 11], Gen.Int[1, 3], Gen.Int[-3, 40], Gen.Bool).Select((offset, kind, number, length, yes) =>
        {
            var on = received.AddDays(offset);
            IClockAct act = kind switch
            {
                0 => new ClarificationRequested(on.AddDays(length)),
                1 => new Clarified(yes),
                2 or 3 => new ConsultationStarted(number, (ConsultedParty)(Math.Abs(length) % 4), yes ? on.AddDays(length) : null),
                4 => new ConsultationDelivered(number),
                5 => new ConsultationEnded(number, yes),
                6 => new RequestExtended(length, yes ? on.AddDays(-1) : null),
                7 => new ReasonsRequested(),
                8 => new ReasonsGiven(),
                9 => new AnswerDelayed(on.AddDays(length)),
                10 => new FeeNoticed(100),
                _ => new ProcessingFeePaid(yes ? 100 : 50),
            };
            return new ClockEvent(on, act);
        });

    private static readonly Gen<List<ClockEvent>> Histories =
        from offset in Gen.Int[0, 2800]
        let received = new DateOnly(2019, 1, 1).AddDays(offset)
        from acts in Act(received).List[0, 12]
        from closed in Gen.Int[0, 120]
        select (List<ClockEvent>)
        [
            new ClockEvent(received, new RequestReceived(ApplicantKind.NaturalPerson, ReceiptChannel.Counter)),
            .. acts,
            .. closed < 90 ? [new ClockEvent(received.AddDays(closed), new RequestClosed(OutcomeRow.Granted, null, []))] : (ClockEvent[])[],
        ];

    [Fact(DisplayName = "任意经过的期限，与逐日手工登记的结果一致")]
    public void Any_history_agrees_with_a_clerk_and_a_pencil() => Gen.Select(Histories, Settings).Sample((events, settings) =>
    {
        var clock = ReplyClock.Of(events, BuiltInCalendars.Calendar, settings).Value;
        var naive = new NaiveClock(settings, Works);
        Assert.Equal(naive.Run(events), clock.DueOn);
        Assert.Equal(naive.Late, clock.Breaks.Any(broken => broken.Rule == "answer.late"));
        Assert.Equal(naive.ClosedOn, clock.ClosedOn);
    }, iter: 5_000);

    [Fact(DisplayName = "逐日说明与结论一致：计入的日子恰为期限的天数，最后一行是届满之日，每一行有理由")]
    public void The_proof_proves_the_result() => Gen.Select(Histories, Settings).Sample((events, settings) =>
    {
        var clock = ReplyClock.Of(events, BuiltInCalendars.Calendar, settings).Value;
        var proof = clock.Explain();
        Assert.All(proof, line => Assert.NotEmpty(line.Why));
        Assert.All(proof, line => Assert.Equal(line.Counts, line.Number is not null));
        Assert.Equal(Enumerable.Range(1, proof.Count(line => line.Counts)), proof.Select(line => line.Number).OfType<int>());
        Assert.All(proof.Where(line => line.Counts), line => Assert.True(Works(line.On) && !clock.Stops.Any(stop => stop.Covers(line.On))));
        if (clock.DueOn is not { } due) return;
        Assert.Equal(due, proof[^1].On);
        Assert.Equal(clock.WorkingDays, proof.Count(line => line.Counts));
    }, iter: 2_000);

    [Fact(DisplayName = "事件的登记顺序不影响结果；剩余日数随日子只减不增")]
    public void The_order_of_recording_does_not_matter() => Gen.Select(Histories, Gen.Int[0, 60]).Sample((events, offset) =>
    {
        var clock = ReplyClock.Of(events, BuiltInCalendars.Calendar, BuiltInClocks.Settings).Value;
        var byDay = events.GroupBy(happened => happened.On).OrderByDescending(day => day.Key).SelectMany(day => day);
        Assert.Equal(clock.DueOn, ReplyClock.Of(byDay, BuiltInCalendars.Calendar, BuiltInClocks.Settings).Value.DueOn);
        var day = clock.ReceivedOn.AddDays(offset);
        Assert.True(clock.AsOf(day.AddDays(1)).Remaining is null || clock.AsOf(day.AddDays(1)).Remaining <= clock.AsOf(day).Remaining);
    }, iter: 2_000);

    private static bool Works(DateOnly day) =>
        On.Contains(day) || (!Off.Contains(day) && day.DayOfWeek != DayOfWeek.Saturday && day.DayOfWeek != DayOfWeek.Sunday);
}
