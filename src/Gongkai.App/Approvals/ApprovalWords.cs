using Gongkai.Domain.Approvals;

namespace Gongkai.App.Approvals;

/// <summary>What the states of an approval are called (审批状态).</summary>
public static class ApprovalWords
{
    /// <summary>Where an approval is.</summary>
    public static string Of(ApprovalState state) => state switch
    {
        ApprovalState.Drafting => "拟稿中",
        ApprovalState.Waiting => "审批中",
        ApprovalState.SentBack => "已退回",
        ApprovalState.Withdrawn => "已撤回",
        ApprovalState.Approved => "已签发",
        ApprovalState.Voided => "审批作废",
        _ => "已放行",
    };
}
