using Gongkai.App.Data;
using Gongkai.App.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Audit;

/// <summary>One chain inside a transaction: its row is locked, and events are sealed onto it.</summary>
internal sealed class AuditChain
{
    private readonly GongkaiDb _db;
    private readonly Gongkai.Domain.Ledger.ChainHash _hash;

    private AuditChain(GongkaiDb db, AuditChainRow head, Gongkai.Domain.Ledger.ChainHash hash) => (_db, Head, _hash) = (db, head, hash);

    /// <summary>The chain's row, tracked.</summary>
    public AuditChainRow Head { get; }

    /// <summary>Locks a chain for the running transaction.</summary>
    public static async Task<AuditChain> LockAsync(GongkaiDb db, Guid chain, CancellationToken cancellation)
    {
        // Updating the row locks it on PostgreSQL; on SQLite the transaction is the only writer already.
        await db.AuditChains.Where(row => row.Id == chain)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Sequence, one => one.Sequence), cancellation);
        var head = await db.AuditChains.SingleAsync(row => row.Id == chain, cancellation);
        var name = await db.House.Select(row => row.LedgerHash).SingleAsync(cancellation);
        var hash = ChainHashes.Find(name) ?? throw new InvalidOperationException($"The house seals with '{name}', which this program does not know.");
        return new AuditChain(db, head, hash);
    }

    /// <summary>Seals an event behind the last.</summary>
    public AuditRow Append(AuditEvent happened, DateTime at)
    {
        var row = new AuditText(Head.Id, Head.Sequence + 1, at, happened).Seal(_hash, Head.Hash);
        _db.Audit.Add(row);
        (Head.Sequence, Head.Hash) = (row.Sequence, row.Hash);
        return row;
    }
}
