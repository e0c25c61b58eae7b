using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Outbox;

/// <summary>
/// Writes a message and its deliveries into the transaction of an act (写入发件箱). Who gets it, and how, is settled there and then; sending
/// is the business of <see cref="DeliverySweep"/>.
/// </summary>
internal static class OutboxWriting
{
    /// <summary>Writes it.</summary>
    /// <returns>True when something of it is to be sent outside the desk.</returns>
    public static async Task<bool> WriteAsync(ActSession acts, News news, CancellationToken cancellation)
    {
        var (db, key) = (acts.Db, news.Key);
        if (db.OutboxMessages.Local.Any(row => row.AgencyId == news.Agency && row.Key == key)
            || await db.OutboxMessages.AnyAsync(row => row.AgencyId == news.Agency && row.Key == key, cancellation)) return false;
        // Somebody with two posts in one step is told once.
        var told = ToldBefore(db, news).ToHashSet();
        var message = new OutboxMessage
        {
            Id = Guid.CreateVersion7(),
            AgencyId = news.Agency,
            Kind = news.Kind,
            SubjectId = news.Subject,
            PersonId = news.To.Person,
            Role = news.To.Role,
            DueOn = news.DueOn,
            Key = key,
            HappenedAt = acts.Now,
        };
        db.OutboxMessages.Add(message);
        var outside = false;
        foreach (var (means, person) in await WaysAsync(db, news, ChinaTime.DayOf(acts.Now), cancellation))
        {
            if (!told.Add((means, person))) continue;
            db.Deliveries.Add(Delivery(message, means, person));
            outside |= means != DeliveryMeans.Desk;
        }
        return outside;
    }

    private static Delivery Delivery(OutboxMessage message, DeliveryMeans means, Guid? person) => new()
    {
        Id = Guid.CreateVersion7(),
        AgencyId = message.AgencyId,
        MessageId = message.Id,
        Means = means,
        PersonId = person,
        State = means == DeliveryMeans.Desk ? DeliveryState.Delivered : DeliveryState.Waiting,
        NextAt = message.HappenedAt,
        DeliveredAt = means == DeliveryMeans.Desk ? message.HappenedAt : null,
    };

    private static IEnumerable<(DeliveryMeans, Guid?)> ToldBefore(GongkaiDb db, News news) =>
        from message in db.OutboxMessages.Local
        where message.Kind == news.Kind && message.SubjectId == news.Subject && message.AgencyId == news.Agency
        join delivery in db.Deliveries.Local on message.Id equals delivery.MessageId
        select (delivery.Means, delivery.PersonId);

    private static async Task<List<(DeliveryMeans Means, Guid? Person)>> WaysAsync(GongkaiDb db, News news, DateOnly today, CancellationToken cancellation)
    {
        var people = await PeopleAsync(db, news, today, cancellation);
        if (news.Kind == MessageKind.ApprovalLink) return [.. people.Select(person => (DeliveryMeans.Sms, (Guid?)person))];
        List<(DeliveryMeans, Guid?)> ways = [.. people.Select(person => (DeliveryMeans.Desk, (Guid?)person))];
        if (news.IsOfHouse)
        {
            var chosen = await db.PersonNotices.AsNoTracking().Where(row => people.Contains(row.PersonId)).ToListAsync(cancellation);
            return [.. ways, .. chosen.Select(row => (row.Means, (Guid?)row.PersonId))];
        }
        if (await db.AgencyNotices.AsNoTracking().SingleOrDefaultAsync(row => row.AgencyId == news.Agency, cancellation) is not { } notices) return ways;
        var wanted = await db.PersonNotices.AsNoTracking().Where(row => people.Contains(row.PersonId)).ToListAsync(cancellation);
        ways.AddRange(wanted.Where(row => row.Means == DeliveryMeans.Email ? notices.ByEmail : notices.BySms).Select(row => (row.Means, (Guid?)row.PersonId)));
        if (notices.Robot is not null) ways.Add((DeliveryMeans.Robot, null));
        return ways;
    }

    // Whoever holds the post today or exercises it for another; never who wrote the draft, since nobody approves their own.
    private static async Task<List<Guid>> PeopleAsync(GongkaiDb db, News news, DateOnly today, CancellationToken cancellation)
    {
        var asked = news.To.Person is { } one ? [one] : await HoldersAsync(db, news.Agency, news.To.Role!.Value, today, cancellation);
        if (news is { Kind: MessageKind.ApprovalWaiting, To.Person: null })
            asked = [.. asked.Except(await db.Drafters.Where(row => row.DraftId == news.Subject).Select(row => row.PersonId).ToListAsync(cancellation))];
        return await db.People.Where(person => asked.Contains(person.Id) && person.DisabledAt == null).Select(person => person.Id).ToListAsync(cancellation);
    }

    private static async Task<List<Guid>> HoldersAsync(GongkaiDb db, AgencyId agency, PostRole role, DateOnly today, CancellationToken cancellation)
    {
        var posts = await db.Posts.Where(row => row.AgencyId == agency && row.Role == role && row.StartsOn <= today && (row.EndsOn == null || row.EndsOn >= today))
            .Select(row => row.PersonId).ToListAsync(cancellation);
        var delegated = await db.Delegations
            .Where(row => row.AgencyId == agency && row.Role == role && row.StartsOn <= today && row.EndsOn >= today && posts.Contains(row.FromPersonId))
            .Select(row => row.ToPersonId).ToListAsync(cancellation);
        return [.. posts.Union(delegated)];
    }
}
