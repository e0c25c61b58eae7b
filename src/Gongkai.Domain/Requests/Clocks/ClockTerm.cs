namespace Gongkai.Domain.Requests.Clocks;

/// <summary>The terms that run beside the answer's own (期限种类).</summary>
public enum TermKind
{
    /// <summary>补正通知最迟之日.</summary>
    ClarificationNotice,

    /// <summary>申请人补正期限.</summary>
    Clarification,

    /// <summary>第三方提出意见期限.</summary>
    ThirdPartyOpinion,

    /// <summary>其他机关答复期限，以来函所定为准.</summary>
    OtherOrganOpinion,

    /// <summary>共同制作机关提出意见期限.</summary>
    CoMakerOpinion,

    /// <summary>缴费期限.</summary>
    Payment,
}

/// <summary>A term of somebody's on the way to the answer (中间期限).</summary>
/// <param name="Kind">Whose and for what.</param>
/// <param name="LastOn">Its last day, inclusive.</param>
/// <param name="DoneOn">The day it was met, or the wait given up; null while open.</param>
/// <param name="Basis">The provision that sets it.</param>
public sealed record ClockTerm(TermKind Kind, DateOnly LastOn, DateOnly? DoneOn, Citation Basis);
