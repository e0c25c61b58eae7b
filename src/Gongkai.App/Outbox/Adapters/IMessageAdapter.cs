using Gongkai.App.Data;

namespace Gongkai.App.Outbox.Adapters;

/// <summary>A message as it goes out.</summary>
/// <param name="Id">Number of the delivery: the same at each try, so that a receiver can tell a repetition.</param>
/// <param name="Address">Where to: address, number, or the robot's address.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Shape">Code of the robot's shape, or null.</param>
public sealed record OutgoingMessage(Guid Id, string Address, string Text, string? Shape = null);

/// <summary>Why a message did not get out.</summary>
/// <param name="Reason">In Chinese, without any address: it is shown to the agency's administrator.</param>
/// <param name="IsFinal">True when trying again would not help.</param>
public sealed record SendFailure(string Reason, bool IsFinal = false);

/// <summary>A way out of the house (通知渠道的接口): the edge of the process, where another system takes over.</summary>
public interface IMessageAdapter
{
    /// <summary>By which means.</summary>
    DeliveryMeans Means { get; }

    /// <summary>Hands a message over.</summary>
    /// <returns>Null when the other side took it, or why not.</returns>
    Task<SendFailure?> SendAsync(OutgoingMessage message, CancellationToken cancellation);
}
