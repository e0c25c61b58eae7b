using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Gongkai.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Home;

/// <summary>待办：what waits for whoever signed in.</summary>
public sealed class IndexModel(GongkaiDb db, House house) : DeskPage
{
    /// <summary>Today, in China.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The posts, with the name of the agency.</summary>
    public IReadOnlyList<(string Code, string Agency, string Roles)> Posts { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Today = ChinaTime.DayOf(Instant.Now(house.Clock));
        var agencies = Who.Caller.Agencies.ToList();
        var names = await db.Agencies.AsNoTracking().Where(agency => agencies.Contains(agency.Id))
            .Select(agency => new { agency.Id, agency.Code, agency.Name }).ToDictionaryAsync(agency => agency.Id, cancellation);
        Posts = [.. agencies.Select(agency => (names[agency].Code, names[agency].Name, string.Join('、', Who.Caller.RolesIn(agency).Select(DeskWords.Of))))];
    }
}
