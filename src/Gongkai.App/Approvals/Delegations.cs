using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Outbox;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Approvals;

/// <summary>Delegated posts (委托代行): from one person to another, for some days, by an act.</summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
public sealed class Delegations(House house, ActRecorder recorder)
{
    /// <summary>Delegates one of one's own posts.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="from">Whose post.</param>
    /// <param name="to">Who exercises it.</param>
    /// <param name="role">Which post.</param>
    /// <param name="starts">First day.</param>
    /// <param name="ends">Last day, inclusive.</param>
    /// <param name="reason">Why, e.g. 出差.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<DelegationRow>> GiveAsync(
        AgencyId agency, Approver from, Approver to, PostRole role, DateOnly starts, DateOnly ends, string reason, CancellationToken cancellation) =>
        recorder.RecordAsync<DelegationRow>(agency, async (acts, cancellation) =>
        {
            if (Fault(from, to, role, starts, ends, ApprovalDesk.Today(acts)) is { } fault) return fault;
            if (await acts.Db.People.SingleOrDefaultAsync(row => row.Id == to.Person.Value, cancellation) is { } person && PostRegister.Unfit(person) is { } unfit)
                return unfit;
            var row = new DelegationRow
            {
                Id = Guid.CreateVersion7(),
                AgencyId = agency,
                FromPersonId = from.Person.Value,
                ToPersonId = to.Person.Value,
                Role = role,
                StartsOn = starts,
                EndsOn = ends,
            };
            acts.Db.Delegations.Add(row);
            acts.Record(agency, new DelegationGiven(Of(row)), new SubjectId(row.Id), ApprovalDesk.Today(acts),
                new PrivatePart(from.Name, reason, new Dictionary<string, string> { ["to"] = to.Name }));
            await acts.TellAsync(new News(agency, MessageKind.Delegated, row.Id, Addressee.Of(to.Person.Value), "given", ends), cancellation);
            return row;
        }, cancellation);

    /// <summary>Ends a delegation today or, when it has not begun, before it begins.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="delegation">Which.</param>
    /// <param name="who">Who gave it, or the agency's administrator.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<DelegationRow>> EndAsync(AgencyId agency, Guid delegation, Approver who, CancellationToken cancellation) =>
        recorder.RecordAsync<DelegationRow>(agency, async (acts, cancellation) =>
        {
            if (await acts.Db.Delegations.SingleOrDefaultAsync(row => row.Id == delegation, cancellation) is not { } row)
                return new Refusal("delegation.unknown", "没有这条委托。");
            if (row.FromPersonId != who.Person.Value && !who.Roles.Contains(PostRole.AgencyAdministrator))
                return new Refusal("delegation.not-yours", "委托由委托人本人或者机关管理员终止。");
            var today = ApprovalDesk.Today(acts);
            if (row.EndsOn < today) return new Refusal("delegation.over", $"这条委托已于{DayWords.Of(row.EndsOn)}到期。");
            // What was done by it today stands; it does not hold tomorrow.
            row.EndsOn = today;
            acts.Record(agency, new DelegationEnded(who.Person), new SubjectId(row.Id), today, new PrivatePart(who.Name));
            return row;
        }, cancellation);

    /// <summary>The delegations of an agency that hold on a day or later.</summary>
    /// <param name="scope">What the asker may see.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<DelegationRow>> ListAsync(AgencyScope scope, DateOnly day, CancellationToken cancellation)
    {
        await using var db = house.Open(scope);
        return await db.Delegations.AsNoTracking().Where(row => row.EndsOn >= day).OrderBy(row => row.StartsOn).ToListAsync(cancellation);
    }

    /// <summary>
    /// Ends what rests on a post that ends: what its holder delegated of it, and, when it was the last post there, what was delegated to its
    /// holder. Nobody acts in the name of somebody who has left, nor for an office they left.
    /// </summary>
    internal static async Task LapseAsync(ActSession acts, Post post, DateOnly lastDay, string who, CancellationToken cancellation)
    {
        var stays = await acts.Db.Posts.AnyAsync(
            other => other.AgencyId == post.AgencyId && other.PersonId == post.PersonId && other.Id != post.Id && (other.EndsOn == null || other.EndsOn > lastDay), cancellation);
        var same = await acts.Db.Posts.AnyAsync(
            other => other.AgencyId == post.AgencyId && other.PersonId == post.PersonId && other.Id != post.Id && other.Role == post.Role
                && (other.EndsOn == null || other.EndsOn > lastDay), cancellation);
        var rows = await acts.Db.Delegations.Where(row => row.AgencyId == post.AgencyId && row.EndsOn > lastDay
            && (row.FromPersonId == post.PersonId && row.Role == post.Role && !same || row.ToPersonId == post.PersonId && !stays)).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            row.EndsOn = lastDay;
            acts.Record(post.AgencyId, new DelegationLapsed(post.Id), new SubjectId(row.Id), lastDay, new PrivatePart(who));
        }
    }

    /// <summary>What was delegated to somebody, on whatever days.</summary>
    internal static async Task<IEnumerable<Delegation>> ReadAsync(GongkaiDb db, AgencyId agency, PersonId to, CancellationToken cancellation) =>
        (await db.Delegations.AsNoTracking().Where(row => row.AgencyId == agency && row.ToPersonId == to.Value).ToListAsync(cancellation)).Select(Of);

    /// <summary>The delegation of a row.</summary>
    internal static Delegation Of(DelegationRow row) => new(new PersonId(row.FromPersonId), new PersonId(row.ToPersonId), row.Role, row.StartsOn, row.EndsOn);

    private static Refusal? Fault(Approver from, Approver to, PostRole role, DateOnly starts, DateOnly ends, DateOnly today)
    {
        if (to.Roles.Count == 0) return new Refusal("delegation.no-post", "受委托人在本机关没有岗位，看不到要办的事项。请另选一人，或先任职。");
        if (from.Person == to.Person) return new Refusal("delegation.to-self", "不能委托给自己。请另选一人。");
        if (role == PostRole.AgencyAdministrator || !from.Roles.Contains(role)) return new Refusal("delegation.not-held", "您没有这个岗位，不能委托别人代行。");
        if (ends < starts) return new Refusal("delegation.days", "委托的最后一天早于第一天，请核对日期。");
        return starts < today ? new Refusal("delegation.past", "委托不能从过去的日期开始：请从今天或以后的日期起。") : null;
    }
}
