using Gongkai.App.People;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Areas.Desk.Pages.SignIn;

/// <summary>退出.</summary>
[AllowAnonymous]
public sealed class OutModel(App.People.SignIn signIn) : DeskPage
{
    /// <summary>Nothing to see here.</summary>
    public IActionResult OnGet() => LocalRedirect(Request.PathBase + DeskUrls.Home);

    /// <summary>Ends the session.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await HttpContext.AuthenticateAsync(DeskAuthentication.SchemeName);
        if (HttpContext.Features.Get<SignedIn>() is { } who) await signIn.OutAsync(who, cancellation);
        DeskAuthentication.Forget(HttpContext);
        return LocalRedirect(Request.PathBase + DeskUrls.SignIn);
    }
}
