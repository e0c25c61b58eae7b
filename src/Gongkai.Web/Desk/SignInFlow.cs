using Gongkai.App.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Desk;

/// <summary>What the pages of the sign-in share.</summary>
internal static class SignInFlow
{
    /// <summary>Where a request comes from.</summary>
    public static SignInOrigin Origin(this HttpContext context) =>
        new(context.Connection.RemoteIpAddress?.ToString() ?? "", context.Request.Headers.UserAgent.ToString());

    /// <summary>Goes on to where somebody wanted to be; only ever to a page of this site.</summary>
    public static IActionResult GoBack(this PageModel page, string? back) =>
        page.LocalRedirect(page.Request.PathBase + (page.Url.IsLocalUrl(back) && back!.StartsWith('/') ? back : DeskUrls.Home));
}
