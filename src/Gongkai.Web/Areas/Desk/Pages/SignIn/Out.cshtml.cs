using Gongkai.App.People;
using Gongkai.Web.Desk;
using Gongkai.Web.Desk.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Areas.Desk.Pages.SignIn;

/// <summary>退出.</summary>
[AllowAnonymous]
public sealed class OutModel(App.People.SignIn signIn, IServiceProvider services) : DeskPage
{
    /// <summary>Nothing to see here.</summary>
    public IActionResult OnGet() => LocalRedirect(Request.PathBase + DeskUrls.Home);

    /// <summary>Ends the session, here and at the identity provider it came by.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await HttpContext.AuthenticateAsync(DeskAuthentication.SchemeName);
        if (HttpContext.Features.Get<SignedIn>() is { } who) await signIn.OutAsync(who, cancellation);
        DeskAuthentication.Forget(HttpContext);
        return services.GetService<IdentityDoor>() is { } door && await door.TellsOfSignOutAsync(HttpContext, cancellation)
            ? SignOut(new AuthenticationProperties { RedirectUri = Request.PathBase + DeskUrls.SignIn }, IdentitySignIn.Scheme)
            : LocalRedirect(Request.PathBase + DeskUrls.SignIn);
    }
}
