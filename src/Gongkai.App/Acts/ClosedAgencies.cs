using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Acts;

/// <summary>
/// A closed agency does no more work (撤并机关): an act dated after its last day is refused, whatever service records it. What looks back stays
/// possible: corrections, returns and the report on its last year, and who may still read its records.
/// </summary>
internal static class ClosedAgencies
{
    private static readonly HashSet<string> Allowed =
    [
        .. new[]
        {
            Correction.Kind, ReportPublished.Kind, AggregateReturn.Kind, PostAppointed.Kind, PostEnded.Kind, PostHandedOver.Kind, DelegationEnded.Kind, DelegationLapsed.Kind,
        }.Select(kind => kind.ToString()),
    ];

    /// <summary>True when an act of this kind may follow the last day.</summary>
    public static bool Allows(string kind) => Allowed.Contains(kind);

    /// <summary>Why acts about to be saved cannot be, or null.</summary>
    public static async Task<Refusal?> ForbidAsync(GongkaiDb db, CancellationToken cancellation)
    {
        var acts = db.Ledger.Local.Where(entry => db.Entry(entry).State == EntityState.Added && !Allows(entry.Kind)).ToList();
        if (acts.Count == 0) return null;
        List<AgencyId> agencies = [.. acts.Select(entry => entry.AgencyId).Distinct()];
        // What stood before this transaction: the merger itself closes an agency with acts of its last day.
        var closed = await db.Agencies.AsNoTracking().Where(agency => agencies.Contains(agency.Id) && agency.ClosedOn != null)
            .Select(agency => new { agency.Id, agency.Name, agency.ClosedOn }).ToListAsync(cancellation);
        return closed.Find(agency => acts.Exists(entry => entry.AgencyId == agency.Id && entry.EffectiveOn > agency.ClosedOn)) is { } over
            ? new Refusal("agency.closed", $"{over.Name}已于 {over.ClosedOn:yyyy-MM-dd} 撤并，之后的事项不再登记在它名下。请在承接机关办理。")
            : null;
    }
}
