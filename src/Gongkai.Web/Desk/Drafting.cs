using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Publishing;

namespace Gongkai.Web.Desk;

/// <summary>What the pages of drafting and approving share.</summary>
internal static class Drafting
{
    /// <summary>Who is signed in, as somebody who approves in an agency.</summary>
    public static Approver ApproverIn(this Caller caller, AgencyId agency) => new(caller.Id!.Value, caller.Name, caller.RolesIn(agency));

    /// <summary>The attributes, as code and name.</summary>
    public static IReadOnlyList<(string Code, string Name)> Attributes { get; } =
        [.. Enum.GetValues<DisclosureAttribute>().Select(attribute => (EnumCode<DisclosureAttribute>.Of(attribute), NameOf(attribute)))];

    /// <summary>主动公开, 依申请公开, 不予公开.</summary>
    public static string NameOf(DisclosureAttribute attribute) => attribute switch
    {
        DisclosureAttribute.Proactive => "主动公开",
        DisclosureAttribute.OnRequest => "依申请公开",
        _ => "不予公开",
    };

    /// <summary>Where an approval is.</summary>
    public static string NameOf(ApprovalState state) => ApprovalWords.Of(state);

    /// <summary>How pressing a state is, for its mark.</summary>
    public static string MarkOf(ApprovalState state) => state switch
    {
        ApprovalState.Approved or ApprovalState.Released => "ok",
        ApprovalState.Voided or ApprovalState.SentBack => "stop",
        ApprovalState.Waiting => "warn",
        _ => "",
    };

    /// <summary>Where a step is.</summary>
    public static string NameOf(StepState state) => state switch
    {
        StepState.Ahead => "未到",
        StepState.Waiting => "待办",
        StepState.Given => "同意",
        StepState.SentBack => "退回",
        StepState.Skipped => "经批准跳过",
        StepState.LeftOutAsUrgent => "紧急办理，未经此环节",
        _ => "无需办理",
    };

    /// <summary>The reserved fields of a draft: code, name and what stands in them.</summary>
    public static IReadOnlyList<(string Code, string Name, string? Value)> ReservedOf(Draft draft) =>
        [.. Enum.GetValues<ReservedField>().Select(field => (EnumCode<ReservedField>.Of(field), ReservedFields.NameOf(field), ReservedFields.ValueOf(draft, field)))];

    /// <summary>How an opinion came.</summary>
    public static string NameOf(ApprovalMeans means) => means switch
    {
        ApprovalMeans.Screen => "网上办理",
        ApprovalMeans.Link => "手机链接",
        ApprovalMeans.Paper => "纸质呈批单",
        _ => "代录",
    };

    /// <summary>What an act of an approval was, for its history.</summary>
    public static string NameOf(IApprovalAct act) => act switch
    {
        ApprovalSubmitted => "送审",
        ApprovalGiven => "同意",
        ApprovalSentBack => "退回",
        ApprovalWithdrawn => "撤回送审",
        StepSkipped => "跳过环节",
        UrgentPathTaken => "紧急办理",
        ProxyConfirmed => "确认代录",
        ProxyDenied => "否认代录",
        SheetFiled => "呈批单扫描件归卷",
        ReservedFieldFilled => "填写预留栏",
        ApprovalReleased => "放行",
        _ => "其他",
    };
}
