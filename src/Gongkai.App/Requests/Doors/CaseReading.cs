using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Ledger;
using Gongkai.App.People;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Requests.Doors;

/// <summary>A request as whoever is let in sees it (一件申请): facts, clock, history, and who else is let in.</summary>
/// <param name="Agency">Whose it is.</param>
/// <param name="Request">The facts.</param>
/// <param name="Open">Where its clock stands; null when it is closed or has none.</param>
/// <param name="History">What happened, the oldest first.</param>
/// <param name="Doors">Who is or was let in.</param>
/// <param name="Names">Names of the agencies let in.</param>
/// <param name="Files">What goes through these doors, in the order it was sent.</param>
public sealed record RequestCase(
    Agency Agency, InformationRequest Request, OpenRequest? Open, IReadOnlyList<LedgerLine> History, IReadOnlyList<CaseDoor> Doors,
    IReadOnlyDictionary<AgencyId, string> Names, IReadOnlyList<CaseDoorFile> Files);

/// <summary>A case that another agency opened to one's own (交办、会商给本机关的件).</summary>
/// <param name="Door">The door.</param>
/// <param name="Case">The case behind it.</param>
public sealed record SharedCase(CaseDoor Door, RequestCase Case);

/// <summary>
/// Reads one case (查阅申请): for the agency it belongs to, and through a door for the one agency that was let in. This is the only place where
/// somebody sees something of another agency's work, and it shows this case and nothing else.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="requests">The open requests with their clocks.</param>
public sealed class CaseReading(House house, OpenRequests requests)
{
    /// <summary>A case of one's own agency by its number, or null.</summary>
    public async Task<RequestCase?> FindAsync(AgencyId agency, string number, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.Of(agency));
        var row = await db.Requests.AsNoTracking().SingleOrDefaultAsync(request => request.Number == number, cancellation);
        return row is null ? null : await ReadAsync(db, row, cancellation);
    }

    /// <summary>A case behind a door, for the agency that was let in and as long as the door is open; else null.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="guest">The agency in whose name.</param>
    /// <param name="door">The door.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<SharedCase?> FindSharedAsync(Caller caller, AgencyId guest, Guid door, CancellationToken cancellation)
    {
        if (!caller.May(DeskRight.ReadAgency, guest)) return null;
        await using var all = house.Open(AgencyScope.All);
        var found = await all.CaseDoors.AsNoTracking().SingleOrDefaultAsync(row => row.Id == door && row.ToAgencyId == guest && row.EndedAt == null, cancellation);
        return found is null ? null : await ReadAsync(found, cancellation);
    }

    /// <summary>A file behind a door: for the agency whose case it is, and as long as the door is open for the one that was let in; else null.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="agency">The agency in whose name.</param>
    /// <param name="door">The door.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CaseDoorFile?> FindFileAsync(Caller caller, AgencyId agency, Guid door, Guid file, CancellationToken cancellation)
    {
        if (!caller.May(DeskRight.ReadAgency, agency)) return null;
        await using var all = house.Open(AgencyScope.All);
        return await (
            from row in all.CaseDoorFiles.AsNoTracking()
            join way in all.CaseDoors on row.DoorId equals way.Id
            where row.Id == file && way.Id == door && (way.AgencyId == agency || way.ToAgencyId == agency && way.EndedAt == null)
            select row).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>The cases that are open to some agencies, the most pressing first.</summary>
    public async Task<IReadOnlyList<SharedCase>> ListSharedAsync(Caller caller, CancellationToken cancellation)
    {
        List<AgencyId> guests = [.. caller.Agencies.Where(agency => caller.May(DeskRight.ReadAgency, agency))];
        if (guests.Count == 0) return [];
        await using var all = house.Open(AgencyScope.All);
        var doors = await all.CaseDoors.AsNoTracking().Where(row => guests.Contains(row.ToAgencyId) && row.EndedAt == null).ToListAsync(cancellation);
        List<SharedCase> cases = [];
        foreach (var door in doors) cases.Add(await ReadAsync(door, cancellation));
        return [.. cases.OrderBy(shared => shared.Case.Open?.Clock.DueOn ?? DateOnly.MaxValue).ThenBy(shared => shared.Case.Request.Number, StringComparer.Ordinal)];
    }

    // Who is let into one case is not told who else is.
    private async Task<SharedCase> ReadAsync(CaseDoor door, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.Of(door.AgencyId));
        var row = await db.Requests.AsNoTracking().SingleAsync(request => request.Id == door.RequestId, cancellation);
        var found = await ReadAsync(db, row, cancellation);
        return new SharedCase(door, found with
        {
            Doors = [.. found.Doors.Where(other => other.Id == door.Id)],
            Files = [.. found.Files.Where(file => file.DoorId == door.Id)],
        });
    }

    private async Task<RequestCase> ReadAsync(GongkaiDb db, InformationRequest row, CancellationToken cancellation)
    {
        var agency = await db.Agencies.AsNoTracking().SingleAsync(one => one.Id == row.AgencyId, cancellation);
        var open = await requests.ReadAsync(db, cancellation, row.Id);
        var doors = await db.CaseDoors.AsNoTracking().Where(door => door.RequestId == row.Id).OrderBy(door => door.OpenedAt).ToListAsync(cancellation);
        List<AgencyId> guests = [.. doors.Select(door => door.ToAgencyId).Distinct()];
        await using var all = house.Open(AgencyScope.All);
        var names = await all.Agencies.AsNoTracking().Where(one => guests.Contains(one.Id)).Select(one => new { one.Id, one.Name })
            .ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
        List<Guid> ids = [.. doors.Select(door => door.Id)];
        var files = await db.CaseDoorFiles.AsNoTracking().Where(file => ids.Contains(file.DoorId)).OrderBy(file => file.SentAt).ToListAsync(cancellation);
        return new RequestCase(agency, row, open.Count > 0 ? open[0] : null, await db.ReadHistoryAsync(house, row.Id, cancellation), doors, names, files);
    }
}
