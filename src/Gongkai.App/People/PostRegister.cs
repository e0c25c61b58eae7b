using Gongkai.App.Acts;
using Gongkai.App.Approvals;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.People;

/// <summary>Who holds which post from when to when (任职): acts of the agency, with their days.</summary>
/// <param name="recorder">The house's recorder.</param>
/// <param name="audit">Where it is written down.</param>
public sealed class PostRegister(ActRecorder recorder, AuditLog audit)
{
    /// <summary>Appoints somebody.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="agency">Where.</param>
    /// <param name="person">Whom.</param>
    /// <param name="role">To what.</param>
    /// <param name="substitute">True for the stand-in (B 角).</param>
    /// <param name="from">First day.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<Post>> AppointAsync(
        Caller caller, AgencyId agency, PersonId person, PostRole role, bool substitute, DateOnly from, CancellationToken cancellation)
    {
        if (caller.Lacks(DeskRight.ManagePeople, agency) is { } refusal) return Task.FromResult<Outcome<Post>>(refusal);
        return recorder.RecordAsync<Post>(agency, async (acts, cancellation) =>
        {
            if (await acts.Db.People.SingleOrDefaultAsync(row => row.Id == person.Value, cancellation) is not { } row)
                return Accounts.Unknown;
            return await AddAsync(acts, agency, row, role, substitute, from, caller.Name, cancellation);
        }, cancellation).AsAsync(audit, AuditKind.PostChanged, caller, post => post.PersonId, $"任职：{PostWords.Of(role)}", agency);
    }

    internal static async Task<Outcome<Post>> AddAsync(
        ActSession acts, AgencyId agency, Person person, PostRole role, bool substitute, DateOnly from, string who, CancellationToken cancellation)
    {
        if (Unfit(person) is { } unfit) return unfit;
        if (await acts.Db.Posts.AnyAsync(
            post => post.AgencyId == agency && post.PersonId == person.Id && post.Role == role && (post.EndsOn == null || post.EndsOn >= from), cancellation))
            return new Refusal("post.held", $"{person.Name} 已经担任这一岗位。");
        return Append(acts, agency, person, role, substitute, from, who);
    }

    /// <summary>Why somebody cannot hold a post, or null.</summary>
    internal static Refusal? Unfit(Person person)
    {
        if (person.DisabledAt is not null) return new Refusal("account.disabled", $"{person.Name} 的账号已停用，不能任职。");
        // Those who watch over the house do no act of office in it.
        return person.HouseRole is not null ? new Refusal("post.administrator", $"{person.Name} 是平台管理员（三员），不能在机关任职。请另设账号。") : null;
    }

    /// <summary>Records an appointment that was looked at before.</summary>
    internal static Post Append(ActSession acts, AgencyId agency, Person person, PostRole role, bool substitute, DateOnly from, string who)
    {
        var post = new Post { Id = Guid.CreateVersion7(), AgencyId = agency, PersonId = person.Id, Role = role, Substitute = substitute, StartsOn = from };
        acts.Db.Posts.Add(post);
        acts.Record(agency, new PostAppointed(new PersonId(person.Id), role, substitute), new SubjectId(post.Id), from,
            new PrivatePart(who, "", new Dictionary<string, string> { ["name"] = person.Name }));
        return post;
    }

    /// <summary>Ends a post; its rights end with its last day.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="agency">Where.</param>
    /// <param name="post">Which.</param>
    /// <param name="lastDay">The last day, inclusive.</param>
    /// <param name="reason">Why, for the record.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<Post>> EndAsync(Caller caller, AgencyId agency, Guid post, DateOnly lastDay, string reason, CancellationToken cancellation)
    {
        if (caller.Lacks(DeskRight.ManagePeople, agency) is { } refusal) return Task.FromResult<Outcome<Post>>(refusal);
        return recorder.RecordAsync<Post>(agency, async (acts, cancellation) =>
        {
            if (await acts.Db.Posts.SingleOrDefaultAsync(row => row.Id == post, cancellation) is not { } row)
                return new Refusal("post.unknown", "没有这条任职。");
            if (row.EndsOn is { } ended) return new Refusal("post.ended", $"这条任职已到 {ended:yyyy-MM-dd} 为止。");
            if (lastDay < row.StartsOn) return new Refusal("post.days", $"最后一天不能早于任职第一天 {row.StartsOn:yyyy-MM-dd}。");
            await EndAsync(acts, row, lastDay, caller.Name, reason, cancellation);
            return row;
        }, cancellation).AsAsync(audit, AuditKind.PostChanged, caller, row => row.PersonId, "离任", agency);
    }

    /// <summary>Ends a post that was looked at before, and with it the delegations that rest on it.</summary>
    internal static async Task EndAsync(ActSession acts, Post post, DateOnly lastDay, string who, string reason, CancellationToken cancellation)
    {
        post.EndsOn = lastDay;
        acts.Record(post.AgencyId, new PostEnded(), new SubjectId(post.Id), lastDay, new PrivatePart(who, reason, new Dictionary<string, string>()));
        await Delegations.LapseAsync(acts, post, lastDay, who, cancellation);
    }
}
