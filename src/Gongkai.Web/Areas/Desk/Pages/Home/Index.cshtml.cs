using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Requests;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Gongkai.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Home;

/// <summary>待办：what waits for whoever signed in.</summary>
public sealed class IndexModel(GongkaiDb db, House house, OpenRequests requests) : DeskPage
{
    /// <summary>Today, in China.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The posts, with the name of the agency.</summary>
    public IReadOnlyList<(string Agency, string Roles)> Posts { get; private set; } = [];

    /// <summary>Requests that wait for an answer.</summary>
    public IReadOnlyList<OpenRequest> Requests { get; private set; } = [];

    /// <summary>Name of each agency.</summary>
    public IReadOnlyDictionary<AgencyId, string> Names { get; private set; } = new Dictionary<AgencyId, string>();

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Today = ChinaTime.DayOf(Instant.Now(house.Clock));
        var agencies = Who.Caller.Agencies.ToList();
        if (Who.Caller.HouseRole is null) Requests = await requests.ReadAsync(db, cancellation);
        var names = await db.Agencies.AsNoTracking().Where(agency => agencies.Contains(agency.Id))
            .ToDictionaryAsync(agency => agency.Id, agency => agency.Name, cancellation);
        Names = names;
        Posts = [.. agencies.Select(agency => (names[agency], string.Join('、', Who.Caller.RolesIn(agency).Select(DeskWords.Of))))];
    }
}
