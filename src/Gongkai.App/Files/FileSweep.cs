using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Files;

/// <summary>Removes stored files that no row refers to: uploads that were given up, acts that were refused, removals that were interrupted.</summary>
/// <param name="house">The house.</param>
public sealed class FileSweep(House house) : ISweep
{
    /// <summary>How long a file may wait for the act that refers to it.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public JobKind Job => JobKind.Files;

    async Task<SweepResult> ISweep.RunAsync(DateTime now, CancellationToken cancellation)
    {
        var removed = await RunAsync(now, cancellation);
        return new SweepResult(removed, 0, removed == 0 ? null : $"清理 {removed} 个文件");
    }

    /// <summary>Sweeps once. Safe to run twice, late, and beside writers.</summary>
    /// <param name="now">The present, UTC.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many files were removed.</returns>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.None);
        // No row may appear between reading the references and deleting: acts that attach a file wait, and then look whether it is there.
        await using var transaction = await db.BeginWithoutNewFilesAsync(cancellation);
        var referenced = await db.Files.Where(file => file.PurgedAt == null).Select(file => file.Hash).ToHashSetAsync(StringComparer.Ordinal, cancellation);
        var removed = house.Files.Sweep(referenced, now - Grace);
        await transaction.CommitAsync(cancellation);
        return removed;
    }
}
