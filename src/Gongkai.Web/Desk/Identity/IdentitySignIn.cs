using Gongkai.App.People;
using Gongkai.Web.Frame;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Gongkai.Web.Desk.Identity;

/// <summary>
/// OpenID Connect as the framework speaks it: code flow with PKCE, nonce, tokens verified by the provider's keys. It brings who somebody
/// is; <see cref="IdentityReturn"/> decides what follows, and the session is our own.
/// </summary>
internal static class IdentitySignIn
{
    public const string Scheme = "identity";

    /// <summary>Where the provider sends people back to; to be registered with it.</summary>
    public const string BackPath = "/sign-in/identity";

    /// <summary>Where it sends them after signing out.</summary>
    public const string OutPath = "/sign-out/identity";

    public static void AddIdentitySignIn(this IServiceCollection services, IdentityProvider provider, SiteSettings site)
    {
        services.AddSingleton<IdentityDoor>();
        services.AddSingleton<IdentityReturn>();
        services.AddAuthentication().AddOpenIdConnect(Scheme, options =>
        {
            options.Authority = provider.Authority.ToString();
            options.ClientId = provider.ClientId;
            options.ClientSecret = provider.ClientSecret;
            options.RequireHttpsMetadata = !provider.IsLocal;
            options.ResponseType = OpenIdConnectResponseType.Code;
            // An answer by address needs no cookie that travels across sites.
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.Scope.Clear();
            foreach (var scope in provider.Scopes.Prepend("openid").Distinct()) options.Scope.Add(scope);
            (options.CallbackPath, options.SignedOutCallbackPath, options.RemoteSignOutPath) = (BackPath, OutPath, default);
            options.SignInScheme = DeskAuthentication.SchemeName;
            (options.MapInboundClaims, options.GetClaimsFromUserInfoEndpoint, options.SaveTokens, options.DisableTelemetry) = (false, false, true, true);
            // Both sides and the browser go by the world's clock, whatever the house's shows.
            options.TimeProvider = TimeProvider.System;
            foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
            {
                cookie.Name = site.RequiresHttps ? $"__Secure-gongkai-{(cookie == options.NonceCookie ? "nonce" : "way")}." : $"gongkai-{(cookie == options.NonceCookie ? "nonce" : "way")}.";
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = site.RequiresHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            }
            options.Events = new OpenIdConnectEvents
            {
                OnTokenValidated = context => Of(context.HttpContext).Remember(context),
                OnTicketReceived = context => Of(context.HttpContext).ReceiveAsync(context),
                OnRemoteFailure = context => Of(context.HttpContext).FailAsync(context),
                OnRedirectToIdentityProviderForSignOut = context => Of(context.HttpContext).LeaveAsync(context),
            };
        });
    }

    private static IdentityReturn Of(HttpContext context) => context.RequestServices.GetRequiredService<IdentityReturn>();
}
