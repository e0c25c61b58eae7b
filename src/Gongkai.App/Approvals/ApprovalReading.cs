using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Gongkai.Domain.Approvals;

namespace Gongkai.App.Approvals;

/// <summary>A draft as a page shows it: substance, where its approval stands, and everything that was said.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="Attachments">Its attachments in order.</param>
/// <param name="Drafters">Who writes on it.</param>
/// <param name="Chain">The edition of the chain it runs on.</param>
/// <param name="Standing">Where it stands; <see cref="ApprovalStanding.Manifest"/> goes back with a decision.</param>
/// <param name="Events">All acts of all rounds, in order.</param>
/// <param name="Notes">What was said with each, by sequence.</param>
/// <param name="Damage">What is wrong with a file of it, or null.</param>
public sealed record ApprovalView(
    Draft Draft, DraftText Text, IReadOnlyList<DraftAttachment> Attachments, IReadOnlyList<Drafter> Drafters, ApprovalChain Chain, ApprovalStanding Standing,
    IReadOnlyList<ApprovalEvent> Events, IReadOnlyDictionary<long, ApprovalNote> Notes, Refusal? Damage);

/// <summary>Reads where approvals stand (审批查询), each time from the ledger and from the content as it is.</summary>
/// <param name="house">The house.</param>
public sealed class ApprovalReading(House house)
{
    /// <summary>Reads what stands in a draft.</summary>
    public async Task<DraftText> TextOfAsync(Draft draft, CancellationToken cancellation) =>
        DraftText.Of(draft, await house.Keys.FindAsync(cancellation));

    /// <summary>Reads a draft and its approval.</summary>
    /// <param name="key">The draft.</param>
    /// <param name="scope">What the asker may see.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<ApprovalView>> ReadAsync(DraftKey key, AgencyScope scope, CancellationToken cancellation)
    {
        await using var db = house.Open(scope);
        await using var snapshot = await db.BeginSnapshotAsync(cancellation);
        var file = await ApprovalCase.LoadAsync(db, house, key, cancellation);
        return file.Then<ApprovalView>(file => new ApprovalView(
            file.Draft, file.Text, [.. file.Attachments.OrderBy(attachment => attachment.Place)], file.Drafters, file.Chain, file.Standing, file.Events, file.Notes, file.Damage));
    }
}
