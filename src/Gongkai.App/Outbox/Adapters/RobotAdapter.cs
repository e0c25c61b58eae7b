using Gongkai.App.Data;

namespace Gongkai.App.Outbox.Adapters;

/// <summary>Messages to an agency's group by its robot (工作群机器人).</summary>
/// <param name="settings">The house's settings.</param>
public sealed class RobotAdapter(OutboxSettings settings) : IMessageAdapter, IDisposable
{
    private readonly HttpHandover _handover = new();

    /// <inheritdoc/>
    public DeliveryMeans Means => DeliveryMeans.Robot;

    /// <inheritdoc/>
    public async Task<SendFailure?> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        if (RobotShapes.Find(message.Shape) is not { } shape) return new SendFailure("没有这一种群机器人", IsFinal: true);
        // Asked again here: the house may have taken a host off its list since.
        if (RobotShapes.Forbids(shape, message.Address, settings) is not null) return new SendFailure("机器人的地址不在允许的范围内", IsFinal: true);
        using var request = new HttpRequestMessage(HttpMethod.Post, message.Address);
        request.Content = HttpHandover.Body(shape.Body, "application/json", new Dictionary<string, string> { ["text"] = message.Text });
        return await _handover.SendAsync(request, shape.Success, "群机器人", cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _handover.Dispose();
}
