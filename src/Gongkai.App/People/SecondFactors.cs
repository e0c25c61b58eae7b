using Gongkai.App.Acts;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.People;

/// <summary>One's own second factors (动态码、恢复码、通行密钥).</summary>
/// <param name="recorder">The house's recorder.</param>
/// <param name="audit">Where it is written down.</param>
/// <param name="secrets">The secrets of authenticators.</param>
public sealed class SecondFactors(ActRecorder recorder, AuditLog audit, CodeSecrets secrets)
{
    /// <summary>Switches the authenticator on, once it has shown a right code.</summary>
    /// <param name="who">Whose.</param>
    /// <param name="offered">The secret that was shown, as <see cref="CodeSecrets.Offer"/> gave it.</param>
    /// <param name="code">The code it shows.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Recovery codes, shown once.</returns>
    public Task<Outcome<IReadOnlyList<string>>> SwitchOnAsync(SignedIn who, string offered, string code, CancellationToken cancellation) =>
        OfAsync<IReadOnlyList<string>>(who, AuditKind.SecondFactorSet, "启用身份验证器", async (db, person, now) =>
        {
            if (person.CodeSecret is not null) return new Refusal("second-factor.on", "身份验证器已经设置过。要换一个，请先停用现在的。");
            if (secrets.StepOf(offered, code, now) is not { } step) return new Refusal("second-factor.wrong", "验证码不对。请确认手机时间准确，等换一个码再输入。");
            (person.CodeSecret, person.LastCodeStep) = (secrets.Keep(person.Id, offered), step);
            db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(row => row.PersonId == person.Id).ToListAsync(cancellation));
            List<string> codes = [.. Enumerable.Range(0, RecoveryCodes.Count).Select(_ => RecoveryCodes.Make())];
            db.RecoveryCodes.AddRange(codes.Select(one => new RecoveryCode { Id = Guid.CreateVersion7(), PersonId = person.Id, Hash = RecoveryCodes.HashOf(one) }));
            return codes;
        }, cancellation);

    /// <summary>Switches the authenticator off; a right code is asked for.</summary>
    public Task<Outcome<bool>> SwitchOffAsync(SignedIn who, string code, CancellationToken cancellation) =>
        OfAsync<bool>(who, AuditKind.SecondFactorRemoved, "停用身份验证器", async (db, person, now) =>
        {
            if (secrets.StepOf(person, code, now) is not { } step || step <= person.LastCodeStep)
                return new Refusal("second-factor.wrong", "验证码不对，或者已经用过。请等换一个码再输入。");
            person.CodeSecret = null;
            db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(row => row.PersonId == person.Id).ToListAsync(cancellation));
            return true;
        }, cancellation);

    /// <summary>Adds a passkey whose attestation has been verified.</summary>
    public Task<Outcome<bool>> AddPasskeyAsync(SignedIn who, UserPasskeyInfo passkey, CancellationToken cancellation) =>
        OfAsync<bool>(who, AuditKind.SecondFactorSet, $"添加通行密钥“{passkey.Name}”", async (db, person, _) =>
        {
            await PersonStore.Of(db).AddOrUpdatePasskeyAsync(person, passkey, cancellation);
            return true;
        }, cancellation);

    /// <summary>Removes a passkey.</summary>
    public Task<Outcome<bool>> RemovePasskeyAsync(SignedIn who, byte[] credential, CancellationToken cancellation) =>
        OfAsync<bool>(who, AuditKind.SecondFactorRemoved, "删除通行密钥", async (db, person, _) =>
        {
            await PersonStore.Of(db).RemovePasskeyAsync(person, credential, cancellation);
            return true;
        }, cancellation);

    // What can be signed in with has changed: a sign-in that was half done, and every other session, is void.
    private Task<Outcome<T>> OfAsync<T>(
        SignedIn who, AuditKind kind, string message, Func<GongkaiDb, Person, DateTime, Task<Outcome<T>>> change, CancellationToken cancellation) =>
        recorder.RecordAsync<T>([], async (acts, cancellation) =>
        {
            var person = await acts.Db.People.SingleAsync(row => row.Id == who.Caller.Id!.Value.Value, cancellation);
            var result = await change(acts.Db, person, acts.Now);
            if (result.IsRefused) return result;
            Accounts.Renew(person);
            await Sessions.EndAllAsync(acts.Db, person.Id, acts.Now, cancellation, but: who.SessionId);
            return result;
        }, cancellation).AsAsync(audit, kind, who.Caller, _ => who.Caller.Id!.Value.Value, message);
}
