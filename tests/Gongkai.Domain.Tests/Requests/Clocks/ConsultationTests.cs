using Gongkai.Domain.Requests.Clocks;
using Gongkai.Testing;
using static Gongkai.Testing.ARequest;

namespace Gongkai.Domain.Tests.Requests.Clocks;

/// <summary>条例第三十二、三十三条第三款、三十四条.</summary>
public sealed class ConsultationTests
{
    [Fact(DisplayName = "第三方沉默：十五个工作日届满次日起继续计算，由机关决定")]
    [Law("条例", 32)]
    public void A_silent_third_party_leaves_it_to_the_agency()
    {
        var clock = ReceivedOn("2026-06-08").ConsultedOn("2026-06-11", ConsultedParty.ThirdParty).LetterReachedOn("2026-06-15").Clock();
        Assert.Equal(Day("2026-07-30"), clock.DueOn);
        Assert.Contains("由本机关依照规定决定是否公开", Assert.Single(clock.AsOf(Day("2026-07-08")).Tasks).Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "第三方逾期才提出意见，不延长中止")]
    [Law("条例", 32)]
    public void A_late_opinion_does_not_lengthen_the_stop() => Assert.Equal(
        Day("2026-07-30"),
        ReceivedOn("2026-06-08").ConsultedOn("2026-06-11", ConsultedParty.ThirdParty).LetterReachedOn("2026-06-15").OpinionOn("2026-07-20").Clock().DueOn);

    [Fact(DisplayName = "征求意见书何时收到未登记：届满之日还不能确定")]
    [Law("条例", 32)]
    public void Without_the_day_of_delivery_the_end_is_not_known()
    {
        var clock = ReceivedOn("2026-06-08").ConsultedOn("2026-06-11", ConsultedParty.ThirdParty).Clock();
        Assert.Null(clock.DueOn);
        Assert.Equal(ClockColour.Waiting, clock.AsOf(Day("2026-06-20")).Colour);
    }

    [Fact(DisplayName = "第三方的十五个工作日未满即不再等待，记为违规")]
    [Law("条例", 32)]
    public void Cutting_the_term_short_is_a_break()
    {
        var clock = ReceivedOn("2026-06-08").ConsultedOn("2026-06-11", ConsultedParty.ThirdParty).LetterReachedOn("2026-06-15").StoppedWaitingOn("2026-06-30").Clock();
        var broken = Assert.Single(clock.Breaks);
        Assert.Equal(("consultation.cut-short", new Citation("条例", 32)), (broken.Rule, broken.Basis));
        Assert.Equal("consultation.cut-short", Assert.Single(ReceivedOn("2026-06-08").ConsultedOn("2026-06-11", ConsultedParty.ThirdParty)
            .LetterReachedOn("2026-06-15").AnsweredOn("2026-06-30").Clock().Breaks).Rule);
    }

    [Theory(DisplayName = "征求其他机关意见不计入；没有法定期限，以来函所定为限，沉默没有效果")]
    [Law("条例", 33, 3)]
    [InlineData(null, null, null)]
    [InlineData(null, "2026-06-30", "2026-07-23")]
    [InlineData("2026-06-24", null, "2026-07-17")]
    [InlineData("2026-06-24", "2026-06-30", "2026-07-17")]
    public void Another_organ(string? by, string? opinion, string? due)
    {
        var request = ReceivedOn("2026-06-08").ConsultedOn("2026-06-11", ConsultedParty.OtherOrgan, by: by);
        if (opinion is not null) request.OpinionOn(opinion);
        Assert.Equal(due is null ? null : Day(due), request.Clock().DueOn);
        Assert.Empty(request.Clock().Breaks);
    }

    [Theory(DisplayName = "同一征求意见再次送达，不重新起算第三方的期限")]
    [Law("条例", 32)]
    [InlineData("2026-06-20")]
    [InlineData("2026-07-20")]
    public void A_second_delivery_does_not_lengthen_the_stop(string again)
    {
        var clock = ReceivedOn("2026-06-08").ConsultedOn("2026-06-11", ConsultedParty.ThirdParty).LetterReachedOn("2026-06-15").LetterReachedOn(again).Clock();
        Assert.Equal(Day("2026-07-30"), clock.DueOn);
        Assert.Equal("consultation.repeated", Assert.Single(clock.Breaks).Rule);
    }

    [Fact(DisplayName = "本机关科室协办不中止计时")]
    [Law("条例", 33, 3)]
    public void A_unit_of_the_same_agency_stops_nothing()
    {
        var clock = ReceivedOn("2026-06-08").ConsultedOn("2026-06-11", ConsultedParty.OwnUnit).Clock();
        Assert.Equal(Day("2026-07-07"), clock.DueOn);
        Assert.Empty(clock.Stops);
    }

    [Fact(DisplayName = "几项征求意见重叠的日子只扣一次")]
    [Law("条例", 33, 3)]
    public void Overlapping_stops_are_counted_once()
    {
        var clock = ReceivedOn("2026-06-08")
            .ConsultedOn("2026-06-11", ConsultedParty.ThirdParty, 1).LetterReachedOn("2026-06-11", 1)
            .ConsultedOn("2026-06-12", ConsultedParty.OtherOrgan, 2)
            .OpinionOn("2026-06-24", 1).OpinionOn("2026-06-30", 2).Clock();
        Assert.Equal(Day("2026-07-23"), clock.DueOn);
        Assert.Equal("星期一，征求第三方意见，不计入（条例第三十三条第三款）；征求其他机关意见，不计入（条例第三十三条第三款）",
            clock.Explain().Single(line => line.On == Day("2026-06-15")).Why);
    }

    [Fact(DisplayName = "编号重复、编号不存在、期限届满后才征求：照实登记，不影响期限")]
    public void Wrong_numbers_and_late_letters_are_recorded()
    {
        var clock = ReceivedOn("2026-06-08").ConsultedOn("2026-06-11", ConsultedParty.OtherOrgan, 1).ConsultedOn("2026-06-12", ConsultedParty.CoMaker, 1)
            .OpinionOn("2026-06-11", 1).OpinionOn("2026-06-15", 7).LetterReachedOn("2026-06-15", 7)
            .ConsultedOn("2026-07-08", ConsultedParty.OtherOrgan, 2).Clock();
        Assert.Equal(["consultation.repeated", "consultation.unknown", "consultation.unknown", "consultation.after-expiry"], clock.Breaks.Select(broken => broken.Rule));
        Assert.Equal(Day("2026-07-07"), clock.DueOn);
    }
}
