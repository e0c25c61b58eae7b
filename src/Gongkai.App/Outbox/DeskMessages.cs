using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Outbox;

/// <summary>A message as it stands on the desk, inside: with the title that never leaves it.</summary>
/// <param name="Id">Its delivery.</param>
/// <param name="Agency">Whose matter.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Title">Title of the draft, number of the request, or the delegated post.</param>
/// <param name="DraftCode">Code of the draft, or null.</param>
/// <param name="DueOn">Last day, or null.</param>
/// <param name="HappenedAt">When, UTC.</param>
/// <param name="IsRead">True once it was marked.</param>
public sealed record DeskMessage(
    Guid Id, AgencyId Agency, MessageKind Kind, string Title, string? DraftCode, DateOnly? DueOn, DateTime HappenedAt, bool IsRead);

/// <summary>The messages on somebody's desk (桌面消息), and their read marks.</summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
public sealed class DeskMessages(House house, ActRecorder recorder)
{
    /// <summary>The newest first.</summary>
    /// <param name="who">Whose desk.</param>
    /// <param name="unreadOnly">Leaves out those marked as read.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<DeskMessage>> ListAsync(Caller who, bool unreadOnly, int limit, CancellationToken cancellation)
    {
        var me = who.Id?.Value;
        await using var db = house.Open(who.Scope);
        var rows = await Mine(db, me).Where(row => !unreadOnly || row.ReadAt == null)
            .Join(db.OutboxMessages.AsNoTracking(), row => row.MessageId, message => message.Id, (row, message) => new { row.Id, row.ReadAt, message })
            .OrderByDescending(row => row.message.HappenedAt).ThenByDescending(row => row.Id).Take(limit).ToListAsync(cancellation);
        var subjects = rows.Select(row => row.message.SubjectId).Distinct().ToList();
        var drafts = await db.Drafts.AsNoTracking().Where(row => subjects.Contains(row.Id)).Select(row => new { row.Id, row.Title, row.Code }).ToDictionaryAsync(row => row.Id, cancellation);
        var requests = await db.Requests.AsNoTracking().Where(row => subjects.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Number, cancellation);
        var delegations = await db.Delegations.AsNoTracking().Where(row => subjects.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Role, cancellation);
        var agencies = await db.Agencies.AsNoTracking().Select(row => new { row.Id, row.Name }).ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);
        return
        [
            .. rows.Select(row => new DeskMessage(
                row.Id, row.message.AgencyId, row.message.Kind, TitleOf(row.message.Kind, row.message.SubjectId), drafts.GetValueOrDefault(row.message.SubjectId)?.Code, row.message.DueOn,
                row.message.HappenedAt, row.ReadAt is not null)),
        ];

        string TitleOf(MessageKind kind, Guid subject) => kind == MessageKind.AuditBroken ? "审计日志"
            : agencies.TryGetValue(new AgencyId(subject), out var agency) ? $"{agency}的{(kind == MessageKind.RetentionOver ? "到期档案" : "台账")}"
            : drafts.TryGetValue(subject, out var draft) ? draft.Title
            : requests.TryGetValue(subject, out var number) ? $"申请 {number}"
            : delegations.TryGetValue(subject, out var role) ? Gongkai.Domain.Approvals.PostWords.Of(role)
            : "";
    }

    /// <summary>How many are not marked as read.</summary>
    public async Task<int> CountUnreadAsync(Caller who, CancellationToken cancellation)
    {
        await using var db = house.Open(who.Scope);
        return await Mine(db, who.Id?.Value).CountAsync(row => row.ReadAt == null, cancellation);
    }

    /// <summary>Marks one as read, or all. Marking again changes nothing.</summary>
    /// <param name="who">Whose desk.</param>
    /// <param name="delivery">Which, or null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many were marked.</returns>
    public async Task<Outcome<int>> MarkReadAsync(Caller who, Guid? delivery, CancellationToken cancellation)
    {
        // Also in agencies that somebody has no post in, or no longer: the desk is the person's.
        await using var db = house.Open(AgencyScope.All);
        var agencies = await Unread(db, who.Id?.Value, delivery).Select(row => row.AgencyId).Distinct().ToListAsync(cancellation);
        return await recorder.RecordAsync<int>(agencies, async (acts, cancellation) =>
        {
            var unread = await Unread(acts.Db, who.Id?.Value, delivery).AsTracking().ToListAsync(cancellation);
            foreach (var row in unread) row.ReadAt = acts.Now;
            return unread.Count;
        }, cancellation);
    }

    private static IQueryable<Delivery> Unread(GongkaiDb db, Guid? me, Guid? delivery) =>
        Mine(db, me).Where(row => row.ReadAt == null && (delivery == null || row.Id == delivery));

    private static IQueryable<Delivery> Mine(GongkaiDb db, Guid? me) =>
        db.Deliveries.AsNoTracking().Where(row => row.PersonId == me && row.PersonId != null && row.Means == DeliveryMeans.Desk);
}
