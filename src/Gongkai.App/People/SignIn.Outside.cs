using Gongkai.App.Data;
using Gongkai.Domain;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.People;

// Signing in by what others vouch for: an identity provider, an authority's certificate. Both only say who it is; whether that somebody
// has an account here, and may come in, is decided here.
public sealed partial class SignIn
{
    /// <summary>An outside identity whose token has been verified: it takes the place of the password.</summary>
    /// <param name="identity">Issuer and subject.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<FirstStep>> WithIdentityAsync(OutsideIdentity identity, SignInOrigin origin, CancellationToken cancellation) =>
        TryAsync<FirstStep>(origin, db => OtherWays.FindAsync(db, identity, cancellation), (db, person, now) => Task.FromResult<Outcome<FirstStep>>(
            person is null ? Unlinked
            : person.CodeSecret is not null && ways.AsksAfter(identity.Proven) ? new FirstStep(null, _pending.Make(person, SignInProof.Identity, now))
            : new FirstStep(Sessions.Begin(db, person, SignInProof.Identity, origin, now), null)), cancellation);

    /// <summary>A certificate that was found good, alone.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<NewSession>> WithCertificateAsync(PresentedCertificate certificate, SignInOrigin origin, CancellationToken cancellation) =>
        TryAsync<NewSession>(origin, db => HolderAsync(db, certificate, cancellation), (db, person, now) => Task.FromResult<Outcome<NewSession>>(
            ways.Certificates != CertificateUse.SignIn ? new Refusal("certificate.not-used", "这里不用证书单独登录。请先输入用户名和口令。")
            : person is null ? new Refusal("certificate.unregistered", "这张证书还没有登记。请先用口令登录，在“我的账号”里登记，或请安全管理员登记。")
            : Sessions.Begin(db, person, SignInProof.Certificate, origin, now)), cancellation);

    /// <summary>After the right password: a session by a registered certificate, a refusal where only one would do, or null to go on.</summary>
    private async Task<Outcome<FirstStep>?> ByCertificateAsync(
        GongkaiDb db, Person person, Outcome<PresentedCertificate>? presented, SignInOrigin origin, DateTime now, CancellationToken cancellation)
    {
        if (ways.Certificates != CertificateUse.SecondFactor) return null;
        var own = await db.PersonCertificates.Where(row => row.PersonId == person.Id).Select(row => row.Fingerprint).ToListAsync(cancellation);
        if (presented is { IsRefused: false, Value: var good } && own.Exists(one => one.AsSpan().SequenceEqual(good.Fingerprint)))
            return new FirstStep(Sessions.Begin(db, person, SignInProof.PasswordAndCertificate, origin, now), null);
        if (own.Count == 0 || person.CodeSecret is not null) return null;
        return presented is { IsRefused: true, Refusal: var bad } ? bad : new Refusal("certificate.not-yours", "浏览器出示的证书没有登记在这个账号上。请换用登记过的证书。");
    }

    private static Task<Person?> HolderAsync(GongkaiDb db, PresentedCertificate certificate, CancellationToken cancellation) =>
        (from row in db.PersonCertificates
         join person in db.People on row.PersonId equals person.Id
         where row.Fingerprint == certificate.Fingerprint
         select person).SingleOrDefaultAsync(cancellation);

    private static Refusal Unlinked => new("identity.unlinked",
        "您的统一身份还没有关联本系统的账号。请先用口令登录，在“我的账号”里关联，或请安全管理员关联。");
}
