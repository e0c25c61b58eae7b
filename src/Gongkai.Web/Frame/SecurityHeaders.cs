using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Frame;

/// <summary>
/// The headers every answer carries: pages, assets, errors, redirects. They are written when the answer starts, because the error pages
/// clear what was set before.
/// </summary>
internal static class SecurityHeaders
{
    /// <summary>For a file that was made or uploaded, should a browser show it after all.</summary>
    public const string FilePolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    public static void UseSecurityHeaders(this IApplicationBuilder app, SiteSettings site)
    {
        var pages = PagePolicy(site);
        app.Use((context, next) =>
        {
            context.Response.OnStarting(Write, (context.Response, pages));
            return next(context);
        });
    }

    // Buttons that sign in and out answer with a way on to the identity provider, and browsers hold a form to its targets on the whole way.
    private static string PagePolicy(SiteSettings site) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + $"form-action 'self'{(site.Identity is { } identity ? $" {string.Join(' ', identity.Origins)}" : "")}; frame-ancestors 'none'; base-uri 'none'";

    private static Task Write(object state)
    {
        var (response, pages) = ((HttpResponse, string))state;
        var headers = response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = pages;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
