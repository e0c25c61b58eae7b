namespace Gongkai.Domain.Agencies;

/// <summary>The ways to hand in a request that a guide can announce (申请渠道).</summary>
public enum ApplicationChannel
{
    /// <summary>当面提交.</summary>
    Counter,

    /// <summary>邮寄.</summary>
    Post,

    /// <summary>网上提交.</summary>
    Web,

    /// <summary>电子邮件.</summary>
    Email,

    /// <summary>传真.</summary>
    Fax,
}

/// <summary>Which channels are open, and what an announcement of one must say.</summary>
public static class ApplicationChannels
{
    /// <summary>True for the two basic channels, which nobody may close; the others bind once they are announced.</summary>
    [Law("国办公开办函〔2017〕19号")]
    public static bool IsBasic(ApplicationChannel channel) => channel is ApplicationChannel.Counter or ApplicationChannel.Post;

    /// <summary>Why an announcement cannot be made, or null.</summary>
    /// <param name="channel">Which channel.</param>
    /// <param name="open">True to open it.</param>
    /// <param name="reach">Address, number or page by which it is reached.</param>
    [Law("国办公开办函〔2017〕19号")]
    public static Refusal? Forbids(ApplicationChannel channel, bool open, string? reach)
    {
        if (!open && IsBasic(channel))
            return new Refusal("channel.basic", "当面提交和邮寄是基本渠道，不能关闭。", new Citation("国办公开办函〔2017〕19号"));
        if (open && !IsBasic(channel) && string.IsNullOrWhiteSpace(reach))
            return new Refusal("channel.reach", "开通一个渠道，要写明从哪里提交：网址、邮箱或号码。公众找不到的渠道等于没有。");
        return channel == ApplicationChannel.Web && open && PageAddress.Parse(reach!) is { IsRefused: true } wrong ? wrong.Refusal : null;
    }
}
