using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;
using Gongkai.Testing;
using static Gongkai.Testing.ARequest;

namespace Gongkai.Domain.Tests.Requests.Clocks;

/// <summary>条例第三十三条第二款.</summary>
[Law("条例", 33, 2)]
public sealed class ExtensionTests
{
    [Theory(DisplayName = "不合条件的延期照实登记，不延长期限")]
    [InlineData("2026-07-01", "2026-06-29", "extension.after-expiry")]
    [InlineData("2026-06-29", "2026-06-30", "extension.without-consent")]
    [InlineData("2026-06-29", null, "extension.without-consent")]
    public void An_extension_against_its_conditions_adds_nothing(string noticed, string? consented, string rule)
    {
        var request = ReceivedOn("2026-06-01");
        var clock = (consented is null ? request.ExtendedWithoutConsentOn(noticed) : request.ExtendedOn(noticed, consentedOn: consented)).Clock();
        Assert.Equal(rule, Assert.Single(clock.Breaks).Rule);
        Assert.Equal(Day("2026-06-30"), clock.DueOn);
    }

    [Fact(DisplayName = "届满当日告知延期，仍然有效")]
    public void The_last_day_is_in_time() => Assert.Equal(Day("2026-07-28"), ReceivedOn("2026-06-01").ExtendedOn("2026-06-30").Clock().DueOn);

    [Theory(DisplayName = "延期最长二十个工作日，超出部分不计；零或负数不延长")]
    [InlineData(5, "2026-07-07", false)]
    [InlineData(20, "2026-07-28", false)]
    [InlineData(60, "2026-07-28", true)]
    [InlineData(0, "2026-06-30", true)]
    [InlineData(int.MinValue, "2026-06-30", true)]
    public void Twenty_working_days_at_most(int days, string due, bool broken)
    {
        var clock = ReceivedOn("2026-06-01").ExtendedOn("2026-06-29", days).Clock();
        Assert.Equal(Day(due), clock.DueOn);
        Assert.Equal(broken ? ["extension.length"] : [], clock.Breaks.Select(found => found.Rule));
    }

    [Fact(DisplayName = "只能延长一次，重新计算之后也不能再延")]
    public void Once_only()
    {
        var twice = ReceivedOn("2026-06-01").ExtendedOn("2026-06-29", 5).ExtendedOn("2026-07-01", 5).Clock();
        Assert.Equal("extension.second", Assert.Single(twice.Breaks).Rule);
        Assert.Equal(Day("2026-07-07"), twice.DueOn);
        var afterFee = ReceivedOn("2026-03-02").ExtendedOn("2026-03-20").FeeNoticedOn("2026-03-23").PaidOn("2026-04-10").ExtendedOn("2026-05-01").Clock();
        Assert.Equal("extension.second", Assert.Single(afterFee.Breaks).Rule);
        Assert.Equal(Day("2026-05-12"), afterFee.DueOn);
    }

    [Fact(DisplayName = "等待补正期间延期，不延长以后重新计算的期限")]
    public void Not_while_the_clock_waits_to_restart()
    {
        var clock = ReceivedOn("2026-03-02").ClarificationRequestedOn("2026-03-09", by: "2026-03-30").ExtendedOn("2026-03-16").ClarifiedOn("2026-03-20").Clock();
        Assert.Equal("extension.not-running", Assert.Single(clock.Breaks).Rule);
        Assert.Equal(Day("2026-04-20"), clock.DueOn);
    }

    [Theory(DisplayName = "届满当日送达不超期，次日送达为超期答复；照实登记")]
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", true)]
    public void A_late_answer_is_recorded(string answered, bool late)
    {
        var clock = ReceivedOn("2026-06-01").AnsweredOn(answered).Clock();
        Assert.Equal(late ? ["answer.late"] : [], clock.Breaks.Select(broken => broken.Rule));
        Assert.Equal(ClockColour.Closed, clock.AsOf(Day("2026-07-02")).Colour);
    }

    [Fact(DisplayName = "收信室里找到的来信：按真实收到之日登记，登记之日已经超期")]
    public void A_letter_found_late_opens_overdue()
    {
        var standing = ReceivedOn("2026-03-02", ReceiptChannel.SignedPost).Clock().AsOf(Day("2026-06-01"));
        Assert.Equal(ClockColour.Red, standing.Colour);
        Assert.Equal(-42, standing.Remaining);
    }

    [Fact(DisplayName = "收到之前、办结之后的行为，照实登记，不影响期限")]
    public void Acts_outside_the_life_of_the_request_are_recorded()
    {
        var clock = ReceivedOn("2026-06-01").ExtendedOn("2026-05-29").AnsweredOn("2026-06-15").ExtendedOn("2026-06-16").Clock();
        Assert.Equal(["event.before-receipt", "event.after-closing"], clock.Breaks.Select(broken => broken.Rule));
        Assert.Equal(Day("2026-06-30"), clock.DueOn);
    }

    [Fact(DisplayName = "作废的登记没有超期")]
    public void A_voided_registration_is_never_late()
    {
        var clock = ReceivedOn("2026-06-01").VoidedOn("2026-09-01").Clock();
        Assert.Empty(clock.Breaks);
        Assert.Equal(Day("2026-09-01"), clock.ClosedOn);
    }

    [Theory(DisplayName = "剩余工作日与颜色：五日内黄，两日内橙，过期红")]
    [InlineData("2026-06-01", 20, ClockColour.Green)]
    [InlineData("2026-06-22", 6, ClockColour.Green)]
    [InlineData("2026-06-23", 5, ClockColour.Yellow)]
    [InlineData("2026-06-26", 2, ClockColour.Orange)]
    [InlineData("2026-06-30", 0, ClockColour.Orange)]
    [InlineData("2026-07-01", -1, ClockColour.Red)]
    public void The_colour_follows_the_days_left(string day, int remaining, ClockColour colour)
    {
        var standing = ReceivedOn("2026-06-01").Clock().AsOf(Day(day));
        Assert.Equal((remaining, colour), (standing.Remaining!.Value, standing.Colour));
    }
}
