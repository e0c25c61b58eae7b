using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Retention;

/// <summary>Erases what names people in some records (清除个人信息). Every place that holds such content has its line here; one that is built later adds its own.</summary>
/// <param name="house">The house.</param>
/// <param name="acts">The session of the act.</param>
/// <param name="ids">The records.</param>
internal sealed class Erasure(House house, ActSession acts, IReadOnlyList<Guid> ids)
{
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> _conversions = [];
    private readonly HashSet<Guid> _doors = [];

    /// <summary>Erases private parts of entries, texts, and the rows that refer to files.</summary>
    /// <returns>How many private parts were erased.</returns>
    public async Task<int> FromTablesAsync(DateOnly today, CancellationToken cancellation)
    {
        foreach (var row in await acts.Db.Requests.Where(row => ids.Contains(row.Id)).ToListAsync(cancellation)) row.DestroyedOn = today;
        foreach (var row in await acts.Db.Disputes.Where(row => ids.Contains(row.Id)).ToListAsync(cancellation)) row.DestroyedOn = today;
        foreach (var door in await acts.Db.CaseDoors.Where(door => ids.Contains(door.RequestId)).ToListAsync(cancellation))
        {
            (door.Question, door.OpenedBy, door.Answer, door.AnsweredBy) = ("", "", null, null);
            _doors.Add(door.Id);
        }
        var sent = await acts.Db.CaseDoorFiles.Where(file => _doors.Contains(file.DoorId)).ToListAsync(cancellation);
        acts.Db.CaseDoorFiles.RemoveRange(sent);
        _files.UnionWith(sent.Select(file => file.FileHash));
        await DraftsAsync(today, cancellation);
        var entries = await acts.Db.Ledger.Where(entry => ids.Contains(entry.SubjectId) && entry.PrivateBytes != null).ToListAsync(cancellation);
        foreach (var entry in entries) (entry.PrivateBytes, entry.Salt) = (null, null);
        return entries.Count;
    }

    /// <summary>Marks the files that nothing else refers to as removed.</summary>
    /// <returns>Their hashes; the bytes go once this is committed.</returns>
    public async Task<IReadOnlyCollection<string>> MarkFilesAsync(CancellationToken cancellation)
    {
        // The same content may stand in another matter, also of another agency: there it stays.
        await using var all = house.Open(AgencyScope.All);
        List<string> hashes = [.. _files];
        _files.ExceptWith(await all.DraftAttachments.Where(row => hashes.Contains(row.FileHash) && !ids.Contains(row.DraftId)).Select(row => row.FileHash).ToListAsync(cancellation));
        _files.ExceptWith(await all.FiledSheets.Where(row => hashes.Contains(row.FileHash) && !ids.Contains(row.DraftId)).Select(row => row.FileHash).ToListAsync(cancellation));
        _files.ExceptWith(await all.CaseDoorFiles.Where(row => hashes.Contains(row.FileHash) && !_doors.Contains(row.DoorId)).Select(row => row.FileHash).ToListAsync(cancellation));
        _files.ExceptWith(await all.Returns.Where(row => hashes.Contains(row.AttachmentHash!)).Select(row => row.AttachmentHash!).ToListAsync(cancellation));
        foreach (var row in await all.Conversions.AsNoTracking().Where(row => (hashes.Contains(row.SourceHash) || hashes.Contains(row.ResultHash!)) && !_conversions.Contains(row.Id)).ToListAsync(cancellation))
            _files.ExceptWith([row.SourceHash, row.ResultHash ?? row.SourceHash]);
        foreach (var file in await acts.Db.Files.Where(file => hashes.Contains(file.Hash)).ToListAsync(cancellation))
            if (_files.Contains(file.Hash)) (file.OriginalName, file.PurgedAt) = ("", acts.Now);
        return _files;
    }

    private async Task DraftsAsync(DateOnly today, CancellationToken cancellation)
    {
        foreach (var draft in await acts.Db.Drafts.Where(draft => ids.Contains(draft.Id)).ToListAsync(cancellation))
        {
            (draft.Body, draft.Grounds, draft.SealedText, draft.DestroyedOn) = ("", "", null, today);
            // What was made of a document says what the document said.
            var pdf = App.Approvals.ApprovalSheets.PdfNameOf(draft.Code);
            var made = await acts.Db.Conversions.Where(row => row.AgencyId == draft.AgencyId && row.Name == pdf).ToListAsync(cancellation);
            acts.Db.Conversions.RemoveRange(made);
            _conversions.UnionWith(made.Select(row => row.Id));
            _files.UnionWith(made.Select(row => row.SourceHash).Concat(made.Select(row => row.ResultHash).OfType<string>()));
        }
        var attachments = await acts.Db.DraftAttachments.Where(row => ids.Contains(row.DraftId)).ToListAsync(cancellation);
        var sheets = await acts.Db.FiledSheets.Where(row => ids.Contains(row.DraftId)).ToListAsync(cancellation);
        acts.Db.DraftAttachments.RemoveRange(attachments);
        acts.Db.FiledSheets.RemoveRange(sheets);
        _files.UnionWith(attachments.Select(row => row.FileHash).Concat(sheets.Select(row => row.FileHash)));
        acts.Db.WaitingApprovals.RemoveRange(await acts.Db.WaitingApprovals.Where(row => ids.Contains(row.DraftId)).ToListAsync(cancellation));
    }
}
