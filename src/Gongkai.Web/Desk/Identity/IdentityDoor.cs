using System.Net.Http;
using Gongkai.App.People;
using Gongkai.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Gongkai.Web.Desk.Identity;

/// <summary>The way out to the identity provider: to sign in, to tie an identity to one's account, to sign out.</summary>
internal sealed class IdentityDoor(IOptionsMonitor<OpenIdConnectOptions> options)
{
    public const string LinkKey = "gongkai.link";

    /// <summary>The question to the provider, for a sign-in that leads back to a page.</summary>
    public static AuthenticationProperties ToSignIn(string? back) => new() { RedirectUri = back };

    /// <summary>The question to the provider, to tie its answer to the account of this very session.</summary>
    public static AuthenticationProperties ToLink(SignedIn who) => new() { Items = { [LinkKey] = who.SessionId.ToString("N") } };

    /// <summary>Looks whether the provider answers, before anybody is sent there.</summary>
    public async Task<Refusal?> ClosedAsync(CancellationToken cancellation) => await AskAsync(cancellation) is null ? Unreachable : null;

    /// <summary>What the provider calls itself in its tokens; null when it does not answer.</summary>
    public async Task<string?> IssuerAsync(CancellationToken cancellation) => (await AskAsync(cancellation))?.Issuer;

    public static Refusal Unreachable { get; } = new("identity.unreachable", "现在联系不上统一身份认证。请稍后再试，或者用口令登录。");

    /// <summary>True when the provider can be told of the sign-out, and this browser came by it.</summary>
    public async Task<bool> TellsOfSignOutAsync(HttpContext context, CancellationToken cancellation) =>
        IdentityHint.Has(context) && (await AskAsync(cancellation))?.EndSessionEndpoint is { Length: > 0 };

    private async Task<OpenIdConnectConfiguration?> AskAsync(CancellationToken cancellation)
    {
        try
        {
            return await options.Get(IdentitySignIn.Scheme).ConfigurationManager!.GetConfigurationAsync(cancellation);
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or HttpRequestException)
        {
            return null;
        }
    }
}
