using Gongkai.App.Acts;
using Gongkai.App.Approvals;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Ledger;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Retention;

/// <summary>The two who watch (监销人).</summary>
/// <param name="First">The first.</param>
/// <param name="Second">The second.</param>
public sealed record Witnesses(string First, string Second)
{
    private const int LongestName = 50;

    /// <summary>What is missing, or null.</summary>
    public Refusal? Fault() =>
        string.IsNullOrWhiteSpace(First) || string.IsNullOrWhiteSpace(Second) || First.Trim() == Second.Trim() || First.Length > LongestName || Second.Length > LongestName
            ? new Refusal("destruction.witnesses", "销毁要有两个人监销，请填写两个不同的姓名。")
            : null;
}

/// <summary>
/// Carries an approved list out (按清册销毁): one act, in one transaction with the last look at its approval. Beside the command for what slipped
/// through this is the only thing that erases; registers, facts and hashes stay, so every number and every chain stays what it was.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
/// <param name="releases">The last look.</param>
/// <param name="audit">Where it is written down.</param>
public sealed class Destruction(House house, ActRecorder recorder, ApprovalRelease releases, AuditLog audit)
{
    /// <summary>Destroys what stands on a list.</summary>
    /// <param name="caller">Who carries it out: an officer.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="list">The list.</param>
    /// <param name="witnesses">Who watches.</param>
    /// <param name="cancellation">Gives up; nothing is destroyed then.</param>
    public async Task<Outcome<DestructionList>> CarryOutAsync(Caller caller, AgencyId agency, Guid list, Witnesses witnesses, CancellationToken cancellation)
    {
        if ((caller.Lacks(DeskRight.Draft, agency) ?? witnesses.Fault()) is { } refusal) return refusal;
        IReadOnlyCollection<string> files = [];
        var done = await recorder.RecordAsync<DestructionList>(agency, async (acts, cancellation) =>
        {
            if (await acts.Db.DestructionLists.SingleOrDefaultAsync(row => row.Id == list, cancellation) is not { } row)
                return new Refusal("destruction.unknown", "没有这份清册。");
            if (row.DestroyedOn is { } on) return new Refusal("destruction.done", $"这份清册已于 {on:yyyy-MM-dd} 销毁完毕。");
            if (await DifferAsync(acts, row, caller, cancellation) is { } differs) return differs;
            var records = DestructionText.Read(row);
            var erasure = new Erasure(house, acts, [.. records.Select(record => record.Id)]);
            var today = ChinaTime.DayOf(acts.Now);
            var entries = await erasure.FromTablesAsync(today, cancellation);
            files = await erasure.MarkFilesAsync(cancellation);
            (row.DestroyedOn, row.Witnesses, row.Entries, row.Files) = (today, $"{witnesses.First.Trim()}、{witnesses.Second.Trim()}", entries, files.Count);
            acts.Record(agency, new RecordsDestroyed(OfficeClaims.HashOf(row.Sheet), records.Count, entries, files.Count), new SubjectId(row.Id), today,
                new PrivatePart(caller.Name, $"监销人 {row.Witnesses}", new Dictionary<string, string> { ["number"] = row.Number }));
            return row;
        }, cancellation);
        if (done.IsRefused) return done;
        RemoveBytes(files);
        await audit.WriteAsync(new AuditEvent(AuditKind.RecordsDestroyed, caller.Id, agency, $"{nameof(DestructionList)}/{list:D}", caller.From,
            $"销毁清册 {done.Value.Number}：案卷 {DestructionText.Read(done.Value).Count} 件，台账非公开部分 {done.Value.Entries} 条，文件 {done.Value.Files} 个；监销人 {done.Value.Witnesses}"), CancellationToken.None);
        await FromFreePagesAsync();
        return done;
    }

    // Approved is the text of the draft; destroyed is what the list says. Both must be the same, and every record still be due.
    private async Task<Refusal?> DifferAsync(ActSession acts, DestructionList row, Caller caller, CancellationToken cancellation)
    {
        var released = await releases.ReleaseAsync(
            acts, new DraftKey(row.AgencyId, row.DraftId), new Approver(caller.Id!.Value, caller.Name, caller.RolesIn(row.AgencyId)), cancellation);
        if (released.IsRefused) return released.Refusal;
        var draft = await acts.Db.Drafts.SingleAsync(one => one.Id == row.DraftId, cancellation);
        if ((draft.Title, draft.Body) != DestructionText.Substance(row.Number, row.Sheet))
            return new Refusal("destruction.other-text", "呈批件里的清册与拟定的不一致：被改动过。请退回或撤回，重新拟定清册再送审。");
        var due = (await DueRecords.ReadAsync(acts.Db, row.AgencyId, ChinaTime.DayOf(acts.Now), cancellation)).ToHashSet();
        return DestructionText.Read(row).FirstOrDefault(record => !due.Contains(record)) is { } kept
            ? new Refusal("destruction.not-due", $"“{kept.Name}”批准之后有变化（期限改了、又有办理，或已销毁），现在不能按这份清册销毁。请撤回，重新拟定清册。")
            : null;
    }

    // It has happened: what cannot be removed now, or is left by an interruption, the nightly sweep removes.
    private void RemoveBytes(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            try
            {
                house.Files.Purge(file);
            }
            catch (Exception held) when (held is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }
    }

    // What was removed from a table lies in the database's free space until that is rewritten; when somebody keeps it busy, the next one does it.
    private async Task FromFreePagesAsync()
    {
        try
        {
            await using var db = house.Open(AgencyScope.None);
            await db.RewriteAsync(CancellationToken.None);
        }
        catch (Exception busy) when (house.Database.Explain(busy) is not null)
        {
            return;
        }
    }
}
