using System.ComponentModel.DataAnnotations;
using Gongkai.Domain;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Areas.Desk.Pages.SignIn;

/// <summary>登录：第二步，动态码或者恢复码.</summary>
[AllowAnonymous, EnableRateLimiting(SignInLimit.Policy)]
public sealed class CodeModel(App.People.SignIn signIn) : DeskPage
{
    /// <summary>Proof of the first step.</summary>
    [BindProperty(SupportsGet = true), MaxLength(2000)]
    public string? Pending { get; set; }

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>Shows the form.</summary>
    public IActionResult OnGet() => Pending is null ? LocalRedirect(Request.PathBase + DeskUrls.SignIn) : Page();

    /// <summary>Checks the code: six digits are the authenticator's, anything else a recovery code.</summary>
    public async Task<IActionResult> OnPostAsync([MaxLength(60)] string? code, CancellationToken cancellation)
    {
        var typed = (code ?? "").Trim();
        var session = typed.Count(char.IsAsciiDigit) == 6 && typed.All(letter => char.IsAsciiDigit(letter) || letter == ' ')
            ? await signIn.WithCodeAsync(Pending ?? "", typed, HttpContext.Origin(), cancellation)
            : await signIn.WithRecoveryCodeAsync(Pending ?? "", typed, HttpContext.Origin(), cancellation);
        if (session.IsRefused) return Again("code", session.Refusal);
        DeskAuthentication.Keep(HttpContext, session.Value);
        return this.GoBack(Back);
    }
}
