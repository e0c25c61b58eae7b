using System.ComponentModel.DataAnnotations;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Web.Desk;
using Gongkai.Web.Desk.Identity;
using Gongkai.Web.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Areas.Desk.Pages.SignIn;

/// <summary>登录：用户名和口令，通行密钥，统一身份，证书.</summary>
[AllowAnonymous, EnableRateLimiting(SignInLimit.Policy)]
public sealed class IndexModel(App.People.SignIn signIn, Passkeys passkeys, SiteSettings site, SignInWays ways, IServiceProvider services) : DeskPage
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

    /// <summary>The identity provider, or null.</summary>
    public IdentityProvider? Identity => site.Identity;

    /// <summary>True where a certificate alone signs in.</summary>
    public bool ByCertificate => site.AsksForCertificates && ways.Certificates == CertificateUse.SignIn;

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync() => Passkey = await passkeys.AskAsync(HttpContext);

    /// <summary>Checks the password.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var step = await signIn.WithPasswordAsync(Login ?? "", Password ?? "", HttpContext.Origin(), cancellation, HttpContext.Certificate());
        if (step.IsRefused) return await AgainAsync(step.Refusal);
        if (step.Value.Session is not { } session) return RedirectToPage("/SignIn/Code", new { pending = step.Value.Pending, back = Back });
        DeskAuthentication.Keep(HttpContext, session);
        return this.GoBack(Back);
    }

    /// <summary>Checks a passkey.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(string credential, string state, CancellationToken cancellation)
    {
        var session = await passkeys.SignInAsync(HttpContext, credential, state, cancellation);
        return await EnterAsync(session);
    }

    /// <summary>Checks the certificate the browser presented.</summary>
    public async Task<IActionResult> OnPostCertificateAsync(CancellationToken cancellation)
    {
        if (HttpContext.Certificate() is not { } certificate) return NotFound();
        return await EnterAsync(certificate.IsRefused
            ? certificate.Refusal
            : await signIn.WithCertificateAsync(certificate.Value, HttpContext.Origin(), cancellation));
    }

    /// <summary>Goes to the identity provider.</summary>
    public async Task<IActionResult> OnPostIdentityAsync(CancellationToken cancellation)
    {
        if (services.GetService<IdentityDoor>() is not { } door) return NotFound();
        return await door.ClosedAsync(cancellation) is { } closed
            ? await AgainAsync(closed)
            : Challenge(IdentityDoor.ToSignIn(SignInFlow.Within(Back)), IdentitySignIn.Scheme);
    }

    private async Task<IActionResult> EnterAsync(Outcome<NewSession> session)
    {
        if (session.IsRefused) return await AgainAsync(session.Refusal);
        DeskAuthentication.Keep(HttpContext, session.Value);
        return this.GoBack(Back);
    }

    private async Task<IActionResult> AgainAsync(Refusal refusal)
    {
        Passkey = await passkeys.AskAsync(HttpContext);
        return Again("", refusal);
    }
}
