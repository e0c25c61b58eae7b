using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Web.Frame;

/// <summary>
/// Where the switches for large type and high contrast post to. Public pages are cached and carry no token, so what guards it is that
/// browsers say where a form came from.
/// </summary>
internal static class DisplayEndpoint
{
    public const string Address = "/display";
    public const string SwitchField = "switch";
    public const string BackField = "back";
    public const string LargeType = "size";
    public const string HighContrast = "contrast";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public static void MapDisplay(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Address, (Delegate)SwitchAsync).WithMetadata(new RequestSizeLimitAttribute(8 * 1024)).AllowAnonymous();

    private static async Task<IResult> SwitchAsync(HttpContext context)
    {
        if (!IsFromThisSite(context.Request)) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (!context.Request.HasFormContentType) return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var mode = DisplayMode.Of(context.Request);
        mode = form[SwitchField].ToString() switch
        {
            LargeType => mode with { LargeType = !mode.LargeType },
            HighContrast => mode with { HighContrast = !mode.HighContrast },
            _ => mode,
        };
        Remember(context, mode);

        var back = form[BackField].ToString();
        return TypedResults.LocalRedirect(IsHere(back, context.Request.PathBase) ? back : $"{context.Request.PathBase}/");
    }

    private static bool IsHere(string back, PathString site) =>
        RedirectHttpResult.IsLocalUrl(back) && (site.HasValue ? back.StartsWith($"{site}/", StringComparison.Ordinal) : back.StartsWith('/'));

    private static void Remember(HttpContext context, DisplayMode mode)
    {
        var cookie = new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/",
            MaxAge = Remembered,
            IsEssential = true,
        };
        if (mode == default) context.Response.Cookies.Delete(DisplayMode.CookieName, cookie);
        else context.Response.Cookies.Append(DisplayMode.CookieName, mode.Code, cookie);
    }

    // Sec-Fetch-Site is sent on secure origins only; on plain HTTP the Origin header answers. A form that names neither came from no browser
    // that can show these pages.
    private static bool IsFromThisSite(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0) return site == "same-origin";
        return request.Headers.Origin == $"{request.Scheme}://{request.Host}";
    }
}
