using System.Globalization;
using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Outbox;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Retention;

/// <summary>Tells the officers once a year that the term of some records is over (到期提醒): the list is theirs to draw up, or not.</summary>
internal static class RetentionNotice
{
    /// <summary>Tells them.</summary>
    /// <returns>In how many agencies somebody was told.</returns>
    public static async Task<int> TellAsync(House house, ActRecorder recorder, DateTime now, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.All);
        var today = ChinaTime.DayOf(now);
        var year = today.Year.ToString(CultureInfo.InvariantCulture);
        var told = 0;
        foreach (var agency in await db.Agencies.AsNoTracking().Where(row => row.ClosedOn == null).Select(row => row.Id).ToListAsync(cancellation))
        {
            var news = new News(agency, MessageKind.RetentionOver, agency.Value, Addressee.Of(PostRole.Officer), year);
            if (await db.OutboxMessages.AnyAsync(row => row.AgencyId == agency && row.Key == news.Key, cancellation)) continue;
            if ((await DueRecords.ReadAsync(db, agency, today, cancellation)).Count == 0) continue;
            var done = await recorder.RecordAsync<bool>(agency, async (acts, cancellation) =>
            {
                await acts.TellAsync(news, cancellation);
                return true;
            }, cancellation);
            if (!done.IsRefused) told++;
        }
        return told;
    }
}
