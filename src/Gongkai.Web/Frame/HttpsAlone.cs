using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Frame;

/// <summary>Where HTTPS is required, nothing is shown without it: who came by plain HTTP is led over, or told what is missing.</summary>
internal static class HttpsAlone
{
    private const int UsualPort = 443;

    private const string OneYear = "max-age=31536000";

    public static void UseHttpsAlone(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.IsHttps) return LeadAsync(context);
        // A host name alone can be remembered; and this machine's own name is not ours to bind for other programs.
        var host = context.Request.Host.Host;
        if (host != "localhost" && Uri.CheckHostName(host) == UriHostNameType.Dns) context.Response.Headers.StrictTransportSecurity = OneYear;
        return next(context);
    });

    private static Task LeadAsync(HttpContext context)
    {
        var entrance = context.Features.Get<Entrance>()!;
        if (entrance is { ByProxy: true, SaysScheme: false })
            return SiteGate.SayAsync(context, StatusCodes.Status400BadRequest, "反向代理没有说明外面用的是 http 还是 https。请在代理上设置请求头 X-Forwarded-Proto，见部署说明。");
        if ((entrance.ByProxy ? UsualPort : OwnPort(context)) is not { } port)
            return SiteGate.SayAsync(context, StatusCodes.Status403Forbidden, "这个端口只接受反向代理转来的请求。请从对外公布的网址进入。");
        var request = context.Request;
        var host = port == UsualPort ? new HostString(request.Host.Host) : new HostString(request.Host.Host, port);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(
            $"https://{host.ToUriComponent()}{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}{request.QueryString}", permanent: false, preserveMethod: true);
        return Task.CompletedTask;
    }

    private static int? OwnPort(HttpContext context) => context.RequestServices.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses
        .Select(BindingAddress.Parse).FirstOrDefault(address => address.Scheme == Uri.UriSchemeHttps)?.Port;
}
