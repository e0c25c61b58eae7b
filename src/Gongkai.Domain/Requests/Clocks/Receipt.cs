using Gongkai.Domain.Calendar;

namespace Gongkai.Domain.Requests.Clocks;

/// <summary>The day of receipt and what proves it (收到申请之日及其依据).</summary>
/// <param name="Channel">How the request came.</param>
/// <param name="ReceivedOn">收到申请之日.</param>
/// <param name="Basis">The provision it follows from.</param>
/// <param name="ConfirmedLate">True when a plain letter was confirmed after the day it arrived, which 条例31 demands.</param>
public sealed record Receipt(ReceiptChannel Channel, DateOnly ReceivedOn, Citation Basis, bool ConfirmedLate)
{
    /// <summary>What proves the day of receipt in this channel, in Chinese.</summary>
    public static string EvidenceOf(ReceiptChannel channel) => channel switch
    {
        ReceiptChannel.Counter => "当面提交之日",
        ReceiptChannel.Oral => "口头申请、由机关代为填写之日",
        ReceiptChannel.SignedPost => "邮件签收之日",
        ReceiptChannel.PlainPost => "平常信函与申请人确认之日",
        ReceiptChannel.Web => "互联网渠道双方确认之日",
        ReceiptChannel.Email => "电子邮件双方确认之日",
        _ => "传真双方确认之日",
    };

    /// <summary>The provision for a channel.</summary>
    public static Citation BasisOf(ReceiptChannel channel) => new("条例", 31, 0, channel switch
    {
        ReceiptChannel.Counter or ReceiptChannel.Oral => 1,
        ReceiptChannel.SignedPost or ReceiptChannel.PlainPost => 2,
        _ => 3,
    });

    /// <summary>Finds the day of receipt. Where the law asks for a confirmation there is none before it: no clock starts on an assumption.</summary>
    /// <param name="channel">How the request came.</param>
    /// <param name="arrivedOn">The day it was handed in, signed for, or arrived.</param>
    /// <param name="confirmedOn">The day both sides confirmed it, or null; of no effect where none is needed.</param>
    [Law("条例", 31, 0, 1)]
    [Law("条例", 31, 0, 2)]
    [Law("条例", 31, 0, 3)]
    public static Outcome<Receipt> Of(ReceiptChannel channel, DateOnly arrivedOn, DateOnly? confirmedOn)
    {
        var basis = BasisOf(channel);
        // An oral request is filled in by the office in the applicant's presence (条例29), so it is handed in like any at the counter.
        if (channel is ReceiptChannel.Counter or ReceiptChannel.Oral or ReceiptChannel.SignedPost) return new Receipt(channel, arrivedOn, basis, false);
        if (confirmedOn is not { } confirmed)
            return new Refusal("receipt.not-confirmed", $"以{EvidenceOf(channel)}为收到申请之日；尚未登记确认，期限不能起算。请与申请人确认后登记确认日期、方式和经办人。", basis);
        if (confirmed < arrivedOn)
            return new Refusal("receipt.confirmed-before-arrival", $"确认之日{DayWords.Of(confirmed)}早于申请到达之日{DayWords.Of(arrivedOn)}，请核对。", basis);
        return new Receipt(channel, confirmed, basis, channel is ReceiptChannel.PlainPost && confirmed > arrivedOn);
    }
}
