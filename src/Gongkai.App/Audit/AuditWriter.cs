using System.Threading.Channels;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.App.Audit;

/// <summary>
/// Stores events in batches, one transaction each. Several programs of a node share its chain: updating the chain's row makes them
/// queue, as the ledger does.
/// </summary>
internal sealed class AuditWriter(House house)
{
    private const int LargestBatch = 500;

    private Guid? _chain;

    /// <summary>Names the node whose chain is written to; set where machines have names that change at each start.</summary>
    public static string Node => Environment.GetEnvironmentVariable("GONGKAI_NODE") is { Length: > 0 } named ? named : Environment.MachineName;

    public async Task RunAsync(ChannelReader<AuditWaiting> waiting)
    {
        List<AuditWaiting> batch = new(LargestBatch);
        while (await waiting.WaitToReadAsync().ConfigureAwait(false))
        {
            batch.Clear();
            while (batch.Count < LargestBatch && waiting.TryRead(out var next)) batch.Add(next);
            try
            {
                await StoreAsync(batch).ConfigureAwait(false);
                foreach (var stored in batch) stored.Stored.SetResult();
            }
#pragma warning disable CA1031 // Whoever waits for the event is told; the next batch is tried all the same.
            catch (Exception error)
#pragma warning restore CA1031
            {
                foreach (var lost in batch) lost.Stored.TrySetException(error);
            }
        }
    }

    private async Task StoreAsync(IReadOnlyList<AuditWaiting> batch)
    {
        await using var db = house.Open(AgencyScope.None);
        await house.Database.WriteStrategy(db).ExecuteAsync(
            new Attempt(this, db, batch),
            static (_, attempt, cancellation) => attempt.RunAsync(cancellation),
            static (_, attempt, cancellation) => attempt.LookWhetherCommittedAsync(cancellation),
            CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<Guid> ChainAsync(GongkaiDb db, CancellationToken cancellation)
    {
        if (_chain is { } known) return known;
        var node = Node;
        var found = await db.AuditChains.Where(chain => chain.Node == node).Select(chain => (Guid?)chain.Id).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            // Two programs of one node may both find none: the unique name lets one of them through, and the other finds its row.
            var row = new AuditChainRow { Id = Guid.CreateVersion7(), Node = node };
            db.AuditChains.Add(row);
            try
            {
                await db.SaveChangesAsync(cancellation);
                found = row.Id;
            }
            catch (DbUpdateException error) when (house.Database.IsDuplicate(error.InnerException))
            {
                db.ChangeTracker.Clear();
                found = await db.AuditChains.Where(chain => chain.Node == node).Select(chain => (Guid?)chain.Id).SingleAsync(cancellation);
            }
        }
        _chain = found;
        return found!.Value;
    }

    /// <summary>One batch in one transaction, and the memory needed when the commit's answer is lost.</summary>
    private sealed class Attempt(AuditWriter writer, GongkaiDb db, IReadOnlyList<AuditWaiting> batch)
    {
        private AuditRow? _last;

        public async Task<bool> RunAsync(CancellationToken cancellation)
        {
            db.ChangeTracker.Clear();
            _last = null;
            var chain = await writer.ChainAsync(db, cancellation);
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var locked = await AuditChain.LockAsync(db, chain, cancellation);
            foreach (var waiting in batch) _last = locked.Append(waiting.Event, waiting.HappenedAt);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return true;
        }

        public async Task<ExecutionResult<bool>> LookWhetherCommittedAsync(CancellationToken cancellation)
        {
            if (_last is not { } last) return new ExecutionResult<bool>(false, false);
            await using var fresh = writer.OpenAll();
            var committed = await fresh.Audit.AnyAsync(row => row.ChainId == last.ChainId && row.Sequence == last.Sequence && row.Hash == last.Hash, cancellation);
            return new ExecutionResult<bool>(committed, committed);
        }
    }

    private GongkaiDb OpenAll() => house.Open(AgencyScope.All);
}
