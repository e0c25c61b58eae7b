using Gongkai.Documents.Data;
using Gongkai.Domain.Requests.Clocks;
using Gongkai.Testing;
using static Gongkai.Testing.ARequest;

namespace Gongkai.Domain.Tests.Requests.Clocks;

/// <summary>条例第三十五条.</summary>
[Law("条例", 35)]
public sealed class ReasonsTests
{
    [Theory(DisplayName = "要求说明理由期间：默认中止，可设置为不中止")]
    [InlineData(ReasonsClock.Pause, "2026-07-23")]
    [InlineData(ReasonsClock.Run, "2026-07-07")]
    public void Asking_for_reasons_stops_the_clock_by_setting(ReasonsClock setting, string due) => Assert.Equal(Day(due),
        ReceivedOn("2026-06-08").ReasonsRequestedOn("2026-06-11").ReasonsGivenOn("2026-06-30")
            .Under(BuiltInClocks.Settings with { Reasons = setting }).Clock().DueOn);

    [Fact(DisplayName = "理由合理而不能按期答复：以告知的合理期限为准，逐日说明")]
    public void A_reasonable_later_day_holds()
    {
        var clock = ReceivedOn("2026-06-08").ReasonsRequestedOn("2026-06-11").ReasonsGivenOn("2026-06-12").DelayedOn("2026-07-01", to: "2026-08-31").Clock();
        Assert.Equal(Day("2026-08-31"), clock.DueOn);
        Assert.Empty(clock.Breaks);
        Assert.Equal("星期一，在延迟答复的合理期限内（条例第三十五条）", clock.Explain()[^1].Why);
    }

    [Fact(DisplayName = "早于届满之日的“延迟”不缩短期限")]
    public void An_earlier_day_does_not_shorten_the_term() => Assert.Equal(Day("2026-07-08"),
        ReceivedOn("2026-06-08").ReasonsRequestedOn("2026-06-11").ReasonsGivenOn("2026-06-12").DelayedOn("2026-06-15", to: "2026-06-20").Clock().DueOn);

    [Fact(DisplayName = "未说明理由即延迟、届满后才延迟、未要求而登记理由：照实登记，不延长期限")]
    public void Delays_against_the_article_add_nothing()
    {
        Assert.Equal(["delay.without-reasons"], Rules(ReceivedOn("2026-06-08").DelayedOn("2026-07-01", to: "2026-08-31"), "2026-07-07"));
        Assert.Equal(["delay.after-expiry"], Rules(ReceivedOn("2026-06-08").ReasonsRequestedOn("2026-06-11").ReasonsGivenOn("2026-06-11").DelayedOn("2026-07-08", to: "2026-08-31"), "2026-07-07"));
        Assert.Equal(["reasons.not-requested"], Rules(ReceivedOn("2026-06-08").ReasonsGivenOn("2026-06-11"), "2026-07-07"));
        Assert.Equal(["reasons.after-expiry"], Rules(ReceivedOn("2026-06-08").ReasonsRequestedOn("2026-07-08"), "2026-07-07"));
    }

    private static IEnumerable<string> Rules(ARequest request, string due)
    {
        var clock = request.Clock();
        Assert.Equal(Day(due), clock.DueOn);
        return clock.Breaks.Select(broken => broken.Rule);
    }
}
