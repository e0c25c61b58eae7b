using Gongkai.App.Data;

namespace Gongkai.App.Outbox.Adapters;

/// <summary>Text messages by the house's gateway (短信).</summary>
/// <param name="settings">The house's settings.</param>
public sealed class SmsAdapter(OutboxSettings settings) : IMessageAdapter, IDisposable
{
    private readonly HttpHandover _handover = new();

    /// <inheritdoc/>
    public DeliveryMeans Means => DeliveryMeans.Sms;

    /// <inheritdoc/>
    public async Task<SendFailure?> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        if (settings.Sms is not { } gateway) return new SendFailure("本平台没有配置短信网关", IsFinal: true);
        var values = new Dictionary<string, string> { ["mobile"] = message.Address, ["text"] = message.Text, ["id"] = message.Id.ToString("N") };
        using var request = new HttpRequestMessage(new HttpMethod(gateway.Method), HttpHandover.Fill(gateway.Address, values, Uri.EscapeDataString));
        if (gateway.Body is { } body) request.Content = HttpHandover.Body(body, gateway.ContentType, values);
        foreach (var (name, value) in gateway.Headers) request.Headers.TryAddWithoutValidation(name, HttpHandover.Fill(value, values, Uri.EscapeDataString));
        return await _handover.SendAsync(request, gateway.Success, "短信网关", cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _handover.Dispose();
}
