using static Gongkai.Domain.Calendar.DayWords;

namespace Gongkai.Domain.Requests.Clocks;

/// <summary>All breaks the clock can name, on one page.</summary>
internal static class ClockBreaks
{
    private static readonly Citation Answering = new("条例", 33, 2);
    private static readonly Citation Clarifying = new("条例", 30);
    private static readonly Citation Consulting = new("条例", 33, 3);
    private static readonly Citation Reasons = new("条例", 35);
    private static readonly Citation Fees = new("国办函〔2020〕109号");

    public static ClockBreak AnswerLate(DateOnly on, DateOnly due) =>
        new("answer.late", on, $"答复于{Of(on)}送达，晚于届满之日{Of(due)}：超期答复。", Answering);

    public static ClockBreak BeforeReceipt(DateOnly on, DateOnly received) =>
        new("event.before-receipt", on, $"{Of(on)}早于收到申请之日{Of(received)}，不影响期限；请核对日期。", new Citation("条例", 31));

    public static ClockBreak AfterClosing(DateOnly on, DateOnly closed) =>
        new("event.after-closing", on, $"申请已于{Of(closed)}办结，{Of(on)}的这一行为不再影响期限。", Answering);

    public static ClockBreak ClarificationSecond(DateOnly on) =>
        new("clarification.second", on, "补正应当一次性告知：再次补正不停止、也不重新计算答复期限。", Clarifying);

    public static ClockBreak ClarificationLate(DateOnly on, DateOnly limit) => new("clarification.late", on,
        $"补正通知于{Of(on)}送达，晚于收到申请后的第{ReplyTerms.ClarificationNotice}个工作日{Of(limit)}；收到补正后期限仍重新计算。", Clarifying);

    public static ClockBreak ClarificationNotRequested(DateOnly on) =>
        new("clarification.not-requested", on, "没有等待补正而登记了收到补正：答复期限不重新计算。", Clarifying);

    public static ClockBreak ClarificationClosedEarly(DateOnly on) =>
        new("clarification.closed-early", on, "补正期限未满或者没有要求过补正，即按逾期不补正办结。", Clarifying);

    public static ClockBreak ConsultationRepeated(DateOnly on, int number) =>
        new("consultation.repeated", on, $"第{number}号征求意见的发函或者收到登记了两次，以第一次为准。", Consulting);

    public static ClockBreak ConsultationUnknown(DateOnly on, int number) =>
        new("consultation.unknown", on, $"没有进行中的第{number}号征求意见，这一登记不影响期限；请核对编号。", Consulting);

    public static ClockBreak ConsultationCutShort(DateOnly on, int number, Citation basis) =>
        new("consultation.cut-short", on, $"第{number}号征求意见的15个工作日未满，没有收到意见即不再等待。", basis);

    public static ClockBreak ExtensionSecond(DateOnly on) =>
        new("extension.second", on, "答复期限只能延长一次：再次延期不延长期限。", Answering);

    public static ClockBreak ExtensionLength(DateOnly on, int days) => new("extension.length", on,
        $"延期{days}个工作日不合规定：应为1至{ReplyTerms.Extension}个工作日，超出部分不计。", Answering);

    public static ClockBreak ExtensionWithoutConsent(DateOnly on) =>
        new("extension.without-consent", on, "延期告知前没有工作机构负责人的同意：不延长期限。", Answering);

    public static ClockBreak ExtensionNotRunning(DateOnly on) =>
        new("extension.not-running", on, "答复期限正在等待补正或缴费后重新计算，此时延期不延长期限。", Answering);

    public static ClockBreak AfterExpiry(DateOnly on, DateOnly due, string act, string rule, Citation basis) =>
        new(rule, on, $"{act}在答复期限届满（{Of(due)}）之后：不影响已届满的期限。", basis);

    public static ClockBreak ClarificationAfterExpiry(DateOnly on, DateOnly due) => AfterExpiry(on, due, "补正通知", "clarification.after-expiry", Clarifying);

    public static ClockBreak ConsultationAfterExpiry(DateOnly on, DateOnly due) => AfterExpiry(on, due, "征求意见", "consultation.after-expiry", Consulting);

    public static ClockBreak ExtensionAfterExpiry(DateOnly on, DateOnly due) => AfterExpiry(on, due, "延期告知", "extension.after-expiry", Answering);

    public static ClockBreak ReasonsAfterExpiry(DateOnly on, DateOnly due) => AfterExpiry(on, due, "要求说明理由", "reasons.after-expiry", Reasons);

    public static ClockBreak DelayAfterExpiry(DateOnly on, DateOnly due) => AfterExpiry(on, due, "延迟答复告知", "delay.after-expiry", Reasons);

    public static ClockBreak FeeAfterExpiry(DateOnly on, DateOnly due) => AfterExpiry(on, due, "收费通知", "fee.after-expiry", Fees);

    public static ClockBreak ReasonsNotRequested(DateOnly on) =>
        new("reasons.not-requested", on, "没有要求说明理由而登记了说明理由，不影响期限。", Reasons);

    public static ClockBreak DelayWithoutReasons(DateOnly on) =>
        new("delay.without-reasons", on, "未经申请人说明理由即确定延迟答复的期限：不延长期限。", Reasons);

    public static ClockBreak FeeSecond(DateOnly on) =>
        new("fee.second", on, "已有收费通知：再次通知不影响期限。", Fees);

    public static ClockBreak FeeNotNoticed(DateOnly on) =>
        new("fee.not-noticed", on, "没有收费通知而登记了缴费，不影响期限。", Fees);

    public static ClockBreak FeeClosedEarly(DateOnly on) =>
        new("fee.closed-early", on, "缴费期限未满或者没有收费通知，即按逾期未缴费办结。", Fees);
}
