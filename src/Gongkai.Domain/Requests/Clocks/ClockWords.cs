namespace Gongkai.Domain.Requests.Clocks;

/// <summary>What the clock's terms, spans and states are called on screens (期限用语).</summary>
public static class ClockWords
{
    /// <summary>Whose term it is.</summary>
    public static string Of(TermKind kind) => kind switch
    {
        TermKind.ClarificationNotice => "补正通知最迟之日",
        TermKind.Clarification => "申请人补正期限",
        TermKind.ThirdPartyOpinion => "第三方提出意见期限",
        TermKind.OtherOrganOpinion => "其他机关答复期限（来函所定）",
        TermKind.CoMakerOpinion => "共同制作机关提出意见期限",
        _ => "申请人缴费期限",
    };

    /// <summary>What happens in a span.</summary>
    public static string Of(IntervalKind kind) => kind switch
    {
        IntervalKind.AwaitingClarification => "等待补正",
        IntervalKind.ConsultingThirdParty => "征求第三方意见",
        IntervalKind.ConsultingOtherOrgan => "征求其他机关意见",
        IntervalKind.ConsultingCoMaker => "征求共同制作机关意见",
        IntervalKind.AwaitingReasons => "等待申请人说明理由",
        IntervalKind.AwaitingPayment => "等待缴纳信息处理费",
        _ => "计时",
    };

    /// <summary>The word beside a colour.</summary>
    public static string Of(ClockColour colour) => colour switch
    {
        ClockColour.Green => "正常",
        ClockColour.Yellow => "临近",
        ClockColour.Orange => "紧急",
        ClockColour.Red => "超期",
        ClockColour.Waiting => "等待",
        _ => "办结",
    };
}
