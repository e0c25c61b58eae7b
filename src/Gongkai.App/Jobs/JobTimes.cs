using Gongkai.Domain.Calendar;

namespace Gongkai.App.Jobs;

/// <summary>When a job is done: every so often, or at a time of China's day.</summary>
/// <param name="Every">How often, or null.</param>
/// <param name="At">At what time in China, or null.</param>
public readonly record struct JobTime(TimeSpan? Every, TimeOnly? At)
{
    /// <summary>Every so often.</summary>
    public static JobTime Each(TimeSpan every) => new(every, null);

    /// <summary>Once a day.</summary>
    public static JobTime Daily(int hour, int minute) => new(null, new TimeOnly(hour, minute));

    /// <summary>When it was last to be done, UTC; null for what is done every so often and so makes up for itself.</summary>
    /// <param name="now">The present, UTC.</param>
    public DateTime? LastBefore(DateTime now)
    {
        if (At is not { } at) return null;
        var today = ChinaTime.StartOf(ChinaTime.DayOf(now)) + at.ToTimeSpan();
        return today <= now ? today : today.AddDays(-1);
    }
}

/// <summary>When each piece of background work is done (任务时间表), all of it on one page.</summary>
public static class JobTimes
{
    /// <summary>Job to time. People read their warnings when they come to work; the house is put in order at night.</summary>
    public static IReadOnlyDictionary<JobKind, JobTime> All { get; } = new Dictionary<JobKind, JobTime>
    {
        [JobKind.Delivery] = JobTime.Each(TimeSpan.FromMinutes(1)),
        [JobKind.Conversion] = JobTime.Each(TimeSpan.FromMinutes(1)),
        [JobKind.Deadline] = JobTime.Daily(8, 30),
        [JobKind.Expiry] = JobTime.Daily(3, 0),
        [JobKind.Files] = JobTime.Daily(3, 20),
        [JobKind.Verification] = JobTime.Daily(4, 0),
    };
}
