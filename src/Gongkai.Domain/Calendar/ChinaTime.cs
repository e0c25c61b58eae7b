namespace Gongkai.Domain.Calendar;

/// <summary>
/// The only bridge between an instant and the law's day (北京时间、日期). China has one civil time, UTC+8 without summer time since 1992,
/// so a fixed offset is exact for every day this system counts and needs no time-zone database on the server.
/// </summary>
public static class ChinaTime
{
    /// <summary>How far China's clocks are ahead of UTC.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(8);

    /// <summary>The day in China at an instant.</summary>
    /// <param name="instant">An instant of kind UTC.</param>
    /// <exception cref="ArgumentException">The kind is not UTC: the caller holds a local time, which is a bug.</exception>
    public static DateOnly DayOf(DateTime instant) => instant.Kind == DateTimeKind.Utc
        ? DateOnly.FromDateTime(instant + Offset)
        : throw new ArgumentException("An instant must be UTC.", nameof(instant));

    /// <summary>The day in China at an instant, whatever offset it is written with.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DayOf(instant.UtcDateTime);

    /// <summary>The instant, UTC, at which a day begins in China; the day lasts until the next one's, exclusive.</summary>
    public static DateTime StartOf(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - Offset;
}
