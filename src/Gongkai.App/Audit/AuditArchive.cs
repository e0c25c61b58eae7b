using System.Globalization;
using System.Security.Cryptography;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Audit;

/// <summary>What was archived of one chain.</summary>
/// <param name="Node">The node.</param>
/// <param name="Events">How many events.</param>
/// <param name="File">The file they are in now.</param>
public sealed record ArchivedEvents(string Node, long Events, string File);

/// <summary>
/// Takes security events that are older than the retention out of the database into a file (审计日志归档). This is the only way an event
/// leaves, it is an event itself, and the chain verifies from the cut on; the file continues it backwards.
/// </summary>
/// <param name="house">The house.</param>
public sealed class AuditArchive(House house)
{
    /// <summary>The law's shortest retention of network logs, in days: six months.</summary>
    [Law("网络安全法", 23)]
    public const int ShortestRetention = 184;

    /// <summary>Archives what is older than the house keeps.</summary>
    /// <param name="folder">Where the files go; one per chain.</param>
    /// <param name="who">Who ordered it, or null.</param>
    /// <param name="from">Where the order came from.</param>
    /// <param name="cancellation">Gives up; what has not been archived stays.</param>
    public async Task<Outcome<IReadOnlyList<ArchivedEvents>>> ArchiveAsync(string folder, PersonId? who, string from, CancellationToken cancellation)
    {
        try
        {
            var whole = await new AuditVerification(house).VerifyAsync(cancellation);
            if (whole.IsRefused) return whole.Refusal;
            if (whole.Value.FirstOrDefault(chain => chain.Break is not null) is { } broken)
                return new Refusal("audit.broken", $"“{broken.Node}”的审计日志不完整，不能归档。{broken.Break!.Message}请先查明原因。");
            await using var db = house.Open(AgencyScope.All);
            var days = Math.Max(ShortestRetention, await db.House.Select(row => row.AuditRetentionDays).SingleAsync(cancellation));
            var before = Instant.Now(house.Clock) - TimeSpan.FromDays(days);
            Directory.CreateDirectory(folder);
            var archived = new List<ArchivedEvents>();
            foreach (var chain in await db.AuditChains.AsNoTracking().OrderBy(chain => chain.Node).ToListAsync(cancellation))
                if (await ArchiveAsync(db, chain, before, folder, who, from, cancellation) is { } done) archived.Add(done);
            return archived;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Refusal("audit.folder", $"“{folder}”写不进去，没有归档。请换一个文件夹。");
        }
        catch (Exception error) when (house.Database.Explain(error) is { } refusal)
        {
            return refusal;
        }
    }

    internal static string SubjectOf(ChainHead cut) => $"AuditChain/{cut.Sequence.ToString(CultureInfo.InvariantCulture)}/{cut.Hash}";

    private async Task<ArchivedEvents?> ArchiveAsync(
        GongkaiDb db, AuditChainRow chain, DateTime before, string folder, PersonId? who, string from, CancellationToken cancellation)
    {
        var events = db.Audit.Where(row => row.ChainId == chain.Id);
        // Everything before the first event that must stay; an event written late does not open a gap.
        var stays = await events.Where(row => row.HappenedAt >= before).MinAsync(row => (long?)row.Sequence, cancellation) ?? chain.Sequence + 1;
        var cut = await events.Where(row => row.Sequence < stays).OrderByDescending(row => row.Sequence)
            .Select(row => new { row.Sequence, row.Hash }).FirstOrDefaultAsync(cancellation);
        if (cut is null) return null;
        var file = Path.Combine(folder, $"audit-{chain.Id:N}-{cut.Sequence.ToString("D10", CultureInfo.InvariantCulture)}.jsonl");
        long count;
        await using (var output = new FileStream(file, FileMode.Create))
        {
            count = await events.Where(row => row.Sequence <= cut.Sequence).WriteJsonLinesAsync(output, cancellation);
            output.Flush(flushToDisk: true);
        }
        string digest;
        await using (var written = File.OpenRead(file)) digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancellation));
        var told = new AuditEvent(AuditKind.AuditArchived, who, null, SubjectOf(new ChainHead(cut.Sequence, cut.Hash)), from,
            $"归档 {count} 条至第 {cut.Sequence} 条，文件校验码 sha256:{digest}");
        await CutAsync(chain.Id, new ChainHead(cut.Sequence, cut.Hash), told, cancellation);
        return new ArchivedEvents(chain.Node, count, file);
    }

    private async Task CutAsync(Guid chain, ChainHead cut, AuditEvent told, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.All);
        await house.Database.WriteStrategy(db).ExecuteAsync(
            0,
            async (_, _, stop) =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(stop);
                var locked = await AuditChain.LockAsync(db, chain, stop);
                if (locked.Head.CutSequence >= cut.Sequence) return 0;
                locked.Append(told, Instant.Now(house.Clock));
                (locked.Head.CutSequence, locked.Head.CutHash) = (cut.Sequence, cut.Hash);
                await db.SaveChangesAsync(stop);
                var dropped = await db.Audit.Where(row => row.ChainId == chain && row.Sequence <= cut.Sequence).ExecuteDeleteAsync(stop);
                await transaction.CommitAsync(stop);
                return dropped;
            },
            // A repeated run finds the cut made.
            null,
            cancellation);
    }
}
