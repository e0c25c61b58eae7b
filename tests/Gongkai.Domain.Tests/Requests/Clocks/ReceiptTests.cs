using Gongkai.Documents.Data;
using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;
using static Gongkai.Testing.ARequest;

namespace Gongkai.Domain.Tests.Requests.Clocks;

/// <summary>条例第三十一条.</summary>
public sealed class ReceiptTests
{
    [Theory(DisplayName = "收到之日按渠道确定，各有依据")]
    [Law("条例", 31, 0, 1)]
    [Law("条例", 31, 0, 2)]
    [Law("条例", 31, 0, 3)]
    [InlineData(ReceiptChannel.Counter, null, "2026-03-02", 1, false)]
    [InlineData(ReceiptChannel.Oral, null, "2026-03-02", 1, false)]
    [InlineData(ReceiptChannel.SignedPost, null, "2026-03-02", 2, false)]
    [InlineData(ReceiptChannel.PlainPost, "2026-03-02", "2026-03-02", 2, false)]
    [InlineData(ReceiptChannel.PlainPost, "2026-03-05", "2026-03-05", 2, true)]
    [InlineData(ReceiptChannel.Web, "2026-03-05", "2026-03-05", 3, false)]
    [InlineData(ReceiptChannel.Email, "2026-03-05", "2026-03-05", 3, false)]
    [InlineData(ReceiptChannel.Fax, "2026-03-05", "2026-03-05", 3, false)]
    public void The_day_of_receipt(ReceiptChannel channel, string? confirmed, string received, int item, bool late)
    {
        var receipt = Receipt.Of(channel, Day("2026-03-02"), confirmed is null ? null : Day(confirmed)).Value;
        Assert.Equal(new Receipt(channel, Day(received), new Citation("条例", 31, 0, item), late), receipt);
        Assert.NotEmpty(Receipt.EvidenceOf(channel));
    }

    [Theory(DisplayName = "没有确认，期限不起算")]
    [Law("条例", 31)]
    [InlineData(ReceiptChannel.PlainPost)]
    [InlineData(ReceiptChannel.Web)]
    [InlineData(ReceiptChannel.Email)]
    [InlineData(ReceiptChannel.Fax)]
    public void No_clock_starts_without_its_evidence(ReceiptChannel channel)
    {
        Assert.Equal("receipt.not-confirmed", Receipt.Of(channel, Day("2026-03-02"), null).Refusal?.Code);
        Assert.Equal("receipt.confirmed-before-arrival", Receipt.Of(channel, Day("2026-03-02"), Day("2026-03-01")).Refusal?.Code);
    }

    [Fact(DisplayName = "没有收到之日、有两个收到之日、日期离谱、事件太多，都是一句中文")]
    public void A_clock_needs_one_day_of_receipt()
    {
        Assert.Equal("clock.not-received", Refused([]));
        var received = new ClockEvent(Day("2026-03-02"), new RequestReceived(ApplicantKind.NaturalPerson, ReceiptChannel.Counter));
        Assert.Equal("clock.received-twice", Refused([received, received]));
        Assert.Equal("calendar.day-out-of-range", Refused([received with { On = DateOnly.MinValue }]));
        Assert.Equal("calendar.day-out-of-range", Refused([received, new ClockEvent(Day("2026-03-03"), new AnswerDelayed(DateOnly.MaxValue))]));
        Assert.Equal("clock.too-many-events", Refused(Enumerable.Repeat(received, 501)));

        static string? Refused(IEnumerable<ClockEvent> events) => ReplyClock.Of(events, BuiltInCalendars.Calendar, BuiltInClocks.Settings).Refusal?.Code;
    }
}
