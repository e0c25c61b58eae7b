using Gongkai.App.Data;

namespace Gongkai.App.Outbox;

/// <summary>What messages and their ways are called on screens.</summary>
public static class MessageWords
{
    /// <summary>What a message tells.</summary>
    public static string Of(MessageKind kind) => kind switch
    {
        MessageKind.ApprovalWaiting => "待您审批",
        MessageKind.ProxyToConfirm => "请您确认代录",
        MessageKind.SentBack => "被退回，请修改",
        MessageKind.ProxyDenied => "代录被否认，审批作废",
        MessageKind.Approved => "已签发",
        MessageKind.Delegated => "委托您代行",
        MessageKind.DueSoon => "临近期限",
        MessageKind.DueToday => "今天到期",
        MessageKind.Overdue => "已超期",
        MessageKind.RetentionOver => "保管期限已满，请鉴定",
        MessageKind.ApprovalLink => "一次性审批链接",
        MessageKind.LedgerBroken or MessageKind.AuditBroken => "校验不通过，请立即核查",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>A way.</summary>
    public static string Of(DeliveryMeans means) => means switch
    {
        DeliveryMeans.Desk => "办公桌面",
        DeliveryMeans.Email => "电子邮件",
        DeliveryMeans.Sms => "短信",
        DeliveryMeans.Robot => "工作群机器人",
        _ => throw new ArgumentOutOfRangeException(nameof(means)),
    };
}
