using Gongkai.Documents.Data;
using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;
using Gongkai.Testing;
using static Gongkai.Testing.ARequest;

namespace Gongkai.Domain.Tests.Requests.Clocks;

/// <summary>国办函〔2020〕109号：收费通知、缴费与期限.</summary>
[Law("国办函〔2020〕109号")]
public sealed class PaymentTests
{
    private static readonly ClockSettings Pausing = BuiltInClocks.Settings with { Fee = FeeClock.PauseUntilPaid };

    [Fact(DisplayName = "内置口径：缴费后重新计算，说明理由期间中止")]
    public void The_built_in_choices() =>
        Assert.Equal(new ClockSettings(FeeClock.RestartAfterPayment, ReasonsClock.Pause, 5, 2), BuiltInClocks.Settings);

    [Fact(DisplayName = "设置为中止的：缴清次日起接着计算剩余的日子")]
    public void Under_the_other_setting_the_rest_runs_on()
    {
        var clock = ReceivedOn("2026-03-02").FeeNoticedOn("2026-03-23").PaidOn("2026-04-10").Under(Pausing).Clock();
        Assert.Equal(Day("2026-04-17"), clock.DueOn);
        Assert.Single(clock.Runs);
    }

    [Fact(DisplayName = "分几次缴的，缴清之日才算；退款不算缴费")]
    public void Payment_counts_when_complete() => Assert.Equal(Day("2026-05-12"),
        ReceivedOn("2026-03-02").FeeNoticedOn("2026-03-23", 380).PaidOn("2026-03-25", 300).PaidOn("2026-03-26", -100).PaidOn("2026-04-10", 180).Clock().DueOn);

    [Fact(DisplayName = "逾期未缴费只请人决定，不自动办结")]
    public void The_lapse_asks_for_a_decision()
    {
        var clock = ReceivedOn("2026-03-02").FeeNoticedOn("2026-03-23").Clock();
        Assert.Null(clock.DueOn);
        Assert.Empty(clock.AsOf(Day("2026-04-21")).Tasks);
        Assert.Equal(TermKind.Payment, Assert.Single(clock.AsOf(Day("2026-04-22")).Tasks).Term.Kind);
        Assert.Equal(["fee.closed-early"], ReceivedOn("2026-03-02").FeeNoticedOn("2026-03-23").AnsweredOn("2026-04-21", OutcomeRow.OtherFeeLapsed).Clock().Breaks.Select(broken => broken.Rule));
        Assert.Empty(ReceivedOn("2026-03-02").FeeNoticedOn("2026-03-23").AnsweredOn("2026-04-22", OutcomeRow.OtherFeeLapsed).Clock().Breaks);
    }

    [Fact(DisplayName = "届满后才通知、再次通知、没有通知的缴费：照实登记，不影响期限")]
    public void Irregular_notices_are_recorded()
    {
        Assert.Equal(["fee.after-expiry", "fee.not-noticed"], ReceivedOn("2026-03-02").FeeNoticedOn("2026-03-31").PaidOn("2026-04-10").Clock().Breaks.Select(broken => broken.Rule));
        Assert.Equal(["fee.second"], ReceivedOn("2026-03-02").FeeNoticedOn("2026-03-23").FeeNoticedOn("2026-03-24").PaidOn("2026-04-10").Clock().Breaks.Select(broken => broken.Rule));
    }
}
