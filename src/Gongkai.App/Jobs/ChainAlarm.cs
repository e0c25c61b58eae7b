using System.Globalization;
using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Outbox;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Jobs;

/// <summary>
/// Tells the audit administrator and the system administrator that a chain is broken (校验告警): on the desk, and by the means they chose for
/// themselves. Once a day and chain, until it is whole again.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
public sealed class ChainAlarm(House house, ActRecorder recorder)
{
    /// <summary>Tells them.</summary>
    /// <param name="ledgers">Agencies whose ledger is broken.</param>
    /// <param name="audit">True when a chain of security events is.</param>
    /// <param name="now">The present, UTC.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task RaiseAsync(IReadOnlyList<AgencyId> ledgers, bool audit, DateTime now, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.All);
        var told = await db.People.AsNoTracking()
            .Where(person => person.DisabledAt == null && (person.HouseRole == HouseRole.AuditAdministrator || person.HouseRole == HouseRole.SystemAdministrator))
            .Select(person => person.Id).ToListAsync(cancellation);
        var known = await db.Agencies.AsNoTracking().OrderBy(agency => agency.Code).Select(agency => agency.Id).ToListAsync(cancellation);
        var day = ChinaTime.DayOf(now).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        foreach (var agency in ledgers.Where(known.Contains)) await TellAsync(agency, MessageKind.LedgerBroken, agency.Value);
        // The log belongs to no agency; a message stands with one, and here it is the same every day.
        if (audit && known.Count > 0) await TellAsync(known[0], MessageKind.AuditBroken, house.HouseId);

        Task<Outcome<bool>> TellAsync(AgencyId agency, MessageKind kind, Guid subject) => recorder.RecordAsync<bool>(agency, async (acts, cancellation) =>
        {
            foreach (var person in told) await acts.TellAsync(new News(agency, kind, subject, Addressee.Of(person), day), cancellation);
            return true;
        }, cancellation);
    }
}
