namespace Gongkai.Domain.Requests.Clocks;

/// <summary>The terms of the law (法定期限), in working days.</summary>
public static class ReplyTerms
{
    /// <summary>答复期限.</summary>
    [Law("条例", 33, 2)]
    public const int Reply = 20;

    /// <summary>延期答复 at most.</summary>
    [Law("条例", 33, 2)]
    public const int Extension = 20;

    /// <summary>补正通知, from the day of receipt.</summary>
    [Law("条例", 30)]
    public const int ClarificationNotice = 7;

    /// <summary>第三方意见, from the day it received the letter.</summary>
    [Law("条例", 32)]
    public const int ThirdPartyOpinion = 15;

    /// <summary>共同制作机关意见, from the day it received the letter.</summary>
    [Law("条例", 34)]
    public const int CoMakerOpinion = 15;

    /// <summary>缴费, from the day the notice was received.</summary>
    [Law("国办函〔2020〕109号")]
    public const int Payment = 20;
}
