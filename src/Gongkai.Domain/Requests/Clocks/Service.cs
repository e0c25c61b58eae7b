using Gongkai.Domain.Calendar;

namespace Gongkai.Domain.Requests.Clocks;

/// <summary>How an answer or a notice reaches the applicant (送达方式).</summary>
public enum ServiceMode
{
    /// <summary>当面送达.</summary>
    InPerson,

    /// <summary>委托送达.</summary>
    Entrusted,

    /// <summary>邮政企业寄送 (挂号、特快).</summary>
    Post,

    /// <summary>其他快递企业：not lawful for official letters, but it happens.</summary>
    Courier,

    /// <summary>网络送达 (网页、电子邮件).</summary>
    Online,
}

/// <summary>The day a letter counts as served (送达之日).</summary>
/// <param name="Mode">How it was served.</param>
/// <param name="ServedOn">The day.</param>
/// <param name="Break">What was wrong with the mode, or null.</param>
public sealed record Service(ServiceMode Mode, DateOnly ServedOn, ClockBreak? Break)
{
    /// <summary>Finds the day of service.</summary>
    /// <param name="mode">How it is served.</param>
    /// <param name="sentOn">The day it was posted or sent; null while it was not, or where nothing is sent.</param>
    /// <param name="signedOn">The day the applicant or the legal agent signed, or null.</param>
    // The letter of 2016 speaks of signing and of posting; of the web and of e-mail it is silent, and the day of sending is taken [D].
    // Only the postal enterprise may carry official letters (邮政法55): with anybody else the mere sending proves nothing.
    [Law("国办公开办函〔2016〕235号")]
    public static Outcome<Service> Of(ServiceMode mode, DateOnly? sentOn, DateOnly? signedOn)
    {
        var basis = new Citation("国办公开办函〔2016〕235号");
        if (mode is ServiceMode.Post or ServiceMode.Online)
        {
            return sentOn is { } sent
                ? new Service(mode, sent, null)
                : new Refusal("service.not-sent", mode is ServiceMode.Post ? "以交邮之日为送达之日，尚未登记交邮日期。" : "以发出之日为送达之日，尚未登记发出日期。", basis);
        }
        if (signedOn is not { } signed)
            return new Refusal("service.not-signed", "当面、委托送达以申请人或者其法定代理人签收之日为准，尚未登记签收日期。", basis);
        return new Service(mode, signed, mode is ServiceMode.Courier
            ? new ClockBreak("service.courier", signed, $"公文只能交邮政企业寄送；交其他快递的，以签收之日{DayWords.Of(signed)}为送达之日。", basis)
            : null);
    }
}
