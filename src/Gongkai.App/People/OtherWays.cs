using Gongkai.App.Acts;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.People;

/// <summary>Whose account is to be changed and by whom: one's own by one's own session, or another's by the security administrator.</summary>
public sealed record AccountAsked
{
    private AccountAsked(Caller caller, string login, Guid? session) => (Caller, Login, Session) = (caller, login, session);

    /// <summary>Who asks.</summary>
    public Caller Caller { get; }

    /// <summary>Whose account.</summary>
    public string Login { get; }

    /// <summary>The session that goes on; all others end.</summary>
    public Guid? Session { get; }

    /// <summary>One's own.</summary>
    public static AccountAsked Own(SignedIn who) => new(who.Caller, who.Login, who.SessionId);

    /// <summary>Somebody's.</summary>
    public static AccountAsked Of(Caller caller, string login) => new(caller, login, null);

    internal Refusal? Refuse() => Session is null ? Caller.Lacks(DeskRight.ManageSecurity) : null;
}

/// <summary>
/// Outside identities and certificates of accounts (统一身份关联、证书登记): tied by issuer and subject, or by fingerprint, by the person or
/// by an administrator, never found by a name or an address.
/// </summary>
/// <param name="recorder">The house's recorder.</param>
/// <param name="audit">Where it is written down.</param>
public sealed class OtherWays(ActRecorder recorder, AuditLog audit)
{
    /// <summary>Ties an outside identity to an account.</summary>
    public Task<Outcome<Guid>> LinkAsync(AccountAsked asked, OutsideIdentity identity, CancellationToken cancellation) =>
        ChangeAsync(asked, AuditKind.IdentityLinked, "关联统一身份", async (db, person, _) =>
        {
            if (identity.Subject.Length is 0 or > 200) return new Refusal("identity.subject", "请填写统一身份里的用户标识，至多 200 个字符。");
            if (await FindAsync(db, identity, cancellation) is { } holder)
                return new Refusal("identity.taken", holder.Id == person.Id ? "这个统一身份已经关联到这个账号。" : "这个统一身份已经关联到另一个账号。要改，先在那个账号上取消关联。");
            if (await db.UserLogins.AnyAsync(login => login.UserId == person.Id && login.LoginProvider == identity.Issuer, cancellation))
                return new Refusal("identity.other", "这个账号已经关联了另一个统一身份。要换，先取消现在的关联。");
            db.UserLogins.Add(new IdentityUserLogin<Guid> { UserId = person.Id, LoginProvider = identity.Issuer, ProviderKey = identity.Subject });
            return person.Id;
        }, cancellation);

    /// <summary>Unties it.</summary>
    public Task<Outcome<Guid>> UnlinkAsync(AccountAsked asked, string issuer, CancellationToken cancellation) =>
        ChangeAsync(asked, AuditKind.IdentityUnlinked, "取消关联统一身份", async (db, person, _) =>
        {
            var logins = await db.UserLogins.Where(login => login.UserId == person.Id && login.LoginProvider == issuer).ToListAsync(cancellation);
            if (logins.Count == 0) return new Refusal("identity.none", "这个账号没有关联统一身份。");
            db.UserLogins.RemoveRange(logins);
            return person.Id;
        }, cancellation);

    /// <summary>Registers a certificate that was found good.</summary>
    public Task<Outcome<Guid>> RegisterAsync(AccountAsked asked, PresentedCertificate certificate, CancellationToken cancellation) =>
        ChangeAsync(asked, AuditKind.SecondFactorSet, $"登记证书“{certificate.Name}”", async (db, person, now) =>
        {
            if (await db.PersonCertificates.AnyAsync(row => row.Fingerprint == certificate.Fingerprint, cancellation))
                return new Refusal("certificate.taken", "这张证书已经登记过。一张证书只能属于一个账号。");
            db.PersonCertificates.Add(new PersonCertificate
            {
                Id = Guid.CreateVersion7(),
                PersonId = person.Id,
                Fingerprint = certificate.Fingerprint,
                Name = certificate.Name,
                ExpiresAt = certificate.ExpiresAt,
                AddedAt = now,
            });
            return person.Id;
        }, cancellation);

    /// <summary>Takes a certificate off an account.</summary>
    public Task<Outcome<Guid>> RemoveAsync(AccountAsked asked, Guid certificate, CancellationToken cancellation) =>
        ChangeAsync(asked, AuditKind.SecondFactorRemoved, "取消登记证书", async (db, person, _) =>
        {
            if (await db.PersonCertificates.SingleOrDefaultAsync(row => row.Id == certificate && row.PersonId == person.Id, cancellation) is not { } row)
                return new Refusal("certificate.unknown", "这个账号没有登记这张证书。");
            db.PersonCertificates.Remove(row);
            return person.Id;
        }, cancellation);

    internal static Task<Person?> FindAsync(GongkaiDb db, OutsideIdentity identity, CancellationToken cancellation) =>
        (from login in db.UserLogins
         join person in db.People on login.UserId equals person.Id
         where login.LoginProvider == identity.Issuer && login.ProviderKey == identity.Subject
         select person).SingleOrDefaultAsync(cancellation);

    // What can be signed in with has changed: whatever was half done, and every other session, is void.
    private Task<Outcome<Guid>> ChangeAsync(
        AccountAsked asked, AuditKind kind, string message, Func<GongkaiDb, Person, DateTime, Task<Outcome<Guid>>> change, CancellationToken cancellation)
    {
        if (asked.Refuse() is { } refusal) return Task.FromResult<Outcome<Guid>>(refusal);
        var login = Logins.Normalise(asked.Login);
        return recorder.RecordAsync<Guid>([], async (acts, cancellation) =>
        {
            if (await acts.Db.People.SingleOrDefaultAsync(row => row.NormalizedUserName == login && row.DisabledAt == null, cancellation) is not { } person)
                return new Refusal("account.unknown", $"没有用户名为“{asked.Login}”的在用账号。");
            var result = await change(acts.Db, person, acts.Now);
            if (result.IsRefused) return result;
            Accounts.Renew(person);
            await Sessions.EndAllAsync(acts.Db, person.Id, acts.Now, cancellation, but: asked.Session);
            return result;
        }, cancellation).AsAsync(audit, kind, asked.Caller, id => id, message);
    }
}
