using Gongkai.App.People;
using Gongkai.App.People.Certificates;
using Gongkai.Domain;
using Gongkai.Web.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Desk;

/// <summary>What the pages of the sign-in share.</summary>
internal static class SignInFlow
{
    /// <summary>Where a request comes from.</summary>
    public static SignInOrigin Origin(this HttpContext context) =>
        new(context.Connection.RemoteIpAddress?.ToString() ?? "", context.Request.Headers.UserAgent.ToString());

    /// <summary>Goes on to where somebody wanted to be; only ever to a page of this site.</summary>
    public static IActionResult GoBack(this PageModel page, string? back) =>
        page.LocalRedirect(page.Request.PathBase + Within(back));

    /// <summary>An address of this site, or the desk where it is none.</summary>
    public static string Within(string? back) => RedirectHttpResult.IsLocalUrl(back) && back!.StartsWith('/') ? back : DeskUrls.Home;

    /// <summary>The certificate a browser presented, looked at; null where none is asked for.</summary>
    public static Outcome<PresentedCertificate>? Certificate(this HttpContext context) =>
        context.RequestServices.GetRequiredService<SiteSettings>().AsksForCertificates
            ? context.RequestServices.GetRequiredService<CertificateCheck>().Look(context.Connection.ClientCertificate)
            : (Outcome<PresentedCertificate>?)null;
}
