using Gongkai.App.Data;
using Gongkai.Documents.Data;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Retention;

/// <summary>A record whose term is over (到期案卷).</summary>
/// <param name="Records">What it is.</param>
/// <param name="Id">Its identity: the subject of its entries.</param>
/// <param name="Name">题名.</param>
/// <param name="EndedOn">The last day on which anything was done in it.</param>
/// <param name="Years">Years it was to be kept.</param>
public sealed record DueRecord(RetainedRecords Records, Guid Id, string Name, DateOnly EndedOn, int Years)
{
    /// <summary>Last day of its term, inclusive.</summary>
    public DateOnly KeptUntil => new RetentionTerm(Records, Years, "").LastDayOf(EndedOn);
}

/// <summary>
/// Finds what holds personal data and whose term is over (到期鉴定). It proposes and does nothing. What is still open, or open to another agency, is
/// never among it; of drafts only those whose form says that they name people.
/// </summary>
internal static class DueRecords
{
    /// <summary>Finds it, the oldest first.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="agency">Whose records.</param>
    /// <param name="today">The present day.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyList<DueRecord>> ReadAsync(GongkaiDb db, AgencyId agency, DateOnly today, CancellationToken cancellation)
    {
        var terms = await RetentionSchedule.ReadAsync(db, agency, cancellation);
        List<DueRecord> ended =
        [
            .. await RequestsAsync(db, agency, terms[RetainedRecords.Request], today, cancellation),
            .. await DisputesAsync(db, agency, terms[RetainedRecords.Dispute], today, cancellation),
            .. await DraftsAsync(db, agency, terms[RetainedRecords.Approval], today, cancellation),
        ];
        var ids = ended.ConvertAll(record => record.Id);
        // A correction or a late word makes a matter end later than its row says.
        var last = await db.Ledger.Where(entry => entry.AgencyId == agency && ids.Contains(entry.SubjectId)).GroupBy(entry => entry.SubjectId)
            .Select(entries => new { entries.Key, On = entries.Max(entry => entry.EffectiveOn) }).ToDictionaryAsync(row => row.Key, row => row.On, cancellation);
        return
        [
            .. ended.Select(record => last.TryGetValue(record.Id, out var on) && on > record.EndedOn ? record with { EndedOn = on } : record)
                .Where(record => terms[record.Records].IsOver(record.EndedOn, today))
                .OrderBy(record => record.EndedOn).ThenBy(record => record.Name, StringComparer.Ordinal),
        ];
    }

    private static async Task<IEnumerable<DueRecord>> RequestsAsync(GongkaiDb db, AgencyId agency, RetentionTerm term, DateOnly today, CancellationToken cancellation)
    {
        var before = FirstKept(term, today);
        var rows = await db.Requests.AsNoTracking()
            .Where(row => row.AgencyId == agency && row.DestroyedOn == null
                && (row.ClosedOn < before || row.HandedOverOn < before || row.Voided && row.ReceivedOn < before)
                && !db.CaseDoors.Any(door => door.RequestId == row.Id && door.EndedAt == null))
            .Select(row => new { row.Id, row.Number, row.ClosedOn, row.HandedOverOn, row.ReceivedOn }).ToListAsync(cancellation);
        return rows.Select(row => new DueRecord(term.Records, row.Id, $"政府信息公开申请 {row.Number}", row.ClosedOn ?? row.HandedOverOn ?? row.ReceivedOn!.Value, term.Years));
    }

    private static async Task<IEnumerable<DueRecord>> DisputesAsync(GongkaiDb db, AgencyId agency, RetentionTerm term, DateOnly today, CancellationToken cancellation)
    {
        var before = FirstKept(term, today);
        var rows = await db.Disputes.AsNoTracking()
            .Where(row => row.AgencyId == agency && row.DestroyedOn == null && (row.ConcludedOn < before || row.HandedOverOn < before))
            .Select(row => new { row.Id, row.Number, row.ConcludedOn, row.HandedOverOn }).ToListAsync(cancellation);
        return rows.Select(row => new DueRecord(term.Records, row.Id, $"复议诉讼 {row.Number}", (row.ConcludedOn ?? row.HandedOverOn)!.Value, term.Years));
    }

    private static async Task<IEnumerable<DueRecord>> DraftsAsync(GongkaiDb db, AgencyId agency, RetentionTerm term, DateOnly today, CancellationToken cancellation)
    {
        List<string> personal = [.. BuiltInApprovals.Forms.Where(form => form.HoldsPersonalData).Select(form => form.Code)];
        var before = ChinaTime.StartOf(FirstKept(term, today));
        var rows = await db.Drafts.AsNoTracking()
            .Where(row => row.AgencyId == agency && row.DestroyedOn == null && (row.State == ApprovalState.Released || row.HandedOverOn != null) && row.SinceAt < before && personal.Contains(row.Form))
            .Select(row => new { row.Id, row.Title, row.Code, row.SinceAt }).ToListAsync(cancellation);
        return rows.Select(row => new DueRecord(term.Records, row.Id, $"{row.Title}（{row.Code}）", ChinaTime.DayOf(row.SinceAt), term.Years));
    }

    // The first day of the first year whose records are still kept.
    private static DateOnly FirstKept(RetentionTerm term, DateOnly today) => new(today.Year - term.Years, 1, 1);
}
