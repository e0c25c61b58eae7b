using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Agencies;

/// <summary>What the public page of an agency says beside its guide (现状): where it publishes, what it uses, what it was called, who took over.</summary>
/// <param name="Channels">How to apply.</param>
/// <param name="Modules">Parts of the work done on this platform.</param>
/// <param name="Place">Where it publishes.</param>
/// <param name="FormerNames">What it was called before, with the last day, the latest first.</param>
/// <param name="Successor">Code and name of who took over, or null.</param>
public sealed record AgencyStanding(
    IReadOnlyList<ChannelLine> Channels,
    IReadOnlySet<AgencyModule> Modules,
    PublicationPlan Place,
    IReadOnlyList<(string Name, DateOnly UntilOn)> FormerNames,
    (string Code, string Name)? Successor)
{
    /// <summary>Reads it as of today.</summary>
    public static async Task<AgencyStanding> ReadAsync(GongkaiDb db, House house, Agency agency, CancellationToken cancellation)
    {
        var today = ChinaTime.DayOf(Instant.Now(house.Clock));
        var names = await db.FormerNames.Where(row => row.AgencyId == agency.Id).OrderByDescending(row => row.UntilOn)
            .Select(row => new { row.Name, row.UntilOn }).ToListAsync(cancellation);
        return new AgencyStanding(
            ChannelLine.Of(agency, await AgencyState.ChannelsAsync(db, agency.Id, cancellation)),
            await AgencyState.ModulesAsync(db, agency.Id, today, cancellation),
            await AgencyState.PlaceAsync(db, agency.Id, today, cancellation),
            [.. names.Select(row => (row.Name, row.UntilOn))],
            agency.SuccessorId is { } successor ? await NameAsync(house, successor, cancellation) : null);
    }

    // An agency's page sees that agency only; of its successor it says no more than every list does.
    private static async Task<(string, string)> NameAsync(House house, AgencyId successor, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.Of(successor));
        var found = await db.Agencies.Where(row => row.Id == successor).Select(row => new { row.Code, row.Name }).SingleAsync(cancellation);
        return (found.Code, found.Name);
    }
}
