using Gongkai.App.Acts;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.People;

/// <summary>An account and the password for its first sign-in, which is shown once and kept nowhere.</summary>
/// <param name="Person">Who.</param>
/// <param name="OneTimePassword">The password; changed at the first sign-in.</param>
public sealed record NewAccount(Person Person, string OneTimePassword);

/// <summary>Accounts of people (账号): made, reset, closed, and what their owners do with them.</summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
/// <param name="audit">Where it is written down.</param>
/// <param name="rules">The rules for passwords.</param>
public sealed class Accounts(House house, ActRecorder recorder, AuditLog audit, AccountRules rules)
{
    private static readonly PasswordHasher<Person> Hasher = new();

    /// <summary>Makes an account.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="login">用户名.</param>
    /// <param name="name">姓名.</param>
    /// <param name="role">Which of the three administrators, or null.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<NewAccount>> CreateAsync(Caller caller, string login, string name, HouseRole? role, CancellationToken cancellation)
    {
        if (caller.Lacks(role is null ? DeskRight.ManagePeople : DeskRight.ManageSecurity) is { } refusal) return Task.FromResult<Outcome<NewAccount>>(refusal);
        return recorder.RecordAsync<NewAccount>([], async (acts, cancellation) =>
            (await AddAsync(acts, login, name, role, cancellation)).Then<NewAccount>(made => Activate(made)), cancellation)
            .AsAsync(audit, AuditKind.AccountOpened, caller, made => made.Person.Id, $"建立账号 {login}");
    }

    /// <summary>Makes the one account a new house begins with: it makes all others.</summary>
    /// <returns>The account, or null where there is somebody already.</returns>
    public Task<Outcome<NewAccount?>> CreateFirstAsync(CancellationToken cancellation) => recorder.RecordAsync<NewAccount?>([], async (acts, cancellation) =>
    {
        if (await acts.Db.People.AnyAsync(cancellation)) return (NewAccount?)null;
        var made = await AddAsync(acts, "admin", "系统管理员", HouseRole.SystemAdministrator, cancellation);
        return made.IsRefused ? made.Refusal : Activate(made.Value);
    }, cancellation);

    /// <summary>Makes an account within an act under way: an import, the founding of a demonstration house.</summary>
    /// <returns>The account, which lets nobody in until <see cref="Activate"/> gives it a password (待启用).</returns>
    internal static async Task<Outcome<Person>> AddAsync(ActSession acts, string login, string name, HouseRole? role, CancellationToken cancellation)
    {
        if (!Logins.IsGood(login)) return new Refusal("account.login", $"用户名“{login}”不合要求：用小写字母开头，只含小写字母、数字、点、横线、下划线，2 至 40 个字符。");
        if (string.IsNullOrWhiteSpace(name) || name.Length > 60) return new Refusal("account.name", "请填写姓名，至多 60 个字。");
        var normalised = Logins.Normalise(login);
        if (await acts.Db.People.AnyAsync(person => person.NormalizedUserName == normalised, cancellation) || acts.Db.People.Local.Any(person => person.NormalizedUserName == normalised))
            return new Refusal("account.taken", $"用户名“{login}”已经有人使用。请换一个。");
        var person = new Person
        {
            Id = Guid.CreateVersion7(),
            UserName = login,
            NormalizedUserName = normalised,
            Name = name.Trim(),
            HouseRole = role,
            CreatedAt = acts.Now,
        };
        Renew(person);
        acts.Db.People.Add(person);
        return person;
    }

    /// <summary>Gives an account a one-time password: from now on its owner can sign in (启用).</summary>
    internal static NewAccount Activate(Person person)
    {
        var password = OneTimePassword.Make();
        person.PasswordHash = Hasher.HashPassword(person, password);
        return new NewAccount(person, password);
    }

    /// <summary>Gives an account a new one-time password, or its first, unlocks it, and ends all its sessions.</summary>
    public Task<Outcome<NewAccount>> ResetAsync(Caller caller, string login, CancellationToken cancellation) =>
        ChangeAsync<NewAccount>(caller, login, (person, _) =>
        {
            (person.PasswordChangedAt, person.AccessFailedCount, person.LockedUntilAt, person.CodeSecret) = (null, 0, null, null);
            return Activate(person);
        }, cancellation).AsAsync(audit, AuditKind.PasswordReset, caller, made => made.Person.Id, $"重置 {login} 的口令");

    /// <summary>Closes an account: its owner has left. Posts are ended on their own.</summary>
    public Task<Outcome<Person>> DisableAsync(Caller caller, string login, CancellationToken cancellation) =>
        ChangeAsync<Person>(caller, login, (person, now) =>
        {
            if (caller.Id?.Value == person.Id) return new Refusal("account.self", "不能停用自己的账号。请另一位管理员来做。");
            person.DisabledAt ??= now;
            return person;
        }, cancellation).AsAsync(audit, AuditKind.AccountClosed, caller, person => person.Id, $"停用账号 {login}");

