namespace Gongkai.App.Jobs;

/// <summary>What a sweep did.</summary>
/// <param name="Done">How many things it did.</param>
/// <param name="Failed">How many it could not do.</param>
/// <param name="Message">What is to be said of it, or null.</param>
public readonly record struct SweepResult(int Done, int Failed = 0, string? Message = null);

/// <summary>
/// A piece of background work (后台任务): does everything that is due at an instant, read from our own tables, one act for each thing. Running
/// it twice, late, or on two nodes at once does nothing twice. Who says when is elsewhere.
/// </summary>
public interface ISweep
{
    /// <summary>Which it is.</summary>
    JobKind Job { get; }

    /// <summary>Does everything due.</summary>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="cancellation">Gives up between two things.</param>
    Task<SweepResult> RunAsync(DateTime now, CancellationToken cancellation);
}
