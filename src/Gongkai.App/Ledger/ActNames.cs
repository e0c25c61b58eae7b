using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Disputes;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Publishing;
using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;

namespace Gongkai.App.Ledger;

/// <summary>What people call each kind of act (台账事项名称). A test finds a kind that has no name.</summary>
public static class ActNames
{
    /// <summary>Kind to name, in the order of the work.</summary>
    public static IReadOnlyDictionary<ActKind, string> All { get; } = new Dictionary<ActKind, string>
    {
        [InstrumentIssued.Kind] = "制发文件",
        [InstrumentRepealed.Kind] = "废止文件",
        [AdministrativeDecisionMade.Kind] = "作出决定",
        [AdministrativeFeeCollected.Kind] = "收取行政事业性收费",
        [InstrumentTakenOver.Kind] = "承接现行有效文件",
        [AggregateReturn.Kind] = "科室报数单",
        [RequestReceived.Kind] = "收到申请",
        [RequestBroughtForward.Kind] = "期初在办申请",
        [RequestTakenOver.Kind] = "承接在办申请",
        [ClarificationRequested.Kind] = "补正通知",
        [Clarified.Kind] = "收到补正",
        [ConsultationStarted.Kind] = "征求意见",
        [ConsultationDelivered.Kind] = "对方收到征求意见函",
        [ConsultationEnded.Kind] = "征求意见结束",
        [RequestExtended.Kind] = "延期答复",
        [ReasonsRequested.Kind] = "要求说明理由",
        [ReasonsGiven.Kind] = "说明理由",
        [AnswerDelayed.Kind] = "延迟答复",
        [FeeNoticed.Kind] = "收费通知",
        [ProcessingFeePaid.Kind] = "收取信息处理费",
        [RequestAssigned.Kind] = "交办",
        [AssignmentReturned.Kind] = "报回代拟稿",
        [AssignmentEnded.Kind] = "交办结束",
        [CaseConferenceOpened.Kind] = "发起会商",
        [CaseConferenceAnswered.Kind] = "会商答复",
        [CaseConferenceEnded.Kind] = "会商结束",
        [RequestClosed.Kind] = "办结申请",
        [RequestVoided.Kind] = "作废登记",
        [DisputeFiled.Kind] = "收到复议诉讼",
        [DisputeBroughtForward.Kind] = "期初未审结",
        [DisputeTakenOver.Kind] = "承接复议诉讼",
        [DisputeConcluded.Kind] = "审结复议诉讼",
        [BooksOpened.Kind] = "建账",
        [ReportPublished.Kind] = "公布年度报告",
        [AgencyRegistered.Kind] = "登记机关",
        [ProfileChanged.Kind] = "变更机关资料",
        [AgencyRenamed.Kind] = "机关更名",
        [AgencyClosed.Kind] = "机关撤并",
        [MatterHandedOver.Kind] = "移交承接机关",
        [AgencyTookOver.Kind] = "承接撤并机关",
        [AgencySupervised.Kind] = "确定主管部门",
        [ChannelAnnounced.Kind] = "公布申请渠道",
        [ModuleSwitched.Kind] = "启用或停用模块",
        [PublicationPlaced.Kind] = "确定发布位置",
        [RemedyNamed.Kind] = "确定复议机关或法院",
        [UnitRegistered.Kind] = "登记科室",
        [RetentionTermAdopted.Kind] = "登记保管期限",
        [RecordsDestroyed.Kind] = "按清册销毁",
        [ApprovalSubmitted.Kind] = "送审",
        [ApprovalGiven.Kind] = "审批同意",
        [ApprovalSentBack.Kind] = "审批退回",
        [ApprovalWithdrawn.Kind] = "撤回送审",
        [StepSkipped.Kind] = "跳过审批环节",
        [UrgentPathTaken.Kind] = "紧急办理",
        [ApprovalReleased.Kind] = "放行",
        [ProxyConfirmed.Kind] = "确认代录",
        [ProxyDenied.Kind] = "否认代录",
        [SheetFiled.Kind] = "呈批单归卷",
        [ReservedFieldFilled.Kind] = "填写预留栏",
        [ChainAdopted.Kind] = "采用审批流程",
        [DelegationGiven.Kind] = "委托代行",
        [DelegationEnded.Kind] = "终止委托代行",
        [DelegationLapsed.Kind] = "委托随离任终止",
        [PostAppointed.Kind] = "任职",
        [PostEnded.Kind] = "离任",
        [PostHandedOver.Kind] = "岗位交接",
        [Correction.Kind] = "更正",
    };

    /// <summary>The name of a stored kind; the kind itself where a newer program wrote it.</summary>
    public static string Of(string kind) => All.TryGetValue(ActKind.Parse(kind), out var name) ? name : kind;
}
