using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;
using Gongkai.Testing;
using static Gongkai.Testing.ARequest;

namespace Gongkai.Domain.Tests.Requests.Clocks;

/// <summary>条例第三十条.</summary>
[Law("条例", 30)]
public sealed class ClarificationTests
{
    [Fact(DisplayName = "等待补正期间没有届满之日；逾期不补正只请人决定，不自动办结")]
    public void The_lapse_asks_for_a_decision()
    {
        var clock = ReceivedOn("2026-03-02").ClarificationRequestedOn("2026-03-09", by: "2026-03-30").Clock();
        Assert.Null(clock.DueOn);
        Assert.Equal(ClockColour.Waiting, clock.AsOf(Day("2026-03-30")).Colour);
        Assert.Empty(clock.AsOf(Day("2026-03-30")).Tasks);
        var task = Assert.Single(clock.AsOf(Day("2026-03-31")).Tasks);
        Assert.Equal(TermKind.Clarification, task.Term.Kind);
        Assert.Contains("请决定视为放弃申请", task.Message, StringComparison.Ordinal);
        Assert.Null(clock.ClosedOn);
    }

    [Fact(DisplayName = "超过七个工作日才通知补正：记为违规，收到补正后仍重新计算")]
    public void A_late_notice_is_recorded_and_restarts()
    {
        var clock = ReceivedOn("2026-03-02").ClarificationRequestedOn("2026-03-12", by: "2026-03-30").ClarifiedOn("2026-03-20").Clock();
        Assert.Equal("clarification.late", Assert.Single(clock.Breaks).Rule);
        Assert.Equal(Day("2026-04-20"), clock.DueOn);
    }

    [Fact(DisplayName = "第七个工作日通知补正，不违规")]
    public void The_seventh_day_is_in_time() =>
        Assert.Empty(ReceivedOn("2026-03-02").ClarificationRequestedOn("2026-03-11", by: "2026-03-30").Clock().Breaks);

    [Fact(DisplayName = "二次补正：照实登记，不停止、不重新计算期限")]
    public void A_second_notice_does_nothing()
    {
        var clock = ReceivedOn("2026-03-02").ClarificationRequestedOn("2026-03-09", by: "2026-03-30").ClarifiedOn("2026-03-20")
            .ClarificationRequestedOn("2026-03-25", by: "2026-04-10").ClarifiedOn("2026-04-08").Clock();
        Assert.Equal(["clarification.second", "clarification.not-requested"], clock.Breaks.Select(broken => broken.Rule));
        Assert.All(clock.Breaks, broken => Assert.Equal(new Citation("条例", 30), broken.Basis));
        Assert.Equal(Day("2026-04-20"), clock.DueOn);
    }

    [Fact(DisplayName = "期限届满后才通知补正：不影响已届满的期限")]
    public void A_notice_after_expiry_does_nothing()
    {
        var clock = ReceivedOn("2026-03-02").ClarificationRequestedOn("2026-03-31", by: "2026-04-20").Clock();
        Assert.Equal("clarification.after-expiry", Assert.Single(clock.Breaks).Rule);
        Assert.Equal(Day("2026-03-30"), clock.DueOn);
    }

    [Fact(DisplayName = "未补正而决定继续办理：自决定之日重新计算")]
    public void The_agency_may_go_on_without_a_clarification()
    {
        var clock = ReceivedOn("2026-03-02").ClarificationRequestedOn("2026-03-09", by: "2026-03-18").WentOnWithoutClarificationOn("2026-03-20").Clock();
        Assert.Equal(Day("2026-04-20"), clock.DueOn);
        Assert.Empty(clock.Breaks);
    }

    [Theory(DisplayName = "补正期限未满即按逾期不补正办结，记为违规")]
    [InlineData("2026-03-30", true)]
    [InlineData("2026-03-31", false)]
    public void Closing_before_the_lapse_is_a_break(string closed, bool broken)
    {
        var clock = ReceivedOn("2026-03-02").ClarificationRequestedOn("2026-03-09", by: "2026-03-30")
            .AnsweredOn(closed, OutcomeRow.OtherClarificationLapsed).Clock();
        Assert.Equal(broken ? ["clarification.closed-early"] : [], clock.Breaks.Select(found => found.Rule));
        Assert.Equal(Day(closed), clock.ClosedOn);
        Assert.Equal(Day(closed), Assert.Single(clock.Stops).To);
    }

    [Fact(DisplayName = "逐日说明：补正前的日子不计入，重新从第一日数起")]
    public void The_proof_starts_anew()
    {
        var proof = ReceivedOn("2026-03-02").ClarificationRequestedOn("2026-03-09", by: "2026-03-30").ClarifiedOn("2026-03-20").Clock().Explain();
        Assert.Equal("星期二，期限此后重新计算，此前不计入", proof[0].Why);
        Assert.Equal("星期二，等待补正，不计入（条例第三十条）", proof.Single(line => line.On == Day("2026-03-10")).Why);
        Assert.Equal(1, proof.Single(line => line.On == Day("2026-03-23")).Number);
        Assert.Equal(Enumerable.Range(1, 20), proof.Select(line => line.Number).OfType<int>());
    }
}
