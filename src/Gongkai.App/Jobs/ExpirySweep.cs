using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Jobs;

/// <summary>
/// Ends what is over and removes what nobody needs any more (清理过期): sessions, one-time links, used recovery codes, delivered messages and old
/// runs. Nothing of it is an act of office or a proof: those stand in the ledger and in the audit log, which nothing here touches.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="rules">How long sessions last.</param>
public sealed class ExpirySweep(House house, AccountRules rules) : ISweep
{
    /// <summary>How long ended sessions, links, codes and runs are kept to be looked at.</summary>
    public static TimeSpan KeptAfterwards { get; } = TimeSpan.FromDays(30);

    /// <summary>How long messages are kept.</summary>
    public static TimeSpan MessagesKept { get; } = TimeSpan.FromDays(180);

    /// <inheritdoc/>
    public JobKind Job => JobKind.Expiry;

    /// <inheritdoc/>
    public async Task<SweepResult> RunAsync(DateTime now, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.All);
        var (idle, begun, old) = (now.AddMinutes(-rules.IdleMinutes), now.AddHours(-rules.SessionHours), now - KeptAfterwards);
        var ended = await db.Sessions.Where(row => row.EndedAt == null && (row.LastSeenAt < idle || row.StartedAt < begun)).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.EndedAt, now).SetProperty(one => one.Version, one => one.Version + 1), cancellation);
        var removed = await db.Sessions.Where(row => row.EndedAt < old).ExecuteDeleteAsync(cancellation)
            + await db.ApprovalLinks.Where(row => row.ExpiresAt < old).ExecuteDeleteAsync(cancellation)
            + await db.RecoveryCodes.Where(row => row.UsedAt < old).ExecuteDeleteAsync(cancellation)
            + await db.JobRuns.Where(row => row.StartedAt < old).ExecuteDeleteAsync(cancellation);
        var messages = await ForgetMessagesAsync(db, now - MessagesKept, cancellation);
        return new SweepResult(ended + removed + messages, 0, ended + removed + messages == 0 ? null : $"结束登录 {ended} 个，清理到期记录 {removed} 条、消息 {messages} 条");
    }

    // A message stays as long as one of its deliveries is under way; its text was never in it.
    private static async Task<int> ForgetMessagesAsync(GongkaiDb db, DateTime before, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var underWay = db.Deliveries.Where(row => row.State == DeliveryState.Waiting || row.State == DeliveryState.Sending).Select(row => row.MessageId);
        var old = db.OutboxMessages.Where(row => row.HappenedAt < before && !underWay.Contains(row.Id));
        await db.Deliveries.Where(row => old.Any(message => message.Id == row.MessageId)).ExecuteDeleteAsync(cancellation);
        var removed = await old.ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return removed;
    }
}
