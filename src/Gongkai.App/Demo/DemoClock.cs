using Gongkai.Domain.Calendar;

namespace Gongkai.App.Demo;

/// <summary>The clock of the made-up past: what a demonstration house was told on a day is recorded on that day.</summary>
internal sealed class DemoClock : TimeProvider
{
    private static readonly TimeSpan OfficeOpens = TimeSpan.FromHours(9);

    private DateTime _now = ChinaTime.StartOf(new DateOnly(2022, 1, 1));

    public void Set(DateOnly day) => _now = ChinaTime.StartOf(day) + OfficeOpens;

    public override DateTimeOffset GetUtcNow() => _now;
}
