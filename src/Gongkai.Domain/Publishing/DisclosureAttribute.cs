namespace Gongkai.Domain.Publishing;

/// <summary>What becomes of information when it is made (公开属性).</summary>
public enum DisclosureAttribute
{
    /// <summary>主动公开.</summary>
    Proactive,

    /// <summary>依申请公开.</summary>
    OnRequest,

    /// <summary>不予公开.</summary>
    Withheld,
}
