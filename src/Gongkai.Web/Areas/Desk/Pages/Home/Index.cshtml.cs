using Gongkai.App.Agencies;
using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Imports;
using Gongkai.App.Jobs;
using Gongkai.App.Outbox;
using Gongkai.App.People;
using Gongkai.App.Requests;
using Gongkai.App.Requests.Doors;
using Gongkai.Domain.Agencies;
using Gongkai.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Home;

/// <summary>待办：what waits for whoever signed in.</summary>
public sealed class IndexModel(GongkaiDb db, House house, OpenRequests requests, CaseReading cases, DeskMessages messages, HouseHealth health) : DeskPage
{
    private const int NewDays = 30;
    private const int ShownMessages = 5;

    /// <summary>Today, in China.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The posts, with the name of the agency.</summary>
    public IReadOnlyList<(AgencyId Id, string Code, string Agency, string Roles)> Posts { get; private set; } = [];

    /// <summary>What waits for whoever is signed in, the longest first.</summary>
    public IReadOnlyList<(WaitingApproval Task, Draft Draft, string Agency)> Waiting { get; private set; } = [];

    /// <summary>The newest messages that were not marked as read.</summary>
    public IReadOnlyList<DeskMessage> Messages { get; private set; } = [];

    /// <summary>Codes of the agencies they are about.</summary>
    public IReadOnlyDictionary<AgencyId, string> Codes { get; private set; } = new Dictionary<AgencyId, string>();

    /// <summary>How many there are.</summary>
    public int Unread { get; private set; }

    /// <summary>Background work that was not done, for the system administrator.</summary>
    public IReadOnlyList<JobKind> Failing { get; private set; } = [];

    /// <summary>True when one of the agencies handles requests on this platform.</summary>
    public bool HandlesRequests { get; private set; }

    /// <summary>Requests that wait for an answer.</summary>
    public IReadOnlyList<OpenRequest> Requests { get; private set; } = [];

    /// <summary>Agencies in which a post was taken over less than a month ago.</summary>
    public IReadOnlyList<AgencyId> TakenOver { get; private set; } = [];

    /// <summary>Requests of other agencies that are open to one's own.</summary>
    public IReadOnlyList<SharedCase> Shared { get; private set; } = [];

    /// <summary>Name of each agency.</summary>
    public IReadOnlyDictionary<AgencyId, string> Names { get; private set; } = new Dictionary<AgencyId, string>();

    /// <summary>What one may begin from here: name, address, and whether it is the first thing to do.</summary>
    public IReadOnlyList<(string Name, string Address, bool First)> Beginnings { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Today = house.Today;
        var agencies = Who.Caller.Agencies.ToList();
        var off = await AgencyState.OffAsync(db, Today, cancellation);
        HandlesRequests = agencies.Exists(agency => !off[agency].Contains(AgencyModule.Requests));
        if (Who.Caller.May(DeskRight.ManageHouse)) Failing = (await health.ReadAsync(cancellation)).Failing;
        if (Who.Caller.HouseRole is null) Requests = await requests.ReadAsync(db, cancellation);
        Shared = await cases.ListSharedAsync(Who.Caller, cancellation);
        var names = await db.Agencies.AsNoTracking().Where(agency => agencies.Contains(agency.Id))
            .Select(agency => new { agency.Id, agency.Code, agency.Name }).ToDictionaryAsync(agency => agency.Id, cancellation);
        Names = names.ToDictionary(agency => agency.Key, agency => agency.Value.Name);
        Messages = await messages.ListAsync(Who.Caller, unreadOnly: true, ShownMessages, cancellation);
        var told = Messages.Select(message => message.Agency).Distinct().ToList();
        Codes = await db.Agencies.AsNoTracking().Where(agency => told.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => agency.Code, cancellation);
        Unread = await messages.CountUnreadAsync(Who.Caller, cancellation);
        Waiting = [.. (await MyApprovals.ReadAsync(db, Who.Caller, Today, cancellation)).Select(one => (one.Task, one.Draft, names[one.Draft.AgencyId].Code))];
        var (me, since) = (Who.Caller.Id!.Value.Value, Today.AddDays(-NewDays));
        TakenOver = await db.Handovers.AsNoTracking().Where(row => row.ToPersonId == me && row.On >= since && agencies.Contains(row.AgencyId))
            .Select(row => row.AgencyId).Distinct().ToListAsync(cancellation);
        Posts = [.. agencies.Select(agency => (agency, names[agency].Code, names[agency].Name, string.Join('、', Who.Caller.RolesIn(agency).Select(DeskWords.Of))))];
        Beginnings = [.. Posts.SelectMany(post => BeginningsAt(post.Id, post.Code, Posts.Count > 1 ? $"（{post.Agency}）" : "", off[post.Id]))];
    }

    private IEnumerable<(string Name, string Address, bool First)> BeginningsAt(AgencyId agency, string code, string of, IEnumerable<AgencyModule> off)
    {
        if (Who.Caller.May(DeskRight.Draft, agency)) yield return ($"拟稿{of}", DeskUrls.Of(code, "drafts/new"), true);
        if (Who.Caller.May(DeskRight.DoActs, agency) && !off.Contains(AgencyModule.Requests))
            yield return ($"登记收到的申请{of}", DeskUrls.Of(code, $"entry/{ActForm.RequestReceived.Code}"), false);
    }
}
