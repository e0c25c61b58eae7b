namespace Gongkai.App.Jobs;

/// <summary>The pieces of background work (后台任务种类).</summary>
public enum JobKind
{
    /// <summary>送出消息.</summary>
    Delivery,

    /// <summary>文档转换.</summary>
    Conversion,

    /// <summary>期限提醒.</summary>
    Deadline,

    /// <summary>清理过期的登录、链接和记录.</summary>
    Expiry,

    /// <summary>清理无人引用的文件.</summary>
    Files,

    /// <summary>校验台账和审计日志.</summary>
    Verification,
}
