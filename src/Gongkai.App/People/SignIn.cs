using System.Security.Cryptography;
using System.Text;
using Gongkai.App.Acts;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.People;

/// <summary>
/// Signing in (登录): password, then the second factor where one is set up; or a passkey alone. A wrong try is counted before it is
/// answered, and every answer to a wrong one is the same sentence.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
/// <param name="audit">Where every try is written down.</param>
/// <param name="rules">When an account locks.</param>
/// <param name="secrets">The secrets of authenticators.</param>
/// <param name="protection">The house's keys.</param>
/// <param name="ways">The ways in besides these.</param>
public sealed partial class SignIn(
    House house, ActRecorder recorder, AuditLog audit, AccountRules rules, CodeSecrets secrets, IDataProtectionProvider protection, SignInWays ways)
{
    private static readonly PasswordHasher<Person> Hasher = new();

    // Whoever is unknown is answered after the same work as whoever is known.
    private static readonly string NobodysHash = Hasher.HashPassword(null!, OneTimePassword.Make());

    private readonly PendingSignIns _pending = new(protection);

    /// <summary>The first step: login name and password.</summary>
    /// <param name="login">用户名.</param>
    /// <param name="password">口令.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="certificate">What the browser presented, looked at; null where none is asked for.</param>
    public Task<Outcome<FirstStep>> WithPasswordAsync(
        string login, string password, SignInOrigin origin, CancellationToken cancellation, Outcome<PresentedCertificate>? certificate = null)
    {
        var name = Logins.Normalise(login);
        return TryAsync<FirstStep>(origin, db => db.People.SingleOrDefaultAsync(person => person.NormalizedUserName == name, cancellation), async (db, person, now) =>
        {
            var right = Hasher.VerifyHashedPassword(person!, person?.PasswordHash ?? NobodysHash, password) != PasswordVerificationResult.Failed;
            if (person is null || !right) return Wrong;
            if (await ByCertificateAsync(db, person, certificate, origin, now, cancellation) is { } answered) return answered;
            if (person.CodeSecret is not null) return new FirstStep(null, _pending.Make(person, SignInProof.Password, now));
            return new FirstStep(Sessions.Begin(db, person, SignInProof.Password, origin, now), null);
        }, cancellation);
    }

    /// <summary>The second step: the code an authenticator shows. A code that was used is wrong.</summary>
    public Task<Outcome<NewSession>> WithCodeAsync(string pending, string code, SignInOrigin origin, CancellationToken cancellation) =>
        TryAsync<NewSession>(origin, db => FindPendingAsync(db, pending, cancellation), (db, person, now) =>
        {
            if (person is null) return Task.FromResult<Outcome<NewSession>>(TooLate);
            if (secrets.StepOf(person, code, now) is not { } step || step <= person.LastCodeStep) return Task.FromResult<Outcome<NewSession>>(WrongCode);
            person.LastCodeStep = step;
            var proof = FirstOf(pending, now) == SignInProof.Identity ? SignInProof.IdentityAndCode : SignInProof.PasswordAndCode;
            return Task.FromResult<Outcome<NewSession>>(Sessions.Begin(db, person, proof, origin, now));
        }, cancellation);

    /// <summary>The second step without the authenticator: one of the recovery codes, which is used up.</summary>
    public Task<Outcome<NewSession>> WithRecoveryCodeAsync(string pending, string code, SignInOrigin origin, CancellationToken cancellation) =>
        TryAsync<NewSession>(origin, db => FindPendingAsync(db, pending, cancellation), async (db, person, now) =>
        {
            if (person is null) return TooLate;
            var hash = RecoveryCodes.HashOf(code);
            var found = await db.RecoveryCodes.SingleOrDefaultAsync(row => row.PersonId == person.Id && row.Hash == hash && row.UsedAt == null, cancellation);
            if (found is null) return WrongCode;
            found.UsedAt = now;
            return Sessions.Begin(
                db, person, FirstOf(pending, now) == SignInProof.Identity ? SignInProof.IdentityAndRecoveryCode : SignInProof.PasswordAndRecoveryCode, origin, now);
        }, cancellation);

    /// <summary>A passkey whose assertion has been verified: it is both factors at once.</summary>
    /// <param name="person">Whose passkey.</param>
    /// <param name="passkey">The passkey with its new counter.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<NewSession>> WithPasskeyAsync(Guid person, UserPasskeyInfo passkey, SignInOrigin origin, CancellationToken cancellation) =>
        TryAsync<NewSession>(origin, db => db.People.SingleOrDefaultAsync(row => row.Id == person, cancellation), async (db, row, now) =>
        {
            if (row is null) return Wrong;
            await PersonStore.Of(db).AddOrUpdatePasskeyAsync(row, passkey, cancellation);
            return Sessions.Begin(db, row, SignInProof.Passkey, origin, now);
        }, cancellation);

    /// <summary>Ends one's own session (退出).</summary>
    public Task<Outcome<bool>> OutAsync(SignedIn who, CancellationToken cancellation) => recorder.RecordAsync<bool>([], async (acts, cancellation) =>
    {
        if (await acts.Db.Sessions.SingleOrDefaultAsync(row => row.Id == who.SessionId, cancellation) is { } session) session.EndedAt ??= acts.Now;
        return true;
    }, cancellation).AsAsync(audit, AuditKind.SignedOut, who.Caller, _ => who.Caller.Id!.Value.Value, "退出");

    /// <summary>Counts what fails, forgets the count when it succeeds, and lets nobody in who is locked or gone.</summary>
    private async Task<Outcome<T>> TryAsync<T>(
        SignInOrigin origin, Func<GongkaiDb, Task<Person?>> find, Func<GongkaiDb, Person?, DateTime, Task<Outcome<T>>> check, CancellationToken cancellation)
    {
        // A refusal would undo the count, so a failure is a value of the transaction.
        var tried = await recorder.RecordAsync<Try<T>>([], async (acts, _) =>
        {
            var person = await find(acts.Db);
            if (person is { DisabledAt: not null }) person = null;
            if (person?.LockedUntilAt is { } until && until > acts.Now) return new Try<T>(person, Locked(until - acts.Now), false);
            var result = await check(acts.Db, person, acts.Now);
            if (person is null) return new Try<T>(null, result, false);
            if (!result.IsRefused)
            {
                (person.AccessFailedCount, person.LockedUntilAt) = (0, null);
                return new Try<T>(person, result, false);
            }
            if (++person.AccessFailedCount < rules.FailuresBeforeLock) return new Try<T>(person, result, false);
            (person.AccessFailedCount, person.LockedUntilAt) = (0, acts.Now.AddMinutes(rules.LockMinutes));
            return new Try<T>(person, result, true);
        }, cancellation);
        if (tried.IsRefused) return tried.Refusal;
        await WriteDownAsync(tried.Value, origin);
        return tried.Value.Result;
    }

    private async Task WriteDownAsync<T>(Try<T> tried, SignInOrigin origin)
    {
        if (tried.Result is { IsRefused: false, Value: FirstStep { Session: null } }) return;
        var (kind, message) = tried.Result switch
        {
            { IsRefused: true } when tried.JustLocked => (AuditKind.LockedOut, "连续输错，账号锁定"),
            { IsRefused: true, Refusal: var refusal } => (AuditKind.SignInFailed, refusal.Code),
            { Value: NewSession { Session.Proof: SignInProof.PasswordAndRecoveryCode or SignInProof.IdentityAndRecoveryCode } } => (AuditKind.RecoveryCodeUsed, "用恢复码登录"),
            { Value: NewSession { Session.Proof: SignInProof.Certificate } } => (AuditKind.SignedIn, "用证书登录"),
            { Value: NewSession { Session.Proof: SignInProof.IdentityAndCode } } or { Value: FirstStep { Session.Session.Proof: SignInProof.Identity } } => (AuditKind.SignedIn, "用统一身份登录"),
            _ => (AuditKind.SignedIn, "登录"),
        };
        var who = tried.Person is { } person ? new PersonId(person.Id) : (PersonId?)null;
        await audit.WriteAsync(
            new AuditEvent(kind, who, null, tried.Person is { } known ? SecurityRecord.Of(known.Id) : null, origin.Address, message), CancellationToken.None);
    }

    /// <summary>A try: whose account it was, what came of it, and whether it was the one too many.</summary>
    private sealed record Try<T>(Person? Person, Outcome<T> Result, bool JustLocked);

    private async Task<Person?> FindPendingAsync(GongkaiDb db, string pending, CancellationToken cancellation)
    {
        if (_pending.Read(pending, Instant.Now(house.Clock)) is not { } claim) return null;
        return await db.People.SingleOrDefaultAsync(person => person.Id == claim.Person && person.SecurityStamp == claim.Stamp, cancellation);
    }

    private SignInProof? FirstOf(string pending, DateTime now) => _pending.Read(pending, now)?.First;

    private Refusal Locked(TimeSpan left) => new("sign-in.locked",
        $"连续输错 {rules.FailuresBeforeLock} 次，账号已锁定。请 {Math.Ceiling(left.TotalMinutes):0} 分钟后再试，或请安全管理员解锁。");

    private static Refusal Wrong => new("sign-in.wrong", "用户名或口令不对。请检查大小写和输入法后再试。");

    private static Refusal WrongCode => new("sign-in.wrong-code", "验证码不对，或者已经用过。请等身份验证器换一个码再输入。");

    private static Refusal TooLate => new("sign-in.too-late", "登录用时过长，请重新输入用户名和口令。");
}
