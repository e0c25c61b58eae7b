using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.App.Requests;
using Gongkai.Domain.Agencies;
using Gongkai.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Home;

/// <summary>待办：what waits for whoever signed in.</summary>
public sealed class IndexModel(GongkaiDb db, House house, OpenRequests requests) : DeskPage
{
    /// <summary>Today, in China.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The posts, with the name of the agency.</summary>
    public IReadOnlyList<(string Code, string Agency, string Roles)> Posts { get; private set; } = [];

    /// <summary>What waits for whoever is signed in, the longest first.</summary>
    public IReadOnlyList<(WaitingApproval Task, Draft Draft, string Agency)> Waiting { get; private set; } = [];

    /// <summary>True when one of the agencies handles requests on this platform.</summary>
    public bool HandlesRequests { get; private set; }

    /// <summary>Requests that wait for an answer.</summary>
    public IReadOnlyList<OpenRequest> Requests { get; private set; } = [];

    /// <summary>Name of each agency.</summary>
    public IReadOnlyDictionary<AgencyId, string> Names { get; private set; } = new Dictionary<AgencyId, string>();

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Today = house.Today;
        var agencies = Who.Caller.Agencies.ToList();
        var off = await AgencyState.OffAsync(db, Today, cancellation);
        HandlesRequests = agencies.Exists(agency => !off[agency].Contains(AgencyModule.Requests));
        if (Who.Caller.HouseRole is null) Requests = await requests.ReadAsync(db, cancellation);
        var names = await db.Agencies.AsNoTracking().Where(agency => agencies.Contains(agency.Id))
            .Select(agency => new { agency.Id, agency.Code, agency.Name }).ToDictionaryAsync(agency => agency.Id, cancellation);
        Names = names.ToDictionary(agency => agency.Key, agency => agency.Value.Name);
        Waiting = [.. (await WaitingAsync(cancellation)).Select(one => (one.Task, one.Draft, names[one.Draft.AgencyId].Code))];
        Posts = [.. agencies.Select(agency => (names[agency].Code, names[agency].Name, string.Join('、', Who.Caller.RolesIn(agency).Select(DeskWords.Of))))];
    }

    // A draft waits for a post; whoever wrote it is passed over, because nobody approves their own.
    private async Task<List<(WaitingApproval Task, Draft Draft)>> WaitingAsync(CancellationToken cancellation)
    {
        var me = Who.Caller.Id!.Value.Value;
        var posts = Who.Caller.Posts.ToHashSet();
        var own = await db.Drafters.AsNoTracking().Where(drafter => drafter.PersonId == me).Select(drafter => drafter.DraftId).ToListAsync(cancellation);
        var open = await db.WaitingApprovals.AsNoTracking().Join(db.Drafts.AsNoTracking(), task => task.DraftId, draft => draft.Id, (task, draft) => new { task, draft })
            .Where(one => one.task.PersonId == me || one.task.Role != null).OrderBy(one => one.task.SinceAt).ToListAsync(cancellation);
        return
        [
            .. open.Where(one => one.task.PersonId == me
                    || one.task.Role is { } role && posts.Contains(new CallerPost(one.task.AgencyId, role)) && !own.Contains(one.draft.Id))
                .DistinctBy(one => (one.draft.Id, one.task.Task)).Select(one => (one.task, one.draft)),
        ];
    }
}
