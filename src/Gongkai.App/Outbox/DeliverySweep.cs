using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Jobs;
using Gongkai.App.Outbox.Adapters;
using Gongkai.Domain;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Outbox;

/// <summary>
/// Sends what waits in the outbox (送出消息). A delivery belongs to the runner whose update of its row took hold, so that any number may run at
/// once. One that was begun and never ended, because its program was stopped, is taken up again: it may then arrive twice, and never not at all.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="addresses">Where messages go.</param>
/// <param name="adapters">The ways out.</param>
/// <param name="settings">The house's settings.</param>
public sealed class DeliverySweep(House house, DeliveryAddresses addresses, IEnumerable<IMessageAdapter> adapters, OutboxSettings settings) : ISweep
{
    /// <summary>How long a delivery is left to the runner that took it.</summary>
    public static TimeSpan Lease { get; } = TimeSpan.FromMinutes(5);

    /// <summary>How long to wait after the first failed try, the second, and so on; after the last it is given up.</summary>
    public static IReadOnlyList<TimeSpan> Pauses { get; } =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(8), TimeSpan.FromHours(24),
    ];

    private const int AtATime = 100;

    private readonly Dictionary<DeliveryMeans, IMessageAdapter> _adapters = adapters.ToDictionary(adapter => adapter.Means);

    /// <inheritdoc/>
    public JobKind Job => JobKind.Delivery;

    /// <inheritdoc/>
    public async Task<SweepResult> RunAsync(DateTime now, CancellationToken cancellation)
    {
        var (sent, failed) = (0, 0);
        await using var db = house.Open(AgencyScope.All);
        while (await DueAsync(db, now, cancellation) is { Count: > 0 } due)
        {
            foreach (var delivery in due)
            {
                if (!await db.ClaimAsync(delivery, now + Lease, cancellation)) continue;
                if (await SendAsync(db, delivery, now, cancellation)) sent++;
                else failed++;
            }
        }
        return new SweepResult(sent, failed, sent + failed == 0 ? null : $"送出 {sent} 条{(failed > 0 ? $"，{failed} 条没有送出，原因见各机关的“通知”页" : "")}");
    }

    internal static Task<List<Delivery>> DueAsync(GongkaiDb db, DateTime now, CancellationToken cancellation) => db.Deliveries.AsNoTracking()
        .Where(row => (row.State == DeliveryState.Waiting || row.State == DeliveryState.Sending) && row.NextAt <= now)
        .OrderBy(row => row.NextAt).Take(AtATime).ToListAsync(cancellation);

    private async Task<bool> SendAsync(GongkaiDb db, Delivery delivery, DateTime now, CancellationToken cancellation)
    {
        var message = await db.OutboxMessages.Where(row => row.Id == delivery.MessageId).Select(row => new { row.Kind, row.SubjectId }).SingleAsync(cancellation);
        var address = await addresses.FindAsync(db, delivery, cancellation);
        var text = address.IsRefused ? address.Refusal
            : message.Kind == MessageKind.ApprovalLink ? await LinkAsync(db, message.SubjectId, now, cancellation)
            : OutsideText.Of(message.Kind, delivery.PersonId is null, settings.DeskAddress);
        var failure = text.IsRefused
            ? new SendFailure(text.Refusal.Message, IsFinal: true)
            : await HandOverAsync(delivery.Means, new OutgoingMessage(delivery.Id, address.Value.Where, text.Value, address.Value.Shape), cancellation);
        // What has been sent is written down even when the program is being stopped.
        await EndAsync(db, delivery, failure, now);
        return failure is null;
    }

    // Each try sends a token of its own, and only the last one opens anything.
    private async Task<Outcome<string>> LinkAsync(GongkaiDb db, Guid link, DateTime now, CancellationToken cancellation)
    {
        if (settings.PublicAddress is not { } site) return new Refusal("outbox.no-site", "本平台没有配置对外网址");
        var token = ApprovalLinks.NewToken();
        return await db.RenewTokenAsync(link, ApprovalLinks.Hash(token), now, cancellation)
            ? OutsideText.OfLink(new Uri($"{site.AbsoluteUri.TrimEnd('/')}/approve/{token}"))
            : new Refusal("outbox.link-over", "链接已过期或已经用过");
    }

    private async Task<SendFailure?> HandOverAsync(DeliveryMeans means, OutgoingMessage message, CancellationToken cancellation)
    {
        try
        {
            return await _adapters[means].SendAsync(message, cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A bug of an adapter costs its own message some tries, and the messages after it nothing.
            return new SendFailure($"发送程序出错（{error.GetType().Name}）");
        }
    }

    private static Task<int> EndAsync(GongkaiDb db, Delivery delivery, SendFailure? failure, DateTime now)
    {
        if (failure is null) return db.EndAsync(delivery, DeliveryState.Delivered, now, null, now, CancellationToken.None);
        var givenUp = failure.IsFinal || delivery.Attempts >= Pauses.Count;
        return db.EndAsync(
            delivery, givenUp ? DeliveryState.GivenUp : DeliveryState.Waiting, givenUp ? now : now + Pauses[delivery.Attempts], failure.Reason, now, CancellationToken.None);
    }
}
