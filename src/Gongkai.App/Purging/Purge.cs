using Gongkai.App.Acts;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Purging;

/// <summary>
/// Removes what slipped through the door (清除误入内容): bytes of files, private parts of entries with their salts. The chain holds their
/// digests only and verifies as before. The order is recorded before anything is removed; running it again finishes what was interrupted.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="audit">Its audit log.</param>
public sealed class Purge(House house, AuditLog audit)
{
    /// <summary>Removes what the order names.</summary>
    /// <param name="order">The order.</param>
    /// <param name="from">Where it came from.</param>
    /// <param name="cancellation">Gives up between two places.</param>
    public async Task<Outcome<PurgeResult>> RunAsync(PurgeOrder order, string from, CancellationToken cancellation)
    {
        if (order.Approval.Fault() is { } fault) return fault;
        if (order.Files.Count == 0 && order.Entries.Count == 0)
            return new Refusal("purge.nothing", "请写明要清除哪个文件（--file）或哪几条台账的非公开部分（--agency 与 --entry）。");
        try
        {
            if (await UnknownAsync(order, cancellation) is { } unknown) return unknown;
            order = await WithPdfsAsync(order, cancellation);
            var approval = order.Approval;
            await audit.WriteAsync(new AuditEvent(AuditKind.Purged, null, order.Agency, null, from,
                $"清除误入内容：文件 {order.Files.Count} 个，台账非公开部分 {order.Entries.Count} 条；决定人 {approval.First}、{approval.Second}；审批单 {approval.Paper}；理由：{approval.Reason}"), cancellation);
            // Every place that holds content has its line here; an index or a cache that is built later adds its own.
            var entries = await FromTablesAsync(order, cancellation);
            if (entries.IsRefused) return entries.Refusal;
            var files = order.Files.Count(house.Files.Purge);
            await FromFreePagesAsync(cancellation);
            return new PurgeResult(files, entries.Value, Remains());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Refusal("purge.files", "有文件删不掉：可能正被别的程序占用，或没有权限。请停止其他程序后再运行一次，已清除的不会重复。");
        }
        catch (Exception error) when (house.Database.Explain(error) is { } refusal)
        {
            return refusal;
        }
    }

    private async Task<Refusal?> UnknownAsync(PurgeOrder order, CancellationToken cancellation)
    {
        await using var db = house.Open(order.Agency is { } agency ? AgencyScope.Of(agency) : AgencyScope.None);
        var known = await db.Files.Where(file => order.Files.Contains(file.Hash)).Select(file => file.Hash).ToListAsync(cancellation);
        if (order.Files.FirstOrDefault(hash => !known.Contains(hash)) is { } file) return new Refusal("purge.file-unknown", $"没有登记哈希为“{file}”的文件。请核对后再试，什么也没有清除。");
        var entries = await db.Ledger.Where(entry => order.Entries.Contains(entry.Sequence)).Select(entry => entry.Sequence).ToListAsync(cancellation);
        return order.Entries.Except(entries).Select(sequence => (long?)sequence).FirstOrDefault() is { } entry
            ? new Refusal("purge.entry-unknown", $"这个机关的台账没有第 {entry} 条。请核对后再试，什么也没有清除。")
            : null;
    }

    // What was made of a document says what the document said.
    private async Task<PurgeOrder> WithPdfsAsync(PurgeOrder order, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.All);
        var pdfs = await db.Conversions.Where(row => order.Files.Contains(row.SourceHash) && row.ResultHash != null).Select(row => row.ResultHash!).ToListAsync(cancellation);
        return order with { Files = [.. order.Files.Union(pdfs)] };
    }

    private Task<Outcome<int>> FromTablesAsync(PurgeOrder order, CancellationToken cancellation)
    {
        AgencyId[] agencies = order.Agency is { } agency ? [agency] : [];
        return new ActRecorder(house).RecordAsync<int>(agencies, async (acts, stop) =>
        {
            var entries = await acts.Db.Ledger.Where(entry => order.Entries.Contains(entry.Sequence) && entry.PrivateBytes != null).ToListAsync(stop);
            foreach (var entry in entries) (entry.PrivateBytes, entry.Salt) = (null, null);
            // The name may say as much as the content; the hash stands in the chain and says nothing to whoever has not the file.
            foreach (var file in await acts.Db.Files.Where(file => order.Files.Contains(file.Hash) && file.PurgedAt == null).ToListAsync(stop))
                (file.OriginalName, file.PurgedAt) = ("", acts.Now);
            return entries.Count;
        }, cancellation);
    }

    // What was removed from a table lies in the database's free space until that is rewritten.
    private async Task FromFreePagesAsync(CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.None);
        await db.RewriteAsync(cancellation);
    }

    private List<string> Remains()
    {
        List<string> places =
        [
            "此前做的每一份备份：数据库备份和 files 文件夹的备份里都可能还有，请逐份找出并按保密要求处理。",
            $"“{house.Address.FilesFolder}”所在磁盘的快照、同步盘和杀毒软件隔离区；固态硬盘上被删的内容可能残留，涉密时整盘按规定销毁。",
            "上传它的那台计算机、浏览器的下载文件夹、邮箱和即时通讯里的副本。",
        ];
        if (house.Address.Postgres is not null) places.Add("PostgreSQL 的备库、WAL 归档和基础备份。");
        return places;
    }
}
