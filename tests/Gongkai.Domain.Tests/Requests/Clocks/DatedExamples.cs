using Gongkai.Documents.Data;
using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;
using Gongkai.Testing;
using static Gongkai.Testing.ARequest;

namespace Gongkai.Domain.Tests.Requests.Clocks;

/// <summary>Fifteen dated examples, worked out by hand from the notices.</summary>
public sealed class DatedExamples
{
    [Theory(DisplayName = "收到之日起二十个工作日：各渠道、各种假期")]
    [Law("条例", 31)]
    [Law("条例", 33, 2)]
    [InlineData(ReceiptChannel.Counter, "2026-02-09", null, "2026-03-13", TestDisplayName = "例1 当面提交，跨春节")]
    [InlineData(ReceiptChannel.SignedPost, "2025-09-22", null, "2025-10-24", TestDisplayName = "例2 特快专递签收，跨国庆")]
    [InlineData(ReceiptChannel.SignedPost, "2026-05-09", null, "2026-06-05", TestDisplayName = "例3 调休上班的星期六签收")]
    [InlineData(ReceiptChannel.Web, "2026-09-30", "2026-10-08", "2026-11-04", TestDisplayName = "例4 节前提交网页，节后双方确认")]
    [InlineData(ReceiptChannel.PlainPost, "2026-03-02", "2026-03-05", "2026-04-02", TestDisplayName = "例5 平常信函，三日后与申请人确认")]
    [InlineData(ReceiptChannel.SignedPost, "2026-01-03", null, "2026-01-29", TestDisplayName = "例14 放假日签收，次日调休上班")]
    public void Twenty_working_days(ReceiptChannel channel, string arrived, string? confirmed, string due)
    {
        var receipt = Receipt.Of(channel, Day(arrived), confirmed is null ? null : Day(confirmed)).Value;
        var clock = ReceivedOn($"{receipt.ReceivedOn:yyyy-MM-dd}", channel).Clock();
        Assert.Equal(Day(due), clock.DueOn);
        Assert.Null(clock.ProvisionalNote);
    }

    [Fact(DisplayName = "例6 补正通知最迟七个工作日")]
    [Law("条例", 30)]
    public void Example_6() =>
        Assert.Equal(Day("2026-05-13"), Only(ReceivedOn("2026-04-30").Clock(), TermKind.ClarificationNotice).LastOn);

    [Fact(DisplayName = "例7 收到补正，二十个工作日重新计算")]
    [Law("条例", 30)]
    public void Example_7()
    {
        var request = ReceivedOn("2026-03-02");
        Assert.Equal(Day("2026-03-30"), request.Clock().DueOn);
        Assert.Equal(Day("2026-03-11"), Only(request.Clock(), TermKind.ClarificationNotice).LastOn);
        var clock = request.ClarificationRequestedOn("2026-03-09", by: "2026-03-30").ClarifiedOn("2026-03-20").Clock();
        Assert.Equal(Day("2026-04-20"), clock.DueOn);
        Assert.Empty(clock.Breaks);
    }

    [Fact(DisplayName = "例8 延期二十个工作日，接在原届满之日之后")]
    [Law("条例", 33, 2)]
    public void Example_8()
    {
        var request = ReceivedOn("2026-06-01");
        Assert.Equal(Day("2026-06-30"), request.Clock().DueOn);
        Assert.Equal(Day("2026-07-28"), request.ExtendedOn("2026-06-29").Clock().DueOn);
    }

    [Fact(DisplayName = "例9 征求第三方意见，发函次日起至收到意见之日不计")]
    [Law("条例", 33, 3)]
    public void Example_9()
    {
        var request = ReceivedOn("2026-06-08");
        Assert.Equal(Day("2026-07-07"), request.Clock().DueOn);
        var clock = request.ConsultedOn("2026-06-11", ConsultedParty.ThirdParty).LetterReachedOn("2026-06-15").OpinionOn("2026-06-30").Clock();
        Assert.Equal(Day("2026-07-23"), clock.DueOn);
        Assert.Equal(Day("2026-07-07"), Only(clock, TermKind.ThirdPartyOpinion).LastOn);
        var proof = clock.Explain();
        Assert.Equal(3, proof.Count(line => line.Counts && line.On <= Day("2026-06-11")));
        Assert.Equal(12, proof.Count(line => line.Why.Contains("征求第三方意见", StringComparison.Ordinal)));
        Assert.Equal(17, proof.Count(line => line.Counts && line.On >= Day("2026-07-01")));
    }

    [Fact(DisplayName = "例10 共同制作机关十五个工作日，逾期视为同意")]
    [Law("条例", 34)]
    public void Example_10()
    {
        var clock = ReceivedOn("2026-09-18").ConsultedOn("2026-09-20", ConsultedParty.CoMaker).LetterReachedOn("2026-09-21").Clock();
        Assert.Equal(Day("2026-10-19"), Only(clock, TermKind.CoMakerOpinion).LastOn);
        Assert.Empty(clock.AsOf(Day("2026-10-19")).Tasks);
        Assert.Contains("视为同意公开", Assert.Single(clock.AsOf(Day("2026-10-20")).Tasks).Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "例11 缴费后次日起重新计算；缴费期限二十个工作日")]
    [Law("国办函〔2020〕109号")]
    public void Example_11()
    {
        var clock = ReceivedOn("2026-03-02").FeeNoticedOn("2026-03-23").PaidOn("2026-04-10").Clock();
        Assert.Equal(Day("2026-04-21"), Only(clock, TermKind.Payment).LastOn);
        Assert.Equal(Day("2026-05-12"), clock.DueOn);
    }

    [Fact(DisplayName = "例12 跨入放假安排未公布的年份，暂按现有日历计算")]
    public void Example_12()
    {
        var clock = ReceivedOn("2026-12-21").Clock();
        Assert.Equal(Day("2027-01-18"), clock.DueOn);
        Assert.Equal("暂按现有日历计算（2027年放假安排尚未公布）", clock.ProvisionalNote);
    }

    [Fact(DisplayName = "例13 主动公开：形成之日起二十个工作日")]
    public void Example_13() =>
        Assert.Equal(Day("2026-10-22"), BuiltInCalendars.Calendar.WorkingDaysAfter(Day("2026-09-18"), 20).Value.LastOn);

    [Fact(DisplayName = "例15 复议六十日，最后一日在假期内，顺延到节后第一日")]
    [Law("复议法", 88, 1)]
    public void Example_15() =>
        Assert.Equal(Day("2026-10-08"), BuiltInCalendars.Calendar.CalendarDaysAfter(Day("2026-08-02"), 60).Value.LastOn);

    private static ClockTerm Only(ReplyClock clock, TermKind kind) => Assert.Single(clock.Terms, term => term.Kind == kind);
}
