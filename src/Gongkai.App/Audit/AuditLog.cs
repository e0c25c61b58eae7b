using System.Text;
using System.Threading.Channels;
using Gongkai.App.Data;
using Gongkai.App.Houses;

namespace Gongkai.App.Audit;

/// <summary>
/// The audit log (审计日志): security events, hash-chained per node. One writer of the process takes what has gathered and stores it in
/// one transaction, so a storm of sign-ins costs a few commits and nobody queues for a lock. Disposing it writes what is still waiting.
/// </summary>
/// <param name="house">The house.</param>
public sealed class AuditLog(House house) : IAsyncDisposable, IDisposable
{
    private readonly Channel<AuditWaiting> _waiting = Channel.CreateUnbounded<AuditWaiting>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock _start = new();
    private Task? _writer;

    /// <summary>Writes an event. When this returns, it is stored for good.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="cancellation">Gives up waiting; the event is written all the same.</param>
    /// <exception cref="ObjectDisposedException">The log is closed.</exception>
    public Task WriteAsync(AuditEvent happened, CancellationToken cancellation)
    {
        var waiting = new AuditWaiting(Kept(happened), Instant.Now(house.Clock));
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(waiting), this);
        lock (_start) _writer ??= Task.Run(() => new AuditWriter(house).RunAsync(_waiting.Reader), CancellationToken.None);
        return waiting.Stored.Task.WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        if (_writer is { } writer) await writer.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    // What a stranger typed may be long, or no text at all; it must not keep the event from being written.
    private static AuditEvent Kept(AuditEvent happened) => happened with
    {
        Subject = happened.Subject is { } subject ? Text(subject, 200) : null,
        From = Text(happened.From, 100),
        Message = Text(happened.Message, AuditEvent.LongestMessage),
    };

    private static string Text(string text, int longest)
    {
        var kept = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > longest) break;
            kept.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }
        return kept.ToString();
    }
}

/// <summary>An event on its way to the database.</summary>
internal sealed record AuditWaiting(AuditEvent Event, DateTime HappenedAt)
{
    public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
