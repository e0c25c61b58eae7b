using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Ledger;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Approvals;

/// <summary>
/// Decisions given by word of mouth and recorded by another (代录): who decided, when, how it was said, and a proof. The one who decided is
/// asked to confirm; what nobody confirmed is listed for the auditor.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="approvals">The engine.</param>
public sealed class ProxyRecords(House house, ApprovalDesk approvals)
{
    /// <summary>Records a decision of another.</summary>
    /// <param name="key">The draft.</param>
    /// <param name="seen">The step and the content that was decided on.</param>
    /// <param name="recorder">Who records it: an officer.</param>
    /// <param name="decider">Who decided, with the posts held that day.</param>
    /// <param name="approves">False when the draft was sent back.</param>
    /// <param name="decidedOn">The day it was said.</param>
    /// <param name="how">How it was said, e.g. 电话、当面.</param>
    /// <param name="opinion">What was said.</param>
    /// <param name="proof">A picture or file just stored, or null.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<ApprovalStanding>> RecordAsync(
        DraftKey key, SeenStep seen, Approver recorder, Approver decider, bool approves, DateOnly decidedOn, string how, string opinion, StoredFile? proof,
        CancellationToken cancellation) => approvals.ActAsync(key, async (acts, file, cancellation) =>
        {
            if (string.IsNullOrWhiteSpace(how)) return new Refusal("proxy.no-means", "没有写明是怎样表示的（电话、当面、短信等）。请填写后再登记。");
            if (proof is not null) await acts.AttachAsync(proof, cancellation);
            return await new StepDecision(
                seen, decider, approves, $"{opinion.Trim()}（{how.Trim()}，{recorder.Name}代录）", decidedOn, ApprovalMeans.Proxy, recorder, proof?.Hash)
                .RecordAsync(acts, file, cancellation);
        }, cancellation);

    /// <summary>Confirms what was recorded in one's name.</summary>
    /// <param name="key">The draft.</param>
    /// <param name="given">Sequence of the recorded opinion.</param>
    /// <param name="who">Who decided.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<ApprovalStanding>> ConfirmAsync(DraftKey key, long given, Approver who, CancellationToken cancellation) =>
        approvals.ActAsync(key, (acts, file, _) =>
        {
            var refusal = ApprovalRights.Confirm(file.Standing, who.Person, given);
            if (refusal is null) file.Record(acts, new ProxyConfirmed(given, who.Person), ApprovalDesk.Today(acts), who.Name, "");
            return Task.FromResult(refusal);
        }, cancellation);

    /// <summary>Denies what was recorded in one's name: it is void, and so is what was built on it.</summary>
    /// <param name="key">The draft.</param>
    /// <param name="given">Sequence of the recorded opinion.</param>
    /// <param name="who">Who is said to have decided.</param>
    /// <param name="reason">What is wrong with the record.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<ApprovalStanding>> DenyAsync(DraftKey key, long given, Approver who, string reason, CancellationToken cancellation) =>
        approvals.ActAsync(key, (acts, file, _) =>
        {
            var refusal = ApprovalRights.Confirm(file.Standing, who.Person, given) ?? StepDecision.NoReason(reason, "否认代录");
            if (refusal is null) file.Record(acts, new ProxyDenied(given, who.Person), ApprovalDesk.Today(acts), who.Name, reason);
            return Task.FromResult(refusal);
        }, cancellation);

    /// <summary>Proxy records nobody confirmed yet, the oldest first: the auditor's list.</summary>
    /// <param name="scope">What the asker may see.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<UnconfirmedRecord>> ListUnconfirmedAsync(AgencyScope scope, CancellationToken cancellation)
    {
        await using var db = house.Open(scope);
        var rows = await (
            from waiting in db.WaitingApprovals.AsNoTracking()
            join draft in db.Drafts on waiting.DraftId equals draft.Id
            join agency in db.Agencies on waiting.AgencyId equals agency.Id
            join entry in db.Ledger on new { waiting.AgencyId, Sequence = waiting.Entry ?? 0 } equals new { entry.AgencyId, entry.Sequence }
            where waiting.Task == ApprovalTask.Confirm
            orderby waiting.SinceAt
            select new { waiting.AgencyId, waiting.Entry, Code = agency.Code, agency.Name, DraftCode = draft.Code, draft.Title, waiting.SinceAt, entry })
            .ToListAsync(cancellation);
        var seal = await PrivatePartSeal.OfAsync(house, cancellation);
        return [.. rows.Select(row => (row, note: ApprovalNote.Of(seal.Read(row.entry).Part))).Select(found => new UnconfirmedRecord(
            found.row.AgencyId, found.row.Entry, found.row.Code, found.row.Name, found.row.DraftCode, found.row.Title,
            found.note.Who, found.note.RecordedBy ?? "", found.note.Words, found.row.SinceAt))];
    }
}

/// <summary>A proxy record that waits for its confirmation (未确认的代录).</summary>
/// <param name="Agency">Whose.</param>
/// <param name="Entry">Sequence of the recorded opinion.</param>
/// <param name="AgencyCode">Its code.</param>
/// <param name="AgencyName">Its name.</param>
/// <param name="DraftCode">Code of the draft.</param>
/// <param name="Title">Its title.</param>
/// <param name="Decider">Who is said to have decided.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="Words">What was said, and how.</param>
/// <param name="SinceAt">When it was recorded, UTC.</param>
public sealed record UnconfirmedRecord(
    AgencyId Agency, long? Entry, string AgencyCode, string AgencyName, string DraftCode, string Title, string Decider, string RecordedBy, string Words, DateTime SinceAt);
