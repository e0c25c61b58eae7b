namespace Gongkai.App.Audit;

/// <summary>What a security event is (安全事件种类). Stored by name: members are never renamed or reused.</summary>
public enum AuditKind
{
    /// <summary>登录成功.</summary>
    SignedIn,

    /// <summary>登录失败.</summary>
    SignInFailed,

    /// <summary>退出登录.</summary>
    SignedOut,

    /// <summary>账号被锁定.</summary>
    LockedOut,

    /// <summary>账号解除锁定.</summary>
    Unlocked,

    /// <summary>设置第二验证方式 (动态口令、通行密钥、证书).</summary>
    SecondFactorSet,

    /// <summary>取消第二验证方式.</summary>
    SecondFactorRemoved,

    /// <summary>使用恢复码.</summary>
    RecoveryCodeUsed,

    /// <summary>重新生成恢复码.</summary>
    RecoveryCodesRenewed,

    /// <summary>修改口令.</summary>
    PasswordChanged,

    /// <summary>管理员重置口令.</summary>
    PasswordReset,

    /// <summary>会话被结束.</summary>
    SessionEnded,

    /// <summary>建立账号.</summary>
    AccountOpened,

    /// <summary>停用账号.</summary>
    AccountClosed,

    /// <summary>岗位、职责变更.</summary>
    PostChanged,

    /// <summary>权限变更.</summary>
    PermissionChanged,

    /// <summary>拒绝访问.</summary>
    AccessRefused,

    /// <summary>查看个人信息原文.</summary>
    PersonalDataOpened,

    /// <summary>导出.</summary>
    Exported,

    /// <summary>清除误入的内容.</summary>
    Purged,

    /// <summary>轮换密钥.</summary>
    KeysRotated,

    /// <summary>修改设置.</summary>
    SettingChanged,

    /// <summary>接口令牌签发、吊销.</summary>
    TokenChanged,

    /// <summary>拦下标有密级的内容.</summary>
    MarkedSecretStopped,

    /// <summary>拦下标有内部、工作秘密的内容.</summary>
    WorkSecretHeld,

    /// <summary>拒收无法检查的文件.</summary>
    UnexaminedRefused,

    /// <summary>归档较早的审计记录.</summary>
    AuditArchived,

    /// <summary>删除未提交的草稿.</summary>
    DraftRemoved,

    /// <summary>关联统一身份.</summary>
    IdentityLinked,

    /// <summary>取消关联统一身份.</summary>
    IdentityUnlinked,
    /// <summary>修改工作人员的联系方式.</summary>
    ContactChanged,

    /// <summary>按批准的清册销毁到期档案.</summary>
    RecordsDestroyed,
}
