using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain.Calendar;
using Gongkai.Web.Desk;

namespace Gongkai.Web.Areas.Desk.Pages.Administration.Audit;

/// <summary>未确认的代录：decisions that were recorded for somebody who has not said yet whether they are theirs.</summary>
public sealed class UnconfirmedModel(ProxyRecords proxies, House house) : DeskPage
{
    /// <summary>The records, the oldest first, each with its age in days.</summary>
    public IReadOnlyList<(UnconfirmedRecord Record, int Days)> Lines { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var today = ChinaTime.DayOf(Instant.Now(house.Clock));
        Lines =
        [
            .. (await proxies.ListUnconfirmedAsync(AgencyScope.All, cancellation))
                .Select(record => (record, today.DayNumber - ChinaTime.DayOf(record.SinceAt).DayNumber)),
        ];
    }
}
