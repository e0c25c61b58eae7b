using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.App.People;
using Gongkai.App.People.Certificates;
using Gongkai.Domain;
using Gongkai.Web.Desk;
using Gongkai.Web.Desk.Identity;
using Gongkai.Web.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Administration.Identities;

/// <summary>统一身份和证书：everybody's, tied and taken away by the security administrator.</summary>
public sealed class IndexModel(GongkaiDb db, OtherWays others, SignInWays ways, SiteSettings site, CertificateCheck check) : DeskPage
{
    private const int LargestCertificate = 64 * 1024;

    private static readonly Refusal Unreadable = new("certificate.unreadable", "读不出证书。请选择从证书介质导出的 .cer、.crt 或 .pem 文件。");

    /// <summary>One tie.</summary>
    /// <param name="Login">用户名.</param>
    /// <param name="Name">姓名.</param>
    /// <param name="Known">Subject, or name of the certificate.</param>
    /// <param name="Issuer">The provider, for an identity.</param>
    /// <param name="Certificate">The certificate's row, for one.</param>
    /// <param name="ExpiresAt">Until when a certificate is good.</param>
    public sealed record Line(string Login, string Name, string Known, string? Issuer, Guid? Certificate, DateTime? ExpiresAt);

    /// <summary>The ties, by the names of people.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>The identity provider, or null.</summary>
    public IdentityProvider? Identity => site.Identity;

    /// <summary>What certificates are good for here.</summary>
    public CertificateUse Use => site.AsksForCertificates ? ways.Certificates : CertificateUse.None;

    /// <summary>用户名 to tie an identity to.</summary>
    [BindProperty, MaxLength(100)]
    public string? LinkLogin { get; set; }

    /// <summary>用户标识.</summary>
    [BindProperty, MaxLength(200)]
    public string? Subject { get; set; }

    /// <summary>用户名 to register a certificate for.</summary>
    [BindProperty, MaxLength(100)]
    public string? CertificateLogin { get; set; }

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var identities = await db.UserLogins.AsNoTracking().Join(db.People, login => login.UserId, person => person.Id,
            (login, person) => new Line(person.UserName!, person.Name, login.ProviderKey, login.LoginProvider, null, null)).ToListAsync(cancellation);
        var certificates = await db.PersonCertificates.AsNoTracking().Join(db.People, row => row.PersonId, person => person.Id,
            (row, person) => new Line(person.UserName!, person.Name, row.Name, null, row.Id, row.ExpiresAt)).ToListAsync(cancellation);
        Lines = [.. identities.Concat(certificates).OrderBy(line => line.Name, ChineseText.BySound)];
    }

    /// <summary>Ties an identity to an account. The issuer is the provider's own name for itself, as its tokens will say it.</summary>
    public async Task<IActionResult> OnPostLinkAsync([FromServices] IServiceProvider services, CancellationToken cancellation)
    {
        if (services.GetService(typeof(IdentityDoor)) is not IdentityDoor door) return NotFound();
        if (await door.IssuerAsync(cancellation) is not { } issuer) return await AgainAsync("", IdentityDoor.Unreachable, cancellation);
        var done = await others.LinkAsync(AccountAsked.Of(Who.Caller, LinkLogin ?? ""), new OutsideIdentity(issuer, (Subject ?? "").Trim()), cancellation);
        return done.IsRefused
            ? await AgainAsync(done.Refusal.Code == "account.unknown" ? "LinkLogin" : "Subject", done.Refusal, cancellation)
            : Go(DeskUrls.Identities, $"已把统一身份关联到 {LinkLogin}，这个账号的登录都已退出。");
    }

    /// <summary>Registers a certificate from a file.</summary>
    public async Task<IActionResult> OnPostRegisterAsync([FromServices] FileIntake intake, IFormFile? certificateFile, CancellationToken cancellation)
    {
        if (Use == CertificateUse.None) return NotFound();
        var read = await ReadAsync(intake, certificateFile, cancellation);
        if (read.IsRefused) return await AgainAsync("CertificateFile", read.Refusal, cancellation);
        using (var certificate = read.Value)
        {
            var looked = check.Look(certificate);
            if (looked.IsRefused) return await AgainAsync("CertificateFile", looked.Refusal, cancellation);
            var done = await others.RegisterAsync(AccountAsked.Of(Who.Caller, CertificateLogin ?? ""), looked.Value, cancellation);
            return done.IsRefused
                ? await AgainAsync(done.Refusal.Code == "account.unknown" ? "CertificateLogin" : "CertificateFile", done.Refusal, cancellation)
                : Go(DeskUrls.Identities, $"已为 {CertificateLogin} 登记证书“{looked.Value.Name}”，这个账号的登录都已退出。");
        }
    }

    /// <summary>Takes a tie away.</summary>
    public async Task<IActionResult> OnPostRemoveAsync([MaxLength(100)] string login, Guid? certificate, [MaxLength(500)] string? issuer, CancellationToken cancellation)
    {
        var asked = AccountAsked.Of(Who.Caller, login);
        var done = certificate is { } row ? await others.RemoveAsync(asked, row, cancellation) : await others.UnlinkAsync(asked, issuer ?? "", cancellation);
        return done.IsRefused ? await AgainAsync("", done.Refusal, cancellation) : Go(DeskUrls.Identities, $"已取消，{login} 的登录都已退出。");
    }

    private async Task<Outcome<X509Certificate2>> ReadAsync(FileIntake intake, IFormFile? file, CancellationToken cancellation)
    {
        if (file is not { Length: > 0 and <= LargestCertificate }) return Unreadable;
        var content = await intake.ReadAsync(Who.Caller.BringerTo(null), file, cancellation);
        if (content.IsRefused) return content.Refusal;
        try
        {
            return X509CertificateLoader.LoadCertificate(content.Value);
        }
        catch (CryptographicException)
        {
            return Unreadable;
        }
    }

    private async Task<IActionResult> AgainAsync(string field, Refusal refusal, CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        return Again(field, refusal);
    }
}
