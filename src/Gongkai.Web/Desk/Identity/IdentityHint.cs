using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Desk.Identity;

/// <summary>
/// What the provider wants to see again at the sign-out: its own token. The browser keeps it, sealed, and sends it to the page for
/// signing out alone; nothing else is done with it.
/// </summary>
internal static class IdentityHint
{
    private const string CookieName = "gongkai-identity";

    // What browsers keep of one cookie, less its name and attributes.
    private const int Longest = 3500;

    public static bool Has(HttpContext context) => context.Request.Cookies.ContainsKey(CookieName);

    public static void Keep(HttpContext context, IDataProtectionProvider protection, string? token)
    {
        if (token is null || ProtectorOf(protection).Protect(token) is not { Length: <= Longest } sealedToken) return;
        context.Response.Cookies.Append(CookieName, sealedToken, Options(context));
    }

    public static string? Take(HttpContext context, IDataProtectionProvider protection)
    {
        if (context.Request.Cookies[CookieName] is not { } kept) return null;
        context.Response.Cookies.Delete(CookieName, Options(context));
        try
        {
            return ProtectorOf(protection).Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static IDataProtector ProtectorOf(IDataProtectionProvider protection) => protection.CreateProtector("Gongkai.Desk.IdentityHint");

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = context.Request.PathBase + DeskUrls.SignOut,
        IsEssential = true,
    };
}
