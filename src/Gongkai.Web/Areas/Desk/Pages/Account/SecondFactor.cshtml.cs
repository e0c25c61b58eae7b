using System.ComponentModel.DataAnnotations;
using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Documents.Pictures;
using Gongkai.Domain;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Account;

/// <summary>身份验证器和通行密钥.</summary>
public sealed class SecondFactorModel(SecondFactors factors, CodeSecrets secrets, Passkeys passkeys, UserManager<Person> people, GongkaiDb db) : DeskPage
{
    /// <summary>True when an authenticator is set up.</summary>
    public bool IsOn { get; private set; }

    /// <summary>The secret that is offered, protected, for the form.</summary>
    public string Offered { get; private set; } = "";

    /// <summary>The secret to type by hand, in groups of four.</summary>
    public string Typed => string.Join(' ', secrets.Show(Offered).Chunk(4).Select(group => new string(group)));

    /// <summary>The secret as a picture for the authenticator's camera.</summary>
    public string Picture { get; private set; } = "";

    /// <summary>Recovery codes, shown once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>The passkeys of the account.</summary>
    public IReadOnlyList<UserPasskeyInfo> Own { get; private set; } = [];

    /// <summary>What the browser needs to make another.</summary>
    public PasskeyQuestion Question { get; private set; } = null!;

    /// <summary>Shows what there is.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(secrets.Offer(), cancellation);

    /// <summary>Switches the authenticator on.</summary>
    public async Task<IActionResult> OnPostOnAsync([MaxLength(500)] string offered, [MaxLength(20)] string? code, CancellationToken cancellation)
    {
        var codes = await factors.SwitchOnAsync(Who, offered, (code ?? "").Trim(), cancellation);
        await LoadAsync(offered, cancellation);
        if (codes.IsRefused) return Again("code", codes.Refusal);
        Codes = codes.Value;
        return Page();
    }

    /// <summary>Switches it off.</summary>
    public async Task<IActionResult> OnPostOffAsync([MaxLength(20)] string? code, CancellationToken cancellation)
    {
        var off = await factors.SwitchOffAsync(Who, (code ?? "").Trim(), cancellation);
        if (!off.IsRefused) return Go(DeskUrls.SecondFactor, "身份验证器已停用。");
        await LoadAsync(secrets.Offer(), cancellation);
        return Again("code", off.Refusal);
    }

    /// <summary>Adds a passkey.</summary>
    public async Task<IActionResult> OnPostAddAsync(string credential, string state, [MaxLength(40)] string? name, CancellationToken cancellation)
    {
        var added = await passkeys.AddAsync(Who, HttpContext, credential, state, string.IsNullOrWhiteSpace(name) ? "通行密钥" : name.Trim(), cancellation);
        if (!added.IsRefused) return Go(DeskUrls.SecondFactor, "通行密钥已添加，下次可以直接用它登录。");
        await LoadAsync(secrets.Offer(), cancellation);
        return Again("name", added.Refusal);
    }

    /// <summary>Removes a passkey.</summary>
    public async Task<IActionResult> OnPostRemoveAsync([MaxLength(2000)] string credential, CancellationToken cancellation)
    {
        await factors.RemovePasskeyAsync(Who, Convert.FromHexString(credential), cancellation);
        return Go(DeskUrls.SecondFactor, "通行密钥已删除。");
    }

    private async Task LoadAsync(string offered, CancellationToken cancellation)
    {
        var person = await db.People.AsNoTracking().SingleAsync(row => row.Id == Who.Caller.Id!.Value.Value, cancellation);
        IsOn = person.CodeSecret is not null;
        Offered = offered;
        Picture = $"data:image/png;base64,{Convert.ToBase64String(QrPicture.Of(secrets.AddressFor(offered, Who.Login)).Png())}";
        Own = [.. await people.GetPasskeysAsync(person)];
        Question = await passkeys.AskForNewAsync(Who, HttpContext);
    }
}
