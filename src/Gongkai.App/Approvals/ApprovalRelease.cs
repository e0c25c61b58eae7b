using Gongkai.App.Acts;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;

namespace Gongkai.App.Approvals;

/// <summary>
/// The last look before something leaves the house (放行): within the very transaction that publishes or sends it, the substance is written
/// down again from rows and re-read files and compared with what the ledger says was approved.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="approvals">The engine.</param>
public sealed class ApprovalRelease(House house, ApprovalDesk approvals)
{
    /// <summary>Releases a draft that nothing further is recorded of.</summary>
    /// <param name="key">The draft.</param>
    /// <param name="who">Who releases it: an officer.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<ApprovalStanding>> ReleaseAsync(DraftKey key, Approver who, CancellationToken cancellation) =>
        approvals.ActAsync(key, (acts, file, _) => Task.FromResult(Release(acts, file, who)), cancellation);

    /// <summary>Releases a draft within the transaction of the act that publishes or sends it.</summary>
    /// <param name="acts">The session of that act.</param>
    /// <param name="key">The draft.</param>
    /// <param name="who">Who releases it: an officer.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<ContentManifest>> ReleaseAsync(ActSession acts, DraftKey key, Approver who, CancellationToken cancellation)
    {
        var file = await ApprovalCase.LoadAsync(acts.Db, house, key, cancellation);
        if (file.IsRefused) return file.Refusal;
        if (Release(acts, file.Value, who) is { } refusal) return refusal;
        await WaitingList.WriteAsync(acts, file.Value, cancellation);
        return file.Value.Manifest;
    }

    private static Refusal? Release(ActSession acts, ApprovalCase file, Approver who)
    {
        if (!who.Roles.Contains(PostRole.Officer)) return new Refusal("release.no-post", "放行由承办人办理，您没有这个岗位。");
        if (file.Damage is { } damage) return new Refusal(damage.Code, $"{damage.Message}审批针对的是原来的附件，不能放行。");
        if (ApprovalRights.Release(file.Standing) is { } refusal) return refusal;
        foreach (var (field, filled) in file.Standing.Filled)
        {
            if (ReservedFields.ValueOf(file.Draft, field) is not { } value || ReservedFields.Hash(value) != ((ReservedFieldFilled)filled.Act).ValueHash)
                return new Refusal("reserved.changed", $"{ReservedFields.NameOf(field)}与{filled.Who}登记的不一致：登记之后被改动。请重新登记，再放行。");
        }
        file.Record(acts, new ApprovalReleased(file.Manifest.Hash, who.Person), ApprovalDesk.Today(acts), who.Name, "");
        return null;
    }
}
