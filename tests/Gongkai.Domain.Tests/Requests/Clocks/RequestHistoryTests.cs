using System.Text.Json.Nodes;
using Gongkai.Domain.Disputes;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;
using static Gongkai.Testing.ARequest;

namespace Gongkai.Domain.Tests.Requests.Clocks;

public sealed class RequestHistoryTests
{
    private static readonly SubjectId Subject = new(Guid.CreateVersion7());

    private static readonly IReadOnlyList<ClockEvent> Everything =
    [
        new(Day("2026-03-02"), new RequestReceived(ApplicantKind.Research, ReceiptChannel.Email)),
        new(Day("2026-03-04"), new ClarificationRequested(Day("2026-03-20"))),
        new(Day("2026-03-05"), new Clarified(Corrected: false)),
        new(Day("2026-03-06"), new ConsultationStarted(1, ConsultedParty.OtherOrgan, Day("2026-03-16"))),
        new(Day("2026-03-06"), new ConsultationStarted(2, ConsultedParty.ThirdParty)),
        new(Day("2026-03-09"), new ConsultationDelivered(2)),
        new(Day("2026-03-10"), new ConsultationEnded(2, Opinion: false)),
        new(Day("2026-03-11"), new RequestExtended(10, Day("2026-03-10"))),
        new(Day("2026-03-12"), new RequestExtended(10, null)),
        new(Day("2026-03-13"), new ReasonsRequested()),
        new(Day("2026-03-16"), new ReasonsGiven()),
        new(Day("2026-03-17"), new AnswerDelayed(Day("2026-05-29"))),
        new(Day("2026-03-18"), new FeeNoticed(38000)),
        new(Day("2026-03-19"), new ProcessingFeePaid(38000)),
        new(Day("2026-05-29"), new RequestVoided(Split: true)),
    ];

    [Fact(DisplayName = "期限事件写入台账再读出，一件不差；别的行为略过")]
    public void Every_act_survives_the_ledger()
    {
        var entries = Everything.Select((happened, index) => Entry(index + 1, happened.On, happened.Act)).ToList();
        entries.Add(Entry(99, Day("2026-04-01"), DisputeFiled.Kind, new DisputeFiled(DisputeRoute.Reconsideration).Write()));
        Assert.Equal(Everything, RequestHistory.Of(entries.Select(entry => LedgerFacts.Read(entry.Write()))));
    }

    [Fact(DisplayName = "每一种期限行为都能写成规范文字再读回")]
    public void Every_kind_has_its_reader()
    {
        var acts = typeof(IClockAct).Assembly.GetTypes().Where(type => type.IsClass && typeof(IClockAct).IsAssignableFrom(type)).ToList();
        Assert.Equal(acts.Count, RequestHistory.Kinds.Count);
        Assert.All(RequestHistory.Kinds.Keys, kind => Assert.StartsWith("request.", kind.Name, StringComparison.Ordinal));
    }

    [Fact(DisplayName = "更正改日期，作废不再算；更正不存在的条目没有效果")]
    public void Corrections_are_carried_out()
    {
        var received = Entry(1, Day("2026-03-02"), Everything[0].Act);
        var extended = Entry(2, Day("2026-03-11"), Everything[7].Act);
        var moved = Corrects(3, 1, new Correction(Day("2026-03-05"), null));
        var voided = Corrects(4, 2, new Correction(null, null));
        var stray = Corrects(5, 77, new Correction(null, null));
        Assert.Equal([new ClockEvent(Day("2026-03-05"), Everything[0].Act)], RequestHistory.Of([received, extended, moved, voided, stray]));
    }

    [Fact(DisplayName = "与年报同一口径：以最后一次更正为准；更正被作废的，不算")]
    public void The_last_standing_correction_decides()
    {
        var extended = Entry(1, Day("2026-03-11"), Everything[7].Act);
        var first = Corrects(2, 1, new Correction(null, new RequestExtended(5, Day("2026-03-10")).Write()));
        var second = Corrects(3, 1, new Correction(Day("2026-03-12"), null));
        Assert.Equal([new ClockEvent(Day("2026-03-12"), Everything[7].Act)], RequestHistory.Of([extended, first, second]));
        Assert.Equal(
            [new ClockEvent(Day("2026-03-11"), new RequestExtended(5, Day("2026-03-10")))],
            RequestHistory.Of([extended, first, second, Corrects(4, 3, new Correction(null, null))]));
    }

    private static LedgerFacts Corrects(long sequence, long corrected, Correction correction) =>
        Entry(sequence, Day("2026-06-01"), Correction.Kind, correction.Write()) with { Corrects = corrected };

    private static LedgerFacts Entry(long sequence, DateOnly on, IClockAct act)
    {
        var kind = RequestHistory.Kinds.Keys.Single(known => Reads(known, act));
        return Entry(sequence, on, kind, Facts(act));
    }

    private static bool Reads(ActKind kind, IClockAct act) => kind == (ActKind)act.GetType().GetProperty("Kind")!.GetValue(null)!;

    private static JsonObject Facts(IClockAct act) => (JsonObject)act.GetType().GetMethod("Write")!.Invoke(act, null)!;

    private static LedgerFacts Entry(long sequence, DateOnly on, ActKind kind, JsonObject facts) => new(
        new ChainId(Guid.CreateVersion7()), sequence, kind, Subject, on, new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc), null, facts);
}
