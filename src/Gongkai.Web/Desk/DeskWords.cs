using Gongkai.App.Agencies.Imports;
using Gongkai.App.Data;
using Gongkai.App.Machines;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Requests;

namespace Gongkai.Web.Desk;

/// <summary>The words of the desk for what the code calls by name.</summary>
public static class DeskWords
{
    /// <summary>How somebody signed in.</summary>
    public static string Of(SignInProof proof) => proof switch
    {
        SignInProof.Password => "口令",
        SignInProof.PasswordAndCode => "口令和验证码",
        SignInProof.PasswordAndRecoveryCode => "口令和恢复码",
        SignInProof.Passkey => "通行密钥",
        SignInProof.Identity => "统一身份",
        SignInProof.IdentityAndCode => "统一身份和验证码",
        SignInProof.IdentityAndRecoveryCode => "统一身份和恢复码",
        SignInProof.Certificate => "证书",
        _ => "口令和证书",
    };

    /// <summary>Everything a person can be, as code and name: the posts, then the three administrators.</summary>
    public static IReadOnlyList<(string Code, string Name)> Roles { get; } =
    [
        .. Enum.GetValues<PostRole>().Select(role => (EnumCode<PostRole>.Of(role), Of(role))),
        .. Enum.GetValues<HouseRole>().Select(role => (EnumCode<HouseRole>.Of(role), $"{Of(role)}（三员）")),
    ];

    /// <summary>How pressing a message is, for its mark.</summary>
    public static string MarkOf(MessageKind kind) => kind switch
    {
        MessageKind.Approved => "ok",
        MessageKind.Overdue or MessageKind.SentBack or MessageKind.ProxyDenied or MessageKind.LedgerBroken or MessageKind.AuditBroken => "stop",
        MessageKind.Delegated => "",
        _ => "warn",
    };

    /// <summary>Where a delivery stands.</summary>
    public static string Of(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "待发",
        DeliveryState.Sending => "正在发",
        DeliveryState.Delivered => "已送出",
        _ => "已放弃",
    };

    /// <summary>A post.</summary>
    public static string Of(PostRole role) => RoleWords.Of(role);

    /// <summary>A kind of applicant, as the report's columns call it.</summary>
    public static string Of(ApplicantKind kind) => kind switch
    {
        ApplicantKind.NaturalPerson => "自然人",
        ApplicantKind.Business => "商业企业",
        ApplicantKind.Research => "科研机构",
        ApplicantKind.PublicInterest => "社会公益组织",
        ApplicantKind.LegalService => "法律服务机构",
        _ => "其他",
    };

    /// <summary>What a machine's token is for.</summary>
    public static string Of(TokenScope scope) => scope switch
    {
        TokenScope.ReadLedger => "导出台账",
        TokenScope.WriteLedger => "导入登记",
        _ => "读取年报数据",
    };

    /// <summary>The field of a form of people that a refusal speaks of; the form as a whole where it is none.</summary>
    public static string FieldOf(Refusal refusal) => refusal.Code switch
    {
        "account.name" => "Input.Name",
        "account.login" or "account.taken" or "account.other" => "Input.Login",
        "post.held" or "post.administrator" => "Input.Role",
        _ => "",
    };

    /// <summary>One of the three administrators.</summary>
    public static string Of(HouseRole role) => role switch
    {
        HouseRole.SystemAdministrator => "系统管理员",
        HouseRole.SecurityAdministrator => "安全管理员",
        _ => "审计管理员",
    };
}