    /// <summary>Changes one's own password; every other session of the account ends.</summary>
    public Task<Outcome<bool>> ChangePasswordAsync(SignedIn who, string present, string wanted, CancellationToken cancellation) =>
        recorder.RecordAsync<bool>([], async (acts, cancellation) =>
        {
            var person = await acts.Db.People.SingleAsync(row => row.Id == who.Caller.Id!.Value.Value, cancellation);
            if (!Matches(person, person.PasswordHash!, present)) return new Refusal("password.present", "现在的口令不对。请重新输入。");
            if (PasswordCheck.Of(wanted, rules, await OwnWordsAsync(who, cancellation)) is { } weak) return weak;
            var former = await acts.Db.FormerPasswords.Where(row => row.PersonId == person.Id).OrderByDescending(row => row.ReplacedAt)
                .Take(rules.History).ToListAsync(cancellation);
            if (Matches(person, person.PasswordHash!, wanted) || former.Exists(row => Matches(person, row.Hash, wanted)))
                return new Refusal("password.used", $"最近 {rules.History} 次用过的口令不能再用。请换一个。");
            acts.Db.FormerPasswords.Add(new FormerPassword { Id = Guid.CreateVersion7(), PersonId = person.Id, Hash = person.PasswordHash!, ReplacedAt = acts.Now });
            person.PasswordHash = Hasher.HashPassword(person, wanted);
            person.PasswordChangedAt = acts.Now;
            Renew(person);
            await Sessions.EndAllAsync(acts.Db, person.Id, acts.Now, cancellation, but: who.SessionId);
            return true;
        }, cancellation).AsAsync(audit, AuditKind.PasswordChanged, who.Caller, _ => who.Caller.Id!.Value.Value, "修改自己的口令");

    /// <summary>Ends one of one's own sessions.</summary>
    public Task<Outcome<bool>> EndSessionAsync(SignedIn who, Guid session, CancellationToken cancellation) =>
        recorder.RecordAsync<bool>([], async (acts, cancellation) =>
        {
            var person = who.Caller.Id!.Value.Value;
            if (await acts.Db.Sessions.SingleOrDefaultAsync(row => row.Id == session && row.PersonId == person && row.EndedAt == null, cancellation) is not { } row)
                return new Refusal("session.unknown", "没有这个登录，或者已经退出。");
            row.EndedAt = acts.Now;
            return true;
        }, cancellation).AsAsync(audit, AuditKind.SessionEnded, who.Caller, _ => who.Caller.Id!.Value.Value, "结束自己在另一处的登录");

    private Task<Outcome<T>> ChangeAsync<T>(Caller caller, string login, Func<Person, DateTime, Outcome<T>> change, CancellationToken cancellation)
    {
        if (caller.Lacks(DeskRight.ManagePeople) is { } refusal) return Task.FromResult<Outcome<T>>(refusal);
        var normalised = Logins.Normalise(login);
        return recorder.RecordAsync<T>([], async (acts, cancellation) =>
        {
            if (await acts.Db.People.SingleOrDefaultAsync(row => row.NormalizedUserName == normalised, cancellation) is not { } person)
                return new Refusal("account.unknown", $"没有用户名为“{login}”的账号。");
            if (await PowerOverPeople.LacksAsync(house, caller, person, cancellation) is { } other) return other;
            var result = change(person, acts.Now);
            if (result.IsRefused) return result;
            Renew(person);
            await Sessions.EndAllAsync(acts.Db, person.Id, acts.Now, cancellation);
            return result;
        }, cancellation);
    }

    private async Task<List<string>> OwnWordsAsync(SignedIn who, CancellationToken cancellation)
    {
        await using var db = house.Open(who.Caller.Scope);
        var agencies = who.Caller.Agencies.ToList();
        var names = await db.Agencies.Where(agency => agencies.Contains(agency.Id)).Select(agency => new { agency.Name, agency.Code }).ToListAsync(cancellation);
        return [who.Login, who.Caller.Name, .. names.SelectMany(agency => (string[])[agency.Name, agency.Code])];
    }

    internal static Refusal Unknown { get; } = new("account.unknown", "没有这个账号。");

    private static bool Matches(Person person, string hash, string password) =>
        Hasher.VerifyHashedPassword(person, hash, password) != PasswordVerificationResult.Failed;

    /// <summary>Makes void what was begun with the account as it was.</summary>
    internal static void Renew(Person person) => person.SecurityStamp = Guid.NewGuid().ToString("N");
}
