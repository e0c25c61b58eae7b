using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.People;

/// <summary>Finds who somebody is today (当日任职) where nobody signed in: a one-time link, a machine, a message to be sent.</summary>
/// <param name="house">The house.</param>
public sealed class Callers(House house)
{
    /// <summary>A person with the posts of today, or null when the account is closed or unknown.</summary>
    public async Task<Caller?> FindAsync(PersonId person, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.All);
        return await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == person.Value && row.DisabledAt == null, cancellation) is { } row
            ? await Sessions.CallerAsync(db, row, ChinaTime.DayOf(Instant.Now(house.Clock)), cancellation)
            : null;
    }
}
