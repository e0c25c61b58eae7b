using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Frame;

/// <summary>
/// How the reader wants pages drawn (适老化显示): large type, high contrast, both or neither. Four values and no more, whatever a cookie
/// says, so that a made-up cookie cannot fill the cache.
/// </summary>
public readonly record struct DisplayMode(bool LargeType, bool HighContrast)
{
    /// <summary>The cookie that remembers it. Only <see cref="DisplayEndpoint"/> sets it.</summary>
    public const string CookieName = "gongkai-display";

    private const string Large = "large";
    private const string High = "high";
    private const string Normal = "normal";

    /// <summary>Written form, as it stands in the cookie and in the cache key: empty, <c>large</c>, <c>high</c> or <c>large.high</c>.</summary>
    public string Code => (LargeType, HighContrast) switch
    {
        (true, true) => $"{Large}.{High}",
        (true, false) => Large,
        (false, true) => High,
        _ => "",
    };

    /// <summary>Value of <c>data-size</c> on the document.</summary>
    public string Size => LargeType ? Large : Normal;

    /// <summary>Value of <c>data-contrast</c> on the document.</summary>
    public string Contrast => HighContrast ? High : Normal;

    /// <summary>What the request's cookie says; anything unknown is the plain mode.</summary>
    public static DisplayMode Of(HttpRequest request) => request.Cookies[CookieName] switch
    {
        $"{Large}.{High}" => new(true, true),
        Large => new(true, false),
        High => new(false, true),
        _ => default,
    };
}
