using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Gongkai.Web.Tests.Gate;

/// <summary>
/// An identity provider as a province has one: a real OpenID Connect server on a port of its own. It knows one client, demands PKCE and the
/// secret, and takes whoever comes for <see cref="Subject"/>.
/// </summary>
internal sealed class ProvinceSite : IAsyncDisposable
{
    public const string Client = "gongkai";
    public const string Secret = "Mimi-Ke-Hu-Duan-2026";

    private readonly WebApplication _app;

    private ProvinceSite()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenIddict().AddServer(options =>
        {
            options.EnableDegradedMode();
            options.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").SetEndSessionEndpointUris("logout");
            options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            options.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            options.UseAspNetCore().DisableTransportSecurityRequirement();
            options.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != Client || !context.RedirectUri!.EndsWith("/sign-in/identity", StringComparison.Ordinal)) context.Reject("invalid_client");
                return default;
            }));
            options.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != Client || context.ClientSecret != Secret) context.Reject("invalid_client");
                return default;
            }));
            options.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(_ => default));
            options.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (IsRefusing) context.Reject("access_denied", "本人没有同意");
                else context.SignIn(Principal());
                return default;
            }));
            options.AddEventHandler<HandleEndSessionRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                SignedOut.Add(context.IdentityTokenHintPrincipal?.GetClaim("sub") ?? "?");
                context.SignOut();
                return default;
            }));
        });
        builder.Services.AddAuthentication();
        _app = builder.Build();
        _app.UseAuthentication();
    }

    /// <summary>Who signs in there.</summary>
    public string Subject { get; set; } = "320000-7788";

    /// <summary>How, as its token says it (amr).</summary>
    public string[] Methods { get; set; } = ["pwd"];

    /// <summary>True when whoever is there says no.</summary>
    public bool IsRefusing { get; set; }

    /// <summary>Who was signed out.</summary>
    public List<string> SignedOut { get; } = [];

    public Uri Address => new(_app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

    public static async Task<ProvinceSite> StartAsync()
    {
        var site = new ProvinceSite();
        await site._app.StartAsync();
        return site;
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private ClaimsPrincipal Principal()
    {
        var identity = new ClaimsIdentity("province", "name", "role");
        identity.SetClaim("sub", Subject).SetClaim("name", "王某").SetClaim("email", "admin@example.invalid");
        identity.SetClaims("amr", [.. Methods]);
        identity.SetScopes("openid");
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity);
    }
}
