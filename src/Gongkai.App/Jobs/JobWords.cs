namespace Gongkai.App.Jobs;

/// <summary>What background work is called and when it is done, on screens.</summary>
public static class JobWords
{
    /// <summary>Its name.</summary>
    public static string Of(JobKind job) => job switch
    {
        JobKind.Delivery => "送出消息",
        JobKind.Conversion => "文档转换",
        JobKind.Deadline => "期限提醒",
        JobKind.Expiry => "清理过期的登录、链接和记录",
        JobKind.Files => "清理无人引用的文件",
        JobKind.Verification => "校验台账和审计日志",
        _ => throw new ArgumentOutOfRangeException(nameof(job)),
    };

    /// <summary>When it is done.</summary>
    public static string Of(JobTime time) => time switch
    {
        { Every: { TotalMinutes: 1 } } => "每分钟，有事时立即",
        { Every: { } every } => $"每 {(int)every.TotalMinutes} 分钟",
        { At: { } at } => $"每天 {at:HH\\:mm}",
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };
}
