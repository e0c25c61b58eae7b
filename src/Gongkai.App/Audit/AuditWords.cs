namespace Gongkai.App.Audit;

/// <summary>What security events are called on screens and in exports.</summary>
public static class AuditWords
{
    private static readonly Dictionary<AuditKind, string> Names = new()
    {
        [AuditKind.SignedIn] = "登录成功",
        [AuditKind.SignInFailed] = "登录失败",
        [AuditKind.SignedOut] = "退出登录",
        [AuditKind.LockedOut] = "账号锁定",
        [AuditKind.Unlocked] = "解除锁定",
        [AuditKind.SecondFactorSet] = "设置第二验证方式",
        [AuditKind.SecondFactorRemoved] = "取消第二验证方式",
        [AuditKind.RecoveryCodeUsed] = "使用恢复码",
        [AuditKind.RecoveryCodesRenewed] = "重新生成恢复码",
        [AuditKind.PasswordChanged] = "修改口令",
        [AuditKind.PasswordReset] = "重置口令",
        [AuditKind.SessionEnded] = "会话被结束",
        [AuditKind.AccountOpened] = "建立账号",
        [AuditKind.AccountClosed] = "停用账号",
        [AuditKind.PostChanged] = "岗位变更",
        [AuditKind.PermissionChanged] = "权限变更",
        [AuditKind.AccessRefused] = "拒绝访问",
        [AuditKind.PersonalDataOpened] = "查看个人信息原文",
        [AuditKind.Exported] = "导出",
        [AuditKind.Purged] = "清除误入内容",
        [AuditKind.KeysRotated] = "轮换密钥",
        [AuditKind.SettingChanged] = "修改设置",
        [AuditKind.TokenChanged] = "接口令牌变更",
        [AuditKind.MarkedSecretStopped] = "拦下密级标志",
        [AuditKind.WorkSecretHeld] = "拦下内部、工作秘密标志",
        [AuditKind.UnexaminedRefused] = "拒收无法检查的文件",
        [AuditKind.AuditArchived] = "归档审计记录",
        [AuditKind.DraftRemoved] = "删除草稿",
        [AuditKind.IdentityLinked] = "关联统一身份",
        [AuditKind.IdentityUnlinked] = "取消关联统一身份",
        [AuditKind.ContactChanged] = "修改联系方式",
        [AuditKind.RecordsDestroyed] = "按清册销毁",
    };

    /// <summary>The Chinese name of a kind.</summary>
    public static string Of(AuditKind kind) => Names[kind];
}
