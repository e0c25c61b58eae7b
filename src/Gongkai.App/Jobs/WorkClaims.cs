using Gongkai.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Jobs;

/// <summary>
/// How runners divide the work among them (认领): whose update of a row's version takes hold has it, for a while. These rows are no acts of office,
/// and waiting for the chain of an agency would make every message stand in the line of its desk.
/// </summary>
internal static class WorkClaims
{
    /// <summary>Claims a delivery, or finds that somebody else has it.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="read">The row as it was read.</param>
    /// <param name="until">Until when it is ours, UTC.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<bool> ClaimAsync(this GongkaiDb db, Delivery read, DateTime until, CancellationToken cancellation) =>
        await db.Deliveries.Where(row => row.Id == read.Id && row.Version == read.Version).ExecuteUpdateAsync(row => row
            .SetProperty(one => one.State, DeliveryState.Sending)
            .SetProperty(one => one.NextAt, until)
            .SetProperty(one => one.Attempts, one => one.Attempts + 1)
            .SetProperty(one => one.Version, one => one.Version + 1), cancellation) == 1;

    /// <inheritdoc cref="ClaimAsync(GongkaiDb, Delivery, DateTime, CancellationToken)"/>
    public static async Task<bool> ClaimAsync(this GongkaiDb db, Conversion read, DateTime until, CancellationToken cancellation) =>
        await db.Conversions.Where(row => row.Id == read.Id && row.Version == read.Version).ExecuteUpdateAsync(row => row
            .SetProperty(one => one.State, ConversionState.Running)
            .SetProperty(one => one.NextAt, until)
            .SetProperty(one => one.Attempts, one => one.Attempts + 1)
            .SetProperty(one => one.Version, one => one.Version + 1), cancellation) == 1;

    /// <summary>
    /// Writes what became of a claimed delivery: one version on from the claim, so that who took it up after our time had run out has the word.
    /// </summary>
    /// <param name="db">The tables.</param>
    /// <param name="read">The row as it was read before it was claimed.</param>
    /// <param name="state">Where it stands now.</param>
    /// <param name="next">When it is to be tried next, UTC.</param>
    /// <param name="reason">Why it failed, or null when it was delivered.</param>
    /// <param name="now">The present, UTC.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Task<int> EndAsync(
        this GongkaiDb db, Delivery read, DeliveryState state, DateTime next, string? reason, DateTime now, CancellationToken cancellation)
    {
        var delivered = state == DeliveryState.Delivered ? now : (DateTime?)null;
        return db.Deliveries.Where(row => row.Id == read.Id && row.Version == read.Version + 1).ExecuteUpdateAsync(row => row
            .SetProperty(one => one.State, state)
            .SetProperty(one => one.NextAt, next)
            .SetProperty(one => one.Reason, reason)
            .SetProperty(one => one.DeliveredAt, delivered)
            .SetProperty(one => one.Version, one => one.Version + 1), cancellation);
    }

    /// <summary>Gives a one-time link the token that is about to be sent.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="link">The link.</param>
    /// <param name="hash">What is kept of the token.</param>
    /// <param name="now">The present, UTC.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when the link can no longer be used.</returns>
    public static async Task<bool> RenewTokenAsync(this GongkaiDb db, Guid link, byte[] hash, DateTime now, CancellationToken cancellation) =>
        await db.ApprovalLinks.Where(row => row.Id == link && row.UsedAt == null && row.ExpiresAt > now).ExecuteUpdateAsync(row => row
            .SetProperty(one => one.TokenHash, hash)
            .SetProperty(one => one.Version, one => one.Version + 1), cancellation) == 1;
}
