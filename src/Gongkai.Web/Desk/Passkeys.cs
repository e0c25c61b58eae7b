using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Domain;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Gongkai.Web.Desk;

/// <summary>What a browser is asked, and the proof that we asked it: carried by the form, so that nothing is kept meanwhile.</summary>
/// <param name="Options">The question, as JSON for the browser.</param>
/// <param name="State">Our side of it, protected.</param>
public sealed record PasskeyQuestion(string Options, string State);

/// <summary>Passkeys (通行密钥, WebAuthn): asking the browser, and checking what it answers.</summary>
public sealed class Passkeys(IPasskeyHandler<Person> handler, SignIn signIn, SecondFactors factors, IDataProtectionProvider protection)
{
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Gongkai.Desk.Passkeys").ToTimeLimitedDataProtector();

    /// <summary>Asks for any passkey of this site.</summary>
    public async Task<PasskeyQuestion> AskAsync(HttpContext context)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, context);
        return new PasskeyQuestion(asked.RequestOptionsJson, _protector.Protect(asked.AssertionState ?? "", Good));
    }

    /// <summary>Signs in with the answer.</summary>
    public async Task<Outcome<NewSession>> SignInAsync(HttpContext context, string credential, string state, CancellationToken cancellation)
    {
        if (Read(state) is not { } known) return TooLate;
        var answer = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = credential, AssertionState = known });
        return answer.Succeeded
            ? await signIn.WithPasskeyAsync(answer.User.Id, answer.Passkey, context.Origin(), cancellation)
            : new Refusal("passkey.wrong", "这个通行密钥不能用于登录。请用口令登录，再到“我的账号”重新添加。");
    }

    /// <summary>Asks for a new passkey for somebody.</summary>
    public async Task<PasskeyQuestion> AskForNewAsync(SignedIn who, HttpContext context)
    {
        var user = new PasskeyUserEntity { Id = who.Caller.Id!.Value.Value.ToString(), Name = who.Login, DisplayName = who.Caller.Name };
        var asked = await handler.MakeCreationOptionsAsync(user, context);
        return new PasskeyQuestion(asked.CreationOptionsJson, _protector.Protect(asked.AttestationState ?? "", Good));
    }

    /// <summary>Adds the answer to somebody's account.</summary>
    public async Task<Outcome<bool>> AddAsync(SignedIn who, HttpContext context, string credential, string state, string name, CancellationToken cancellation)
    {
        if (Read(state) is not { } known) return TooLate;
        var answer = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = credential, AttestationState = known });
        if (!answer.Succeeded || answer.UserEntity.Id != who.Caller.Id!.Value.Value.ToString())
            return new Refusal("passkey.refused", "通行密钥没有添加成功。请再试一次，或换一台设备。");
        answer.Passkey.Name = name;
        return await factors.AddPasskeyAsync(who, answer.Passkey, cancellation);
    }

    private string? Read(string state)
    {
        try
        {
            return _protector.Unprotect(state);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static Refusal TooLate => new("passkey.too-late", "页面打开的时间过长。请重新试一次。");
}
