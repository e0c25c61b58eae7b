using Gongkai.App.Data;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Audit;

/// <summary>
/// The head of a chain as a short printable code (数据校验码): whoever has written one down can later show that nothing before it was
/// changed. Publishing them daily is what protects against a chain rewritten whole.
/// </summary>
/// <param name="Agency">Whose ledger, or null for security events.</param>
/// <param name="Node">Whose security events, or null for a ledger.</param>
/// <param name="Sequence">Sequence of the last entry.</param>
/// <param name="Hash">Its hash in full, for <c>ledger verify --head</c>.</param>
/// <param name="Code">The short form.</param>
public sealed record ChainCode(AgencyId? Agency, string? Node, long Sequence, string Hash, string Code);

/// <summary>Reads the heads of all chains that a scope sees.</summary>
public static class ChainCodes
{
    private const int Groups = 5;
    private const int GroupLength = 4;

    /// <summary>The codes of the ledgers in scope; with an unlimited scope those of the audit log too. Empty chains have none.</summary>
    public static async Task<IReadOnlyList<ChainCode>> ReadChainCodesAsync(this GongkaiDb db, CancellationToken cancellation)
    {
        var ledgers = await db.ChainHeads.Where(head => head.Sequence > 0)
            .Select(head => new ChainCode(head.AgencyId, null, head.Sequence, head.Hash, "")).ToListAsync(cancellation);
        var nodes = db.Scope.Everything
            ? await db.AuditChains.Where(chain => chain.Sequence > 0).OrderBy(chain => chain.Node)
                .Select(chain => new ChainCode(null, chain.Node, chain.Sequence, chain.Hash, "")).ToListAsync(cancellation)
            : [];
        return [.. ledgers.Concat(nodes).Select(chain => chain with { Code = Of(chain.Hash) })];
    }

    /// <summary>
    /// The codes as they stood when a day of China ended; those of today as they stand now. A chain of security events whose part up to
    /// that day was archived has none: its code stands in the archive.
    /// </summary>
    /// <param name="db">The tables; the scope says whose.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyList<ChainCode>> ReadChainCodesAsync(this GongkaiDb db, DateOnly day, CancellationToken cancellation)
    {
        var until = ChinaTime.StartOf(day.AddDays(1));
        // Scalars, each found at the end of an index: SQLite has no lateral joins.
        var ledgers = await db.ChainHeads.Select(head => new
        {
            head.AgencyId,
            Sequence = db.Ledger.Where(entry => entry.AgencyId == head.AgencyId && entry.RecordedAt < until).OrderByDescending(entry => entry.Sequence)
                .Select(entry => (long?)entry.Sequence).FirstOrDefault(),
            Hash = db.Ledger.Where(entry => entry.AgencyId == head.AgencyId && entry.RecordedAt < until).OrderByDescending(entry => entry.Sequence)
                .Select(entry => entry.Hash).FirstOrDefault(),
        }).ToListAsync(cancellation);
        var nodes = db.Scope.Everything
            ? await db.AuditChains.OrderBy(chain => chain.Node).Select(chain => new
            {
                chain.Node,
                Sequence = db.Audit.Where(row => row.ChainId == chain.Id && row.HappenedAt < until).OrderByDescending(row => row.Sequence)
                    .Select(row => (long?)row.Sequence).FirstOrDefault(),
                Hash = db.Audit.Where(row => row.ChainId == chain.Id && row.HappenedAt < until).OrderByDescending(row => row.Sequence)
                    .Select(row => row.Hash).FirstOrDefault(),
            }).ToListAsync(cancellation)
            : [];
        return
        [
            .. ledgers.Where(chain => chain.Hash is not null).Select(chain => new ChainCode(chain.AgencyId, null, chain.Sequence!.Value, chain.Hash!, Of(chain.Hash!))),
            .. nodes.Where(chain => chain.Hash is not null).Select(chain => new ChainCode(null, chain.Node, chain.Sequence!.Value, chain.Hash!, Of(chain.Hash!))),
        ];
    }

    /// <summary>The short form of a hash: its first twenty digits in groups of four.</summary>
    public static string Of(string hash)
    {
        var digits = hash[(hash.IndexOf(':', StringComparison.Ordinal) + 1)..].ToUpperInvariant();
        return string.Join('-', digits.Chunk(GroupLength).Take(Groups).Select(group => new string(group)));
    }
}
