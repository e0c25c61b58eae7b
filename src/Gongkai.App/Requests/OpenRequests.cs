using Gongkai.App.Agencies;
using Gongkai.App.Calendars;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Documents.Data;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Requests;

/// <summary>An open request and where its clock stands.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Agency">Whose.</param>
/// <param name="Number">Its number.</param>
/// <param name="Applicant">Who applies.</param>
/// <param name="ReceivedOn">收到之日.</param>
/// <param name="Clock">Its clock.</param>
/// <param name="Standing">Where the clock stands today.</param>
public sealed record OpenRequest(
    Guid Id, AgencyId Agency, string Number, ApplicantKind Applicant, DateOnly ReceivedOn, ReplyClock Clock, ClockStanding Standing);

/// <summary>The requests that wait for an answer (在办申请), the most pressing first; of agencies that handle requests on this platform.</summary>
/// <param name="house">The house.</param>
/// <param name="calendars">Its calendar.</param>
public sealed class OpenRequests(House house, HouseCalendar calendars)
{
    /// <summary>Reads them as they stand today.</summary>
    /// <param name="db">The tables; their scope says whose.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="only">One request alone, or null for all.</param>
    public Task<IReadOnlyList<OpenRequest>> ReadAsync(GongkaiDb db, CancellationToken cancellation, Guid? only = null) =>
        ReadAsync(db, ChinaTime.DayOf(Instant.Now(house.Clock)), cancellation, only);

    /// <summary>Reads them as they stand on a day.</summary>
    /// <param name="db">The tables; their scope says whose.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="only">One request alone, or null for all.</param>
    public async Task<IReadOnlyList<OpenRequest>> ReadAsync(GongkaiDb db, DateOnly today, CancellationToken cancellation, Guid? only = null)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        var rows = await db.Requests.AsNoTracking().Open().Where(row => row.ReceivedOn != null && (only == null || row.Id == only)).ToListAsync(cancellation);
        var histories = await RequestHistories.LoadAsync(db, [.. rows.Select(row => row.Id)], cancellation);
        var off = await AgencyState.OffAsync(db, today, cancellation);
        List<OpenRequest> open = [];
        foreach (var row in rows.Where(row => !off[row.AgencyId].Contains(AgencyModule.Requests)))
        {
            var clock = ReplyClock.Of(histories[row.Id], calendar, BuiltInClocks.Settings);
            if (clock.IsRefused) continue;
            open.Add(new OpenRequest(row.Id, row.AgencyId, row.Number, row.Applicant, row.ReceivedOn!.Value, clock.Value, clock.Value.AsOf(today)));
        }
        return [.. open.OrderBy(request => request.Clock.DueOn ?? DateOnly.MaxValue).ThenBy(request => request.Number, StringComparer.Ordinal)];
    }
}
