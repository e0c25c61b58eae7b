using Gongkai.App.Data;
using Gongkai.App.Outbox;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Desk;

/// <summary>The addresses of the desk.</summary>
public static class DeskUrls
{
    /// <summary>Name of the agency's code in addresses.</summary>
    public const string AgencyKey = "agency";

    /// <summary>待办.</summary>
    public const string Home = "/desk";

    /// <summary>消息.</summary>
    public const string Messages = $"{Home}/messages";

    /// <summary>待办单.</summary>
    public const string Tasks = $"{Home}/tasks";

    /// <summary>登录.</summary>
    public const string SignIn = "/sign-in";

    /// <summary>登录：第二步.</summary>
    public const string Code = "/sign-in/code";

    /// <summary>退出.</summary>
    public const string SignOut = "/sign-out";

    /// <summary>我的账号.</summary>
    public const string Account = "/account";

    /// <summary>修改口令.</summary>
    public const string Password = "/account/password";

    /// <summary>身份验证器和通行密钥.</summary>
    public const string SecondFactor = "/account/second-factor";

    /// <summary>统一身份和证书，本人的.</summary>
    public const string Ways = "/account/ways";

    /// <summary>统一身份和证书，全部的.</summary>
    public const string Identities = "/house/identities";
    /// <summary>我的通知渠道.</summary>
    public const string Notices = "/account/notices";

    /// <summary>后台任务.</summary>
    public const string Jobs = "/house/jobs";

    /// <summary>人员.</summary>
    public const string People = "/house/people";

    /// <summary>机关.</summary>
    public const string Agencies = "/house/agencies";

    /// <summary>登记机关.</summary>
    public const string NewAgency = $"{Agencies}/new";

    /// <summary>导入机关和人员.</summary>
    public const string AgencyImport = $"{Agencies}/import";

    /// <summary>机关撤并.</summary>
    public const string AgencyMerger = $"{Agencies}/merge";

    /// <summary>审计日志.</summary>
    public const string Audit = "/house/audit";

    /// <summary>数据校验码.</summary>
    public const string ChainCodes = "/house/codes";

    /// <summary>未确认的代录.</summary>
    public const string Unconfirmed = "/house/proxies";

    /// <summary>The page of a one-time approval link.</summary>
    public static string ApproveByLink(string token) => $"/approve/{token}";

    /// <summary>Sign-in that leads back to a page.</summary>
    public static string SignInThenTo(string back) => back == Home ? SignIn : $"{SignIn}?back={Uri.EscapeDataString(back)}";

    /// <summary>A page of an agency's desk.</summary>
    public static string Of(string agency, string page) => $"{Home}/{Uri.EscapeDataString(agency)}/{page}";

    /// <summary>A request of an agency.</summary>
    public static string Request(string agency, string number) => Of(agency, $"requests/{Uri.EscapeDataString(number)}");

    /// <summary>Where the matter of a message is, or null when there is no page of its own.</summary>
    public static string? OfMessage(DeskMessage message, string agency) => message.DraftCode is { } draft ? Of(agency, $"drafts/{draft}")
        : message.Kind is MessageKind.LedgerBroken or MessageKind.AuditBroken ? Jobs
        : message.Kind == MessageKind.RetentionOver ? Of(agency, "retention")
        : message.DueOn is not null && message.Kind != MessageKind.Delegated ? Home
        : null;

    internal static bool IsOpenBeforePasswordChange(PathString path) => path == Password || path == SignOut;
}
