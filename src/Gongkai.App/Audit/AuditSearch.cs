using Gongkai.App.Data;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Audit;

/// <summary>What to look for in the audit log; what is null does not narrow. The scope of the context narrows besides.</summary>
/// <param name="From">First instant, inclusive, UTC.</param>
/// <param name="Until">Last instant, exclusive, UTC.</param>
/// <param name="Who">Who did it.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Agency">Whose work.</param>
/// <param name="Subject">What it was done to: the beginning of it.</param>
public sealed record AuditFilter(
    DateTime? From = null, DateTime? Until = null, PersonId? Who = null, AuditKind? Kind = null, AgencyId? Agency = null, string? Subject = null);

/// <summary>One event as it is shown, and where the next page begins.</summary>
public sealed record AuditLine(
    Guid Chain, long Sequence, DateTime HappenedAt, AuditKind Kind, PersonId? Who, AgencyId? Agency, string? Subject, string From, string Message)
{
    /// <summary>The event's place in the order of the list; give it back to get what follows.</summary>
    public AuditPlace Place => new(HappenedAt, Chain, Sequence);
}

/// <summary>A place in the list of events.</summary>
public readonly record struct AuditPlace(DateTime HappenedAt, Guid Chain, long Sequence);

/// <summary>Looks up security events (查询审计日志), newest or oldest first.</summary>
public static class AuditSearch
{
    /// <summary>The events that a filter leaves, in no order.</summary>
    public static IQueryable<AuditRow> Audited(this GongkaiDb db, AuditFilter filter)
    {
        var rows = db.Audit.AsNoTracking();
        if (filter.From is { } from) rows = rows.Where(row => row.HappenedAt >= from);
        if (filter.Until is { } until) rows = rows.Where(row => row.HappenedAt < until);
        if (filter.Who is { } who) rows = rows.Where(row => row.PersonId == who);
        if (filter.Kind is { } kind) rows = rows.Where(row => row.Kind == kind);
        if (filter.Agency is { } agency) rows = rows.Where(row => row.AgencyId == agency);
        if (filter.Subject is { } subject) rows = rows.Where(row => row.Subject!.StartsWith(subject));
        return rows;
    }

    /// <summary>A page of events. Pages stay where they are while new events arrive.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="filter">What to look for.</param>
    /// <param name="after">The last event of the page before, or null for the first page.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="oldestFirst">True to begin with the oldest.</param>
    public static async Task<IReadOnlyList<AuditLine>> SearchAuditAsync(
        this GongkaiDb db, AuditFilter filter, AuditPlace? after, int count, CancellationToken cancellation, bool oldestFirst = false)
    {
        var rows = db.Audited(filter);
        if (after is { } place)
        {
            // Events of one instant are few: they are taken again and left out here, since databases order identities differently.
            rows = oldestFirst ? rows.Where(row => row.HappenedAt >= place.HappenedAt) : rows.Where(row => row.HappenedAt <= place.HappenedAt);
            var again = await rows.CountAsync(row => row.HappenedAt == place.HappenedAt, cancellation);
            return
            [
                .. (await ReadAsync(rows, count + again, oldestFirst, cancellation))
                    .Where(line => oldestFirst ? IsAfter(place, line.Place) : IsAfter(line.Place, place)).Take(count),
            ];
        }
        return [.. (await ReadAsync(rows, count, oldestFirst, cancellation)).Take(count)];
    }

    private static async Task<List<AuditLine>> ReadAsync(IQueryable<AuditRow> rows, int count, bool oldestFirst, CancellationToken cancellation)
    {
        // Whoever takes a part of an instant must take the same part next time: the whole instant is read, then ordered here.
        var ordered = oldestFirst ? rows.OrderBy(row => row.HappenedAt) : rows.OrderByDescending(row => row.HappenedAt);
        var last = await ordered.Skip(count - 1).Select(row => (DateTime?)row.HappenedAt).FirstOrDefaultAsync(cancellation);
        if (last is { } edge) rows = oldestFirst ? rows.Where(row => row.HappenedAt <= edge) : rows.Where(row => row.HappenedAt >= edge);
        var lines = await rows.Select(row => new AuditLine(
            row.ChainId, row.Sequence, row.HappenedAt, row.Kind, row.PersonId, row.AgencyId, row.Subject, row.From, row.Message)).ToListAsync(cancellation);
        lines.Sort((one, other) => (IsAfter(one.Place, other.Place) ? 1 : IsAfter(other.Place, one.Place) ? -1 : 0) * (oldestFirst ? -1 : 1));
        return lines;
    }

    private static bool IsAfter(AuditPlace one, AuditPlace other) =>
        (other.HappenedAt, other.Chain, other.Sequence).CompareTo((one.HappenedAt, one.Chain, one.Sequence)) > 0;
}
