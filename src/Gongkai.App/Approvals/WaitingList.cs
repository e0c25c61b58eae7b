using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.Domain.Approvals;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Approvals;

/// <summary>Copies for lists (待办): computed from where an approval stands, written with the act that moved it, and never believed by an act.</summary>
internal static class WaitingList
{
    /// <summary>What waits for whom by where an approval stands.</summary>
    public static IEnumerable<WaitingApproval> Of(ApprovalCase file, DateTime since)
    {
        var standing = file.Standing;
        if (standing.Waiting is { Step: var step })
        {
            foreach (var asked in standing.Pending) yield return Row(ApprovalTask.Decide, step.Code, person: asked.Value);
            if (step.Kind != StepKind.Countersign)
                foreach (var role in step.Roles) yield return Row(ApprovalTask.Decide, step.Code, role: role);
        }
        if (standing.State is ApprovalState.Drafting or ApprovalState.SentBack or ApprovalState.Withdrawn or ApprovalState.Voided)
            foreach (var drafter in file.Drafters) yield return Row(ApprovalTask.Submit, person: drafter.PersonId);
        foreach (var recorded in standing.Unconfirmed)
            yield return Row(ApprovalTask.Confirm, person: ApprovalRights.OpinionOf(recorded.Act)!.By.Value, entry: recorded.Sequence);

        WaitingApproval Row(ApprovalTask task, string? step = null, Guid? person = null, Gongkai.Domain.Agencies.PostRole? role = null, long? entry = null) => new()
        {
            Id = Guid.CreateVersion7(),
            AgencyId = file.Draft.AgencyId,
            DraftId = file.Draft.Id,
            Task = task,
            Step = step,
            PersonId = person,
            Role = role,
            Entry = entry,
            SinceAt = since,
        };
    }

    /// <summary>Brings the copies up to date with where the approval stands now.</summary>
    public static async Task WriteAsync(ActSession acts, ApprovalCase file, CancellationToken cancellation)
    {
        var (draft, standing) = (file.Draft, file.Standing);
        var step = standing.Waiting?.Step.Name;
        if (draft.State != standing.State || draft.WaitingStep != step) draft.SinceAt = acts.Now;
        await ApprovalNews.TellDraftersAsync(acts, file, cancellation);
        (draft.State, draft.WaitingStep) = (standing.State, step);
        var open = await acts.Db.WaitingApprovals.Where(row => row.DraftId == draft.Id).ToListAsync(cancellation);
        foreach (var row in Of(file, acts.Now))
        {
            // What waited before keeps waiting since then.
            if (open.Find(known => Same(known, row)) is { } kept)
            {
                open.Remove(kept);
                continue;
            }
            acts.Db.WaitingApprovals.Add(row);
            if (ApprovalNews.Of(file, row) is { } news) await acts.TellAsync(news, cancellation);
        }
        acts.Db.WaitingApprovals.RemoveRange(open);
    }

    /// <summary>True when two rows ask the same of the same.</summary>
    public static bool Same(WaitingApproval one, WaitingApproval other) =>
        (one.Task, one.Step, one.PersonId, one.Role, one.Entry) == (other.Task, other.Step, other.PersonId, other.Role, other.Entry);
}
