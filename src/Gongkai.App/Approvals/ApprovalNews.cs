using System.Globalization;
using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Outbox;
using Gongkai.Domain.Approvals;

namespace Gongkai.App.Approvals;

/// <summary>What people are told of an approval (审批通知): what begins to wait for them, and what became of what they wrote.</summary>
internal static class ApprovalNews
{
    /// <summary>What is told of something that begins to wait, or null. Drafters know what they did themselves.</summary>
    public static News? Of(ApprovalCase file, WaitingApproval row)
    {
        return (row.Task, file.Events is [.., var last] ? last : null) switch
        {
            (ApprovalTask.Decide, _) => Tell(MessageKind.ApprovalWaiting, row.Id.ToString("N")),
            (ApprovalTask.Confirm, _) => Tell(MessageKind.ProxyToConfirm, Text(row.Entry!.Value)),
            (ApprovalTask.Submit, { Act: ApprovalSentBack } back) => Tell(MessageKind.SentBack, Text(back.Sequence)),
            _ => null,
        };

        News Tell(MessageKind kind, string occasion) => new(row.AgencyId, kind, row.DraftId, new Addressee(row.PersonId, row.Role), occasion);
    }

    /// <summary>Tells the drafters what became of it: signed off, or without an opinion that they took for given.</summary>
    public static async Task TellDraftersAsync(ActSession acts, ApprovalCase file, CancellationToken cancellation)
    {
        if (file.Events is not [.., var last]) return;
        MessageKind? kind = file.Standing.State == ApprovalState.Approved && file.Draft.State != ApprovalState.Approved ? MessageKind.Approved
            : last.Act is ProxyDenied ? MessageKind.ProxyDenied
            : null;
        if (kind is not { } told) return;
        foreach (var drafter in file.Drafters)
            await acts.TellAsync(new News(file.Draft.AgencyId, told, file.Draft.Id, Addressee.Of(drafter.PersonId), Text(last.Sequence)), cancellation);
    }

    private static string Text(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);
}
