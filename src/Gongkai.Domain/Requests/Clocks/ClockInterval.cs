namespace Gongkai.Domain.Requests.Clocks;

/// <summary>What the time for the answer does over a span of days (期间种类).</summary>
public enum IntervalKind
{
    /// <summary>计时：a run of the term, from its day 1.</summary>
    Running,

    /// <summary>等待补正.</summary>
    AwaitingClarification,

    /// <summary>征求第三方意见.</summary>
    ConsultingThirdParty,

    /// <summary>征求其他机关意见.</summary>
    ConsultingOtherOrgan,

    /// <summary>征求共同制作机关意见.</summary>
    ConsultingCoMaker,

    /// <summary>等待申请人说明理由.</summary>
    AwaitingReasons,

    /// <summary>等待缴费.</summary>
    AwaitingPayment,
}

/// <summary>A span of days in which the clock runs or stands (计时、中止期间). Spans may overlap; a day inside any stop is not counted.</summary>
/// <param name="Kind">What happens in it.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; null while it is open and no term ends it.</param>
public sealed record ClockInterval(IntervalKind Kind, DateOnly From, DateOnly? To)
{
    /// <summary>True when it holds no day: what it waited for came on the day it began.</summary>
    public bool IsEmpty => To < From;

    /// <summary>True when a day lies in it.</summary>
    public bool Covers(DateOnly day) => day >= From && (To is null || day <= To);

    /// <summary>Why its days are not counted, in Chinese with the article.</summary>
    public string Why => $"{ClockWords.Of(Kind)}，不计入（{Basis}）";

    private string Basis => Kind switch
    {
        IntervalKind.AwaitingClarification => new Citation("条例", 30).ToString(),
        IntervalKind.AwaitingReasons => $"{new Citation("条例", 35)}，本机关设置",
        IntervalKind.AwaitingPayment => "国办函〔2020〕109号",
        _ => new Citation("条例", 33, 3).ToString(),
    };
}
