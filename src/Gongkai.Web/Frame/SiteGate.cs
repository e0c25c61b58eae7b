using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;

namespace Gongkai.Web.Frame;

/// <summary>Who hands a request to us: a proxy we trust, and whether it says how the client came (请求来路).</summary>
internal sealed record Entrance(bool ByProxy, bool SaysScheme);

/// <summary>What every request passes before anything else looks at it: who it comes from, by what road, and to which site.</summary>
internal static class SiteGate
{
    private const string SchemeHeader = "X-Forwarded-Proto";

    public static void UseSiteGate(this WebApplication app, SiteSettings site)
    {
        app.Use((context, next) =>
        {
            Recognise(context, site);
            return next(context);
        });
        if (site.TrustedProxies.Count > 0) app.UseForwardedHeaders(Forwarded(site));
        if (site.RequiresHttps) app.UseHttpsAlone();
        if (site.BasePath.Length > 0) app.UseBasePath(site.BasePath);
    }

    private static void Recognise(HttpContext context, SiteSettings site)
    {
        var connection = context.Connection;
        // One form for one address, whichever socket it came by: limits and records compare them.
        if (connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped) connection.RemoteIpAddress = mapped.MapToIPv4();
        var byProxy = site.Trusts(connection.RemoteIpAddress);
        context.Features.Set(new Entrance(byProxy, context.Request.Headers.ContainsKey(SchemeHeader)));
        if (site.CertificateHeader is not { } header) return;
        var written = context.Request.Headers[header].ToString();
        context.Request.Headers.Remove(header);
        connection.ClientCertificate = byProxy ? ReadCertificate(written) : null;
    }

    /// <summary>A certificate as proxies write it into a header: PEM, percent-encoded, or the bare Base64.</summary>
    private static X509Certificate2? ReadCertificate(string written)
    {
        if (written.Length == 0) return null;
        try
        {
            var text = Uri.UnescapeDataString(written);
            return text.Contains("-----BEGIN", StringComparison.Ordinal)
                ? X509Certificate2.CreateFromPem(text)
                : X509CertificateLoader.LoadCertificate(Convert.FromBase64String(text));
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return null;
        }
    }

    // The host is not taken from a header: a proxy hands on the one that was asked for.
    private static ForwardedHeadersOptions Forwarded(SiteSettings site)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in site.TrustedProxies) options.KnownIPNetworks.Add(proxy);
        return options;
    }

    private static void UseBasePath(this IApplicationBuilder app, string basePath) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments(basePath, StringComparison.Ordinal, out var matched, out var rest))
        {
            await SayAsync(context, StatusCodes.Status404NotFound, $"这里没有页面。政府信息公开平台在 {basePath}/ 之下。");
            return;
        }
        if (!rest.HasValue)
        {
            context.Response.Redirect($"{basePath}/{request.QueryString}", permanent: true, preserveMethod: true);
            return;
        }
        (request.PathBase, request.Path) = (request.PathBase.Add(matched), rest);
        await next(context);
    });

    internal static Task SayAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(sentence, context.RequestAborted);
    }
}
