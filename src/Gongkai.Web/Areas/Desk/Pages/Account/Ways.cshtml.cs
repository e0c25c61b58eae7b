using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Web.Desk;
using Gongkai.Web.Desk.Identity;
using Gongkai.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Areas.Desk.Pages.Account;

/// <summary>统一身份和证书：one's own.</summary>
public sealed class WaysModel(GongkaiDb db, OtherWays others, SignInWays ways, SiteSettings site, IServiceProvider services) : DeskPage
{
    /// <summary>The identity provider, or null.</summary>
    public IdentityProvider? Identity => site.Identity;

    /// <summary>What certificates are good for here.</summary>
    public CertificateUse Use => site.AsksForCertificates ? ways.Certificates : CertificateUse.None;

    /// <summary>True when an outside identity is tied to the account.</summary>
    public bool IsLinked { get; private set; }

    /// <summary>The certificates of the account.</summary>
    public IReadOnlyList<PersonCertificate> Certificates { get; private set; } = [];

    /// <summary>Shows what there is.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var own = Who.Caller.Id!.Value.Value;
        IsLinked = await db.UserLogins.AnyAsync(login => login.UserId == own, cancellation);
        Certificates = await db.PersonCertificates.AsNoTracking().Where(row => row.PersonId == own).OrderBy(row => row.AddedAt).ToListAsync(cancellation);
    }

    /// <summary>Goes to the provider, to tie its answer to this account.</summary>
    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancellation)
    {
        if (services.GetService<IdentityDoor>() is not { } door) return NotFound();
        return await door.ClosedAsync(cancellation) is { } closed ? await AgainAsync(closed, cancellation) : Challenge(IdentityDoor.ToLink(Who), IdentitySignIn.Scheme);
    }

    /// <summary>Unties it.</summary>
    public async Task<IActionResult> OnPostUnlinkAsync(CancellationToken cancellation)
    {
        var own = Who.Caller.Id!.Value.Value;
        var issuer = await db.UserLogins.Where(login => login.UserId == own).Select(login => login.LoginProvider).FirstOrDefaultAsync(cancellation);
        var done = await others.UnlinkAsync(AccountAsked.Own(Who), issuer ?? "", cancellation);
        return done.IsRefused ? await AgainAsync(done.Refusal, cancellation) : Go(DeskUrls.Ways, "已取消关联，其他设备上的登录都已退出。");
    }

    /// <summary>Registers the certificate the browser presents.</summary>
    public async Task<IActionResult> OnPostRegisterAsync(CancellationToken cancellation)
    {
        if (HttpContext.Certificate() is not { } presented) return NotFound();
        if (presented.IsRefused) return await AgainAsync(presented.Refusal, cancellation);
        var done = await others.RegisterAsync(AccountAsked.Own(Who), presented.Value, cancellation);
        return done.IsRefused ? await AgainAsync(done.Refusal, cancellation) : Go(DeskUrls.Ways, $"已登记证书“{presented.Value.Name}”。");
    }

    /// <summary>Takes a certificate off the account.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid certificate, CancellationToken cancellation)
    {
        var done = await others.RemoveAsync(AccountAsked.Own(Who), certificate, cancellation);
        return done.IsRefused ? await AgainAsync(done.Refusal, cancellation) : Go(DeskUrls.Ways, "已取消登记，其他设备上的登录都已退出。");
    }

    private async Task<IActionResult> AgainAsync(Refusal refusal, CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        return Again("", refusal);
    }
}
