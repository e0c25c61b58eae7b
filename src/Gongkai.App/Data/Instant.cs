namespace Gongkai.App.Data;

/// <summary>Instants as they are kept: UTC in whole microseconds, which is what both databases and the ledger's text hold.</summary>
public static class Instant
{
    /// <summary>The present instant of a clock.</summary>
    public static DateTime Now(TimeProvider clock) => InMicroseconds(clock.GetUtcNow().UtcDateTime);

    /// <summary>Cuts off what is finer than a microsecond.</summary>
    /// <exception cref="ArgumentException">The instant is not UTC: a bug.</exception>
    public static DateTime InMicroseconds(DateTime instant) => instant.Kind == DateTimeKind.Utc
        ? new DateTime(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc)
        : throw new ArgumentException($"{instant:O} is not UTC.", nameof(instant));
}
