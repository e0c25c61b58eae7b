using Gongkai.App.Data;

namespace Gongkai.App.Outbox;

/// <summary>
/// What leaves the desk (对外的文字): that something waits, and where to look. It is made of the kind of message alone, so that no person and
/// no content can be in it.
/// </summary>
public static class OutsideText
{
    /// <summary>Subject of mails.</summary>
    public const string Subject = "政务公开待办提醒";

    /// <summary>The sentence for a message, with the link where the house has an address.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="toGroup">True for an agency's group.</param>
    /// <param name="desk">Where the desk is, or null.</param>
    public static string Of(MessageKind kind, bool toGroup, Uri? desk)
    {
        var who = toGroup ? "本机关" : "您";
        // The word 待办 stands in every one of them: group robots can be told to let pass only what contains it.
        var what = kind is MessageKind.Approved or MessageKind.Delegated ? "有1条待办消息，请登录查看。" : "有1件待办，请登录办理。";
        return desk is null ? who + what : $"{who}{what}{desk}";
    }

    /// <summary>The sentence for a one-time link.</summary>
    /// <param name="link">The link.</param>
    public static string OfLink(Uri link) => $"您有1件待办，请在{(int)Approvals.ApprovalLinks.Lifetime.TotalMinutes}分钟内打开审批，不要转发：{link}";
}
