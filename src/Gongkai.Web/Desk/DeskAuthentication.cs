using System.Security.Claims;
using System.Text.Encodings.Web;
using Gongkai.App.People;
using Gongkai.Web.Frame;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Desk;

/// <summary>
/// Finds out who is asking, from the one cookie of the desk. It runs only where a page asks for somebody: public pages neither read
/// nor set a cookie.
/// </summary>
internal sealed class DeskAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "desk";

    private const string CookieName = "gongkai-desk";

    /// <summary>Hands the browser the secret of its session, until it is closed.</summary>
    public static void Keep(HttpContext context, NewSession session) => context.Response.Cookies.Append(NameFor(context), session.Secret, CookieFor(context));

    /// <summary>Takes it back.</summary>
    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(NameFor(context), CookieFor(context));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (IsForEverybody(Context.GetEndpoint())) return AuthenticateResult.NoResult();
        if (Request.Cookies[NameFor(Context)] is not { Length: > 0 and < 100 } secret) return AuthenticateResult.NoResult();
        if (await sessions.FindAsync(secret, Context.RequestAborted) is not { } who) return AuthenticateResult.NoResult();
        who = who with { Caller = who.Caller with { From = Context.Origin().Address } };
        Context.Features.Set(who);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, who.Caller.Id!.Value.Value.ToString("N"))], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var back = HttpMethods.IsGet(Request.Method) ? Request.Path + Request.QueryString : DeskUrls.Home;
        Response.Redirect(Request.PathBase + DeskUrls.SignInThenTo(back));
        return Task.CompletedTask;
    }

    // The policy for addresses that say nothing of themselves is weighed also where everybody may go; whoever is signed in at the desk
    // and reads a public page or a style sheet must not cost a look into the sessions. Signing in and out is of the desk.
    private static bool IsForEverybody(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is not null && endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.AreaName != DeskRooms.Area;

    private static string NameFor(HttpContext context) => context.RequestServices.GetRequiredService<SiteSettings>().CookieNamed(CookieName);

    private static CookieOptions CookieFor(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = context.RequestServices.GetRequiredService<SiteSettings>().CookiePath,
        IsEssential = true,
    };
}
