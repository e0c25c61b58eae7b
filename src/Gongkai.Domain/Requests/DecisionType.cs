namespace Gongkai.Domain.Requests;

/// <summary>What was decided on a request or on one of its items (答复类型). Its row in the report is data: <see cref="DecisionRows"/>.</summary>
public enum DecisionType
{
    /// <summary>已主动公开，告知获取方式和途径.</summary>
    AlreadyPublic,

    /// <summary>予以公开.</summary>
    Granted,

    /// <summary>部分公开（区分处理）.</summary>
    PartlyGranted,

    /// <summary>不予公开：国家秘密.</summary>
    [Law("条例", 14)]
    RefusedStateSecret,

    /// <summary>不予公开：法律、行政法规禁止公开.</summary>
    [Law("条例", 14)]
    RefusedProhibitedByLaw,

    /// <summary>不予公开：可能危及国家安全、公共安全、经济安全、社会稳定.</summary>
    [Law("条例", 14)]
    RefusedSecurityAndStability,

    /// <summary>不予公开：损害第三方合法权益.</summary>
    [Law("条例", 15)]
    RefusedThirdPartyRights,

    /// <summary>不予公开：人事管理、后勤管理、内部工作流程.</summary>
    [Law("条例", 16)]
    RefusedInternalAffairs,

    /// <summary>不予公开：讨论记录、过程稿、磋商信函、请示报告.</summary>
    [Law("条例", 16)]
    RefusedDeliberative,

    /// <summary>不予公开：行政执法案卷.</summary>
    [Law("条例", 16)]
    RefusedEnforcementFile,

    /// <summary>行政查询事项：工商、不动产登记资料等，依专门规定办理.</summary>
    AdministrativeInquiry,

    /// <summary>经检索，信息不存在.</summary>
    NotHeld,

    /// <summary>不属于本机关负责公开.</summary>
    NotOurs,

    /// <summary>没有现成信息，需要加工、分析.</summary>
    RequiresCreation,

    /// <summary>补正后申请内容仍不明确.</summary>
    StillUnclear,

    /// <summary>信访、投诉、举报.</summary>
    Petition,

    /// <summary>重复申请.</summary>
    Repeated,

    /// <summary>要求提供公开出版物.</summary>
    Publication,

    /// <summary>无正当理由大量、反复申请.</summary>
    Excessive,

    /// <summary>要求确认或者重新出具已获取的信息.</summary>
    Confirmation,

    /// <summary>无正当理由逾期不补正.</summary>
    ClarificationLapsed,

    /// <summary>逾期未缴纳信息处理费.</summary>
    FeeLapsed,

    /// <summary>不属于政府信息：刑事侦查、民事合同等.</summary>
    NotGovernmentInformation,

    /// <summary>咨询.</summary>
    Consultation,

    /// <summary>已移交国家档案馆，依档案法办理.</summary>
    ArchivedElsewhere,

    /// <summary>党务信息，依党务公开条例办理.</summary>
    PartyInformation,

    /// <summary>申请人撤回申请.</summary>
    Withdrawn,

    /// <summary>申请人死亡、终止，无人承受.</summary>
    ApplicantGone,

    /// <summary>其他.</summary>
    Other,
}
