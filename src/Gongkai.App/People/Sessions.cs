using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.People;

/// <summary>The signed-in browsers (登录会话): looked up at each request, so that what was ended or taken away ends at once.</summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
/// <param name="rules">How long they last.</param>
public sealed class Sessions(House house, ActRecorder recorder, AccountRules rules)
{
    private static readonly TimeSpan SeenToTheMinute = TimeSpan.FromMinutes(1);

    /// <summary>Finds who a cookie's secret belongs to, with the rights of this moment.</summary>
    /// <param name="secret">What the cookie carries.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Who it is, or null when the session is over.</returns>
    public async Task<SignedIn?> FindAsync(string secret, CancellationToken cancellation)
    {
        var key = KeyOf(secret);
        var now = Instant.Now(house.Clock);
        await using var db = house.Open(AgencyScope.All);
        var found = await (
            from session in db.Sessions.AsNoTracking()
            join person in db.People.AsNoTracking() on session.PersonId equals person.Id
            where session.Key == key && session.EndedAt == null && person.DisabledAt == null
            select new { session, person }).SingleOrDefaultAsync(cancellation);
        if (found is null || IsOver(found.session, now)) return null;
        if (now - found.session.LastSeenAt >= SeenToTheMinute)
            await SeeAsync(key, now, cancellation);
        return new SignedIn(
            await CallerAsync(db, found.person, ChinaTime.DayOf(now), cancellation), found.session.Id, found.person.UserName!,
            MustChangePassword(found.person, found.session.Proof, now));
    }

    /// <summary>The sessions of a person that are not over, the latest first.</summary>
    public async Task<IReadOnlyList<PersonSession>> ListAsync(PersonId person, CancellationToken cancellation)
    {
        var now = Instant.Now(house.Clock);
        await using var db = house.Open(AgencyScope.None);
        var rows = await db.Sessions.AsNoTracking().Where(session => session.PersonId == person.Value && session.EndedAt == null)
            .OrderByDescending(session => session.LastSeenAt).ToListAsync(cancellation);
        return rows.FindAll(session => !IsOver(session, now));
    }

    /// <summary>Who a person is today: posts that have begun and not ended.</summary>
    internal static async Task<Caller> CallerAsync(GongkaiDb db, Person person, DateOnly today, CancellationToken cancellation)
    {
        var posts = await db.Posts.AsNoTracking()
            .Where(post => post.PersonId == person.Id && post.StartsOn <= today && (post.EndsOn == null || post.EndsOn >= today))
            .Select(post => new CallerPost(post.AgencyId, post.Role)).ToListAsync(cancellation);
        var security = HouseRole.SecurityAdministrator;
        var alone = person.HouseRole == HouseRole.SystemAdministrator
            && !await db.People.AnyAsync(other => other.HouseRole == security && other.DisabledAt == null, cancellation);
        return new Caller(new PersonId(person.Id), person.Name, person.HouseRole, posts) { ActsForSecurity = alone };
    }

    /// <summary>Begins a session within the transaction of the sign-in.</summary>
    internal static NewSession Begin(GongkaiDb db, Person person, SignInProof proof, SignInOrigin origin, DateTime now)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var shortened = origin.Shortened;
        var session = new PersonSession
        {
            Key = KeyOf(secret),
            Id = Guid.CreateVersion7(),
            PersonId = person.Id,
            StartedAt = now,
            LastSeenAt = now,
            From = shortened.Address,
            Browser = shortened.Browser,
            Proof = proof,
        };
        db.Sessions.Add(session);
        return new NewSession(secret, session);
    }

    /// <summary>Ends sessions of a person within a transaction: all, or all but one.</summary>
    internal static async Task EndAllAsync(GongkaiDb db, Guid person, DateTime now, CancellationToken cancellation, Guid? but = null)
    {
        var open = await db.Sessions.Where(session => session.PersonId == person && session.EndedAt == null).ToListAsync(cancellation);
        foreach (var session in open.Where(session => session.Id != but)) session.EndedAt = now;
    }

    // Two requests of one browser at the same time: whichever comes second has nothing left to say.
    private Task<Outcome<bool>> SeeAsync(byte[] key, DateTime now, CancellationToken cancellation) => recorder.RecordAsync<bool>([], async (acts, cancellation) =>
    {
        var session = await acts.Db.Sessions.SingleAsync(row => row.Key == key, cancellation);
        if (session.LastSeenAt < now) session.LastSeenAt = now;
        return true;
    }, cancellation);

    // Whoever came in without the password is not asked for it: they may never have had one in their hands.
    private bool MustChangePassword(Person person, SignInProof proof, DateTime now) =>
        person.PasswordHash is not null && proof is not (SignInProof.Identity or SignInProof.IdentityAndCode or SignInProof.IdentityAndRecoveryCode or SignInProof.Certificate) && (person.PasswordChangedAt is not { } changed || now - changed > TimeSpan.FromDays(rules.MaximumAgeDays));

    private bool IsOver(PersonSession session, DateTime now) =>
        now - session.LastSeenAt > TimeSpan.FromMinutes(rules.IdleMinutes) || now - session.StartedAt > TimeSpan.FromHours(rules.SessionHours);

    private static byte[] KeyOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
