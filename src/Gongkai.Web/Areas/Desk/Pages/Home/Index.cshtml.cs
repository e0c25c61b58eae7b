using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.App.Requests;
using Gongkai.App.Requests.Doors;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Gongkai.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Home;

/// <summary>待办：what waits for whoever signed in.</summary>
public sealed class IndexModel(GongkaiDb db, House house, OpenRequests requests, CaseReading cases) : DeskPage
{
    private const int NewDays = 30;

    /// <summary>Today, in China.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The posts, with the name of the agency.</summary>
    public IReadOnlyList<(AgencyId Id, string Code, string Agency, string Roles)> Posts { get; private set; } = [];

    /// <summary>What waits for whoever is signed in, the longest first.</summary>
    public IReadOnlyList<(WaitingApproval Task, Draft Draft, string Agency)> Waiting { get; private set; } = [];

    /// <summary>Requests that wait for an answer.</summary>
    public IReadOnlyList<OpenRequest> Requests { get; private set; } = [];

    /// <summary>Agencies in which a post was taken over less than a month ago.</summary>
    public IReadOnlyList<AgencyId> TakenOver { get; private set; } = [];

    /// <summary>Requests of other agencies that are open to one's own.</summary>
    public IReadOnlyList<SharedCase> Shared { get; private set; } = [];

    /// <summary>Name of each agency.</summary>
    public IReadOnlyDictionary<AgencyId, string> Names { get; private set; } = new Dictionary<AgencyId, string>();

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Today = ChinaTime.DayOf(Instant.Now(house.Clock));
        var agencies = Who.Caller.Agencies.ToList();
        if (Who.Caller.HouseRole is null) Requests = await requests.ReadAsync(db, cancellation);
        Shared = await cases.ListSharedAsync(Who.Caller, cancellation);
        var names = await db.Agencies.AsNoTracking().Where(agency => agencies.Contains(agency.Id))
            .Select(agency => new { agency.Id, agency.Code, agency.Name }).ToDictionaryAsync(agency => agency.Id, cancellation);
        Names = names.ToDictionary(agency => agency.Key, agency => agency.Value.Name);
        Waiting = [.. (await WaitingAsync(cancellation)).Select(one => (one.Task, one.Draft, names[one.Draft.AgencyId].Code))];
        var (me, since) = (Who.Caller.Id!.Value.Value, Today.AddDays(-NewDays));
        TakenOver = await db.Handovers.AsNoTracking().Where(row => row.ToPersonId == me && row.On >= since && agencies.Contains(row.AgencyId))
            .Select(row => row.AgencyId).Distinct().ToListAsync(cancellation);
        Posts = [.. agencies.Select(agency => (agency, names[agency].Code, names[agency].Name, string.Join('、', Who.Caller.RolesIn(agency).Select(DeskWords.Of))))];
    }

    // A draft waits for a post; whoever wrote it is passed over, because nobody approves their own.
    private async Task<List<(WaitingApproval Task, Draft Draft)>> WaitingAsync(CancellationToken cancellation)
    {
        var me = Who.Caller.Id!.Value.Value;
        var posts = Who.Caller.Posts.ToHashSet();
        // What somebody exercises for another today waits for them as their own does.
        var delegated = await db.Delegations.AsNoTracking().Where(row => row.ToPersonId == me && row.StartsOn <= Today && row.EndsOn >= Today).ToListAsync(cancellation);
        posts.UnionWith(delegated.Select(row => new CallerPost(row.AgencyId, row.Role)));
        var principals = delegated.Select(row => (row.AgencyId, (Guid?)row.FromPersonId)).ToHashSet();
        List<Guid> asked = [me, .. delegated.Select(row => row.FromPersonId)];
        var own = await db.Drafters.AsNoTracking().Where(drafter => drafter.PersonId == me).Select(drafter => drafter.DraftId).ToListAsync(cancellation);
        var open = await db.WaitingApprovals.AsNoTracking().Join(db.Drafts.AsNoTracking(), task => task.DraftId, draft => draft.Id, (task, draft) => new { task, draft })
            .Where(one => one.task.Role != null || one.task.PersonId != null && asked.Contains(one.task.PersonId.Value)).OrderBy(one => one.task.SinceAt).ToListAsync(cancellation);
        return
        [
            .. open.Where(one => one.task.PersonId == me
                    || one.task.Task == ApprovalTask.Decide && principals.Contains((one.task.AgencyId, one.task.PersonId)) && !own.Contains(one.draft.Id)
                    || one.task.Role is { } role && posts.Contains(new CallerPost(one.task.AgencyId, role)) && !own.Contains(one.draft.Id))
                .DistinctBy(one => (one.draft.Id, one.task.Task)).Select(one => (one.task, one.draft)),
        ];
    }
}
