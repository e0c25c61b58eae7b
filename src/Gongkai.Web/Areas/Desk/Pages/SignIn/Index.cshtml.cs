using System.ComponentModel.DataAnnotations;
using Gongkai.App.People;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Areas.Desk.Pages.SignIn;

/// <summary>登录：用户名和口令，或者通行密钥.</summary>
[AllowAnonymous, EnableRateLimiting(SignInLimit.Policy)]
public sealed class IndexModel(App.People.SignIn signIn, Passkeys passkeys) : DeskPage
{
    /// <summary>用户名.</summary>
    [BindProperty, MaxLength(100)]
    public string? Login { get; set; }

    /// <summary>口令.</summary>
    [BindProperty, MaxLength(300)]
    public string? Password { get; set; }

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>What the browser needs to ask for a passkey.</summary>
    public PasskeyQuestion Passkey { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync() => Passkey = await passkeys.AskAsync(HttpContext);

    /// <summary>Checks the password.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var step = await signIn.WithPasswordAsync(Login ?? "", Password ?? "", HttpContext.Origin(), cancellation);
        if (step.IsRefused)
        {
            Passkey = await passkeys.AskAsync(HttpContext);
            return Again("", step.Refusal);
        }
        if (step.Value.Session is not { } session) return RedirectToPage("/SignIn/Code", new { pending = step.Value.Pending, back = Back });
        DeskAuthentication.Keep(HttpContext, session);
        return this.GoBack(Back);
    }

    /// <summary>Checks a passkey.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(string credential, string state, CancellationToken cancellation)
    {
        var session = await passkeys.SignInAsync(HttpContext, credential, state, cancellation);
        if (session.IsRefused)
        {
            Passkey = await passkeys.AskAsync(HttpContext);
            return Again("", session.Refusal);
        }
        DeskAuthentication.Keep(HttpContext, session.Value);
        return this.GoBack(Back);
    }
}
