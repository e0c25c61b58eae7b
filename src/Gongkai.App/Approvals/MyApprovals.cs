using Gongkai.App.Data;
using Gongkai.App.People;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Approvals;

/// <summary>What waits for one person in approvals (等我审批的): by name, by a post held, or by a post exercised for another.</summary>
public static class MyApprovals
{
    /// <summary>Reads it, the longest waiting first.</summary>
    /// <param name="db">The tables, within the person's scope.</param>
    /// <param name="who">The person.</param>
    /// <param name="today">Today in China.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyList<(WaitingApproval Task, Draft Draft)>> ReadAsync(GongkaiDb db, Caller who, DateOnly today, CancellationToken cancellation)
    {
        if (who.Id?.Value is not { } me) return [];
        var posts = who.Posts.ToHashSet();
        var delegated = await db.Delegations.AsNoTracking().Where(row => row.ToPersonId == me && row.StartsOn <= today && row.EndsOn >= today)
            .Select(row => new { row.AgencyId, row.Role, row.FromPersonId }).ToListAsync(cancellation);
        // What somebody exercises for another today waits for them as their own does.
        posts.UnionWith(delegated.Select(row => new CallerPost(row.AgencyId, row.Role)));
        var principals = delegated.Select(row => (row.AgencyId, (Guid?)row.FromPersonId)).ToHashSet();
        List<Guid> asked = [me, .. delegated.Select(row => row.FromPersonId)];
        // A draft waits for a post; whoever wrote it is passed over, because nobody approves their own.
        var own = await db.Drafters.AsNoTracking().Where(drafter => drafter.PersonId == me).Select(drafter => drafter.DraftId).ToListAsync(cancellation);
        var open = await db.WaitingApprovals.AsNoTracking().Join(db.Drafts.AsNoTracking(), task => task.DraftId, draft => draft.Id, (task, draft) => new { task, draft })
            .Where(one => one.task.Role != null || one.task.PersonId != null && asked.Contains(one.task.PersonId.Value)).OrderBy(one => one.task.SinceAt).ToListAsync(cancellation);
        return
        [
            .. open.Where(one => one.task.PersonId == me
                    || one.task.Task == ApprovalTask.Decide && principals.Contains((one.task.AgencyId, one.task.PersonId)) && !own.Contains(one.draft.Id)
                    || one.task.Role is { } role && posts.Contains(new CallerPost(one.task.AgencyId, role)) && !own.Contains(one.draft.Id))
                .DistinctBy(one => (one.draft.Id, one.task.Task)).Select(one => (one.task, one.draft)),
        ];
    }
}
