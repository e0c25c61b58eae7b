using System.Security.Cryptography;
using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Approvals;

/// <summary>
/// Drafting (拟稿). Only its drafters change a draft; who joins them gives up the right to approve it. A change after an approval voids that
/// approval by itself: nothing has to be marked.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
public sealed class Drafts(House house, ActRecorder recorder)
{
    /// <summary>Longest text that is taken, in characters.</summary>
    public const int MaxText = 500_000;

    /// <summary>Begins a draft.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="form">Code of the form it is approved on.</param>
    /// <param name="content">Its substance.</param>
    /// <param name="uploads">Files just stored that the substance names.</param>
    /// <param name="who">Who drafts it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<Draft>> BeginAsync(
        AgencyId agency, string form, DraftContent content, IReadOnlyList<StoredFile> uploads, Approver who, CancellationToken cancellation)
    {
        if (!who.Roles.Contains(PostRole.Officer)) return Refuse(new Refusal("draft.no-post", "拟稿由承办人办理，您没有这个岗位。"));
        return recorder.RecordAsync<Draft>(agency, (acts, cancellation) => BeginAsync(acts, agency, form, content, uploads, who, cancellation), cancellation);
    }

    /// <summary>Begins a draft within an act under way, by somebody who may.</summary>
    internal async Task<Outcome<Draft>> BeginAsync(
        ActSession acts, AgencyId agency, string form, DraftContent content, IReadOnlyList<StoredFile> uploads, Approver who, CancellationToken cancellation)
    {
        content = Normalised(content);
        if (Fault(content) is { } fault) return fault;
        var chain = await ChainBook.NewestAsync(acts.Db, agency, form, cancellation);
        if (chain.IsRefused) return chain.Refusal;
        var draft = new Draft
        {
            Id = Guid.CreateVersion7(),
            AgencyId = agency,
            Code = SheetCode.MatterOf(RandomNumberGenerator.GetBytes(7)),
            Form = form,
            Title = content.Title,
            Body = "",
            Grounds = "",
            Attribute = content.Attribute,
            StartedAt = acts.Now,
            SinceAt = acts.Now,
        };
        var text = new DraftText(content.Body, content.Grounds);
        text.Write(draft, acts.Values);
        var attached = await AttachAsync(acts, draft, [], content.Files, uploads, cancellation);
        if (attached.IsRefused) return attached.Refusal;
        acts.Db.Drafts.Add(draft);
        var drafter = NewDrafter(draft, who, acts.Now);
        acts.Db.Drafters.Add(drafter);
        var file = await ApprovalCase.BeginAsync(draft, text, attached.Value, drafter, chain.Value, house.Files, cancellation);
        await WaitingList.WriteAsync(acts, file, cancellation);
        return draft;
    }

    /// <summary>Changes the substance; what was approved of another one is void then.</summary>
    /// <param name="key">The draft.</param>
    /// <param name="version">The version that was looked at.</param>
    /// <param name="content">The whole substance.</param>
    /// <param name="uploads">Files just stored that the substance names.</param>
    /// <param name="who">One of its drafters.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<Draft>> EditAsync(
        DraftKey key, int version, DraftContent content, IReadOnlyList<StoredFile> uploads, Approver who, CancellationToken cancellation)
    {
        content = Normalised(content);
        if (Fault(content) is { } fault) return Refuse(fault);
        return ChangeAsync(key, async (acts, file, cancellation) =>
        {
            if (WhyNotEdit(file.DrafterIds.Contains(who.Person), file.Standing.State) is { } closed) return closed;
            var draft = file.Draft;
            acts.Db.Expect(draft, version);
            // Also when only an attachment changes: whoever looked at the draft before must look again.
            acts.Db.Entry(draft).State = EntityState.Modified;
            (draft.Title, draft.Attribute) = (content.Title, content.Attribute);
            var text = new DraftText(content.Body, content.Grounds);
            text.Write(draft, acts.Values);
            var attached = await AttachAsync(acts, draft, file.Attachments, content.Files, uploads, cancellation);
            if (attached.IsRefused) return attached.Refusal;
            acts.Db.DraftAttachments.RemoveRange(file.Attachments);
            await file.ChangeAsync(text, attached.Value, house.Files, cancellation);
            return draft;
        }, cancellation);
    }

    /// <summary>Why a draft cannot be changed by somebody, for the act and for the page that would offer it.</summary>
    /// <param name="isDrafter">True for one of its drafters.</param>
    /// <param name="state">Where its approval is.</param>
    public static Refusal? WhyNotEdit(bool isDrafter, ApprovalState state) => (isDrafter, state) switch
    {
        (false, _) => new Refusal("draft.only-drafters", "只有拟稿人能改。请退回并写明修改意见，或者先登记为拟稿人；登记之后不能再审批本件。"),
        (_, ApprovalState.Released) => new Refusal("draft.released", "本件已经放行，内容不能再改。要更正，请另行拟稿。"),
        _ => null,
    };

    /// <summary>Makes somebody a drafter of a draft too; from then on they cannot approve it.</summary>
    /// <param name="key">The draft.</param>
    /// <param name="who">Who joins.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<Draft>> JoinAsync(DraftKey key, Approver who, CancellationToken cancellation) => ChangeAsync(key, (acts, file, _) =>
    {
        if (!who.Roles.Contains(PostRole.Officer)) return Task.FromResult<Outcome<Draft>>(new Refusal("draft.no-post", "拟稿由承办人办理，您没有这个岗位。"));
        if (file.Standing.State is ApprovalState.Waiting or ApprovalState.Approved or ApprovalState.Released)
            return Task.FromResult<Outcome<Draft>>(new Refusal("draft.under-approval", "本件正在审批或者已经签发，不能增加拟稿人。请等退回或撤回之后再登记。"));
        if (!file.DrafterIds.Contains(who.Person))
        {
            var drafter = NewDrafter(file.Draft, who, acts.Now);
            acts.Db.Drafters.Add(drafter);
            file.Add(drafter);
        }
        return Task.FromResult<Outcome<Draft>>(file.Draft);
    }, cancellation);

    /// <summary>Removes a draft that was never submitted.</summary>
    /// <param name="key">The draft.</param>
    /// <param name="who">One of its drafters.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<Guid>> DiscardAsync(DraftKey key, Approver who, CancellationToken cancellation) =>
        recorder.RecordAsync<Guid>(key.Agency, async (acts, cancellation) =>
        {
            var loaded = await ApprovalCase.LoadAsync(acts.Db, house, key, cancellation);
            if (loaded.IsRefused) return loaded.Refusal;
            var file = loaded.Value;
            if (!file.DrafterIds.Contains(who.Person)) return new Refusal("draft.only-drafters", "只有拟稿人能删除草稿。");
            if (file.Draft.HandedOverOn is not null) return HandedOver;
            if (file.Events.Count > 0) return new Refusal("draft.was-submitted", "本件送审过，留有审批记录，不能删除。不再办理的，撤回即可。");
            acts.Db.DraftAttachments.RemoveRange(file.Attachments);
            acts.Db.Drafters.RemoveRange(file.Drafters);
            acts.Db.WaitingApprovals.RemoveRange(await acts.Db.WaitingApprovals.Where(row => row.DraftId == key.Id).ToListAsync(cancellation));
            // A list of records to be destroyed lives by its draft.
            acts.Db.DestructionLists.RemoveRange(await acts.Db.DestructionLists.Where(row => row.DraftId == key.Id).ToListAsync(cancellation));
            acts.Db.Drafts.Remove(file.Draft);
            return key.Id;
        }, cancellation);

    private static Refusal HandedOver => new("draft.handed-over", "机关撤并，本件已转到承接机关，请在那里办理。");

    private Task<Outcome<Draft>> ChangeAsync(
        DraftKey key, Func<ActSession, ApprovalCase, CancellationToken, Task<Outcome<Draft>>> change, CancellationToken cancellation) =>
        recorder.RecordAsync<Draft>(key.Agency, async (acts, cancellation) =>
        {
            var file = await ApprovalCase.LoadAsync(acts.Db, house, key, cancellation);
            if (file.IsRefused) return file.Refusal;
            if (file.Value.Draft.HandedOverOn is not null) return HandedOver;
            var changed = await change(acts, file.Value, cancellation);
            if (!changed.IsRefused) await WaitingList.WriteAsync(acts, file.Value, cancellation);
            return changed;
        }, cancellation);

    // A hash alone opens nothing: it must be of a file that was just uploaded, or that the draft has already.
    private static async Task<Outcome<List<DraftAttachment>>> AttachAsync(
        ActSession acts, Draft draft, IReadOnlyList<DraftAttachment> had, IReadOnlyList<DraftFile> files, IReadOnlyList<StoredFile> uploads,
        CancellationToken cancellation)
    {
        if (files.FirstOrDefault(file => uploads.All(upload => upload.Hash != file.Hash) && had.All(known => known.FileHash != file.Hash)) is { } unknown)
            return new Refusal("draft.file-unknown", $"附件“{unknown.Name}”没有上传。请重新上传。");
        foreach (var upload in uploads.Where(upload => files.Any(file => file.Hash == upload.Hash))) await acts.AttachAsync(upload, cancellation);
        List<DraftAttachment> attachments = [.. files.Select((file, index) => new DraftAttachment
        {
            Id = Guid.CreateVersion7(), AgencyId = draft.AgencyId, DraftId = draft.Id, Place = index + 1, Name = file.Name, FileHash = file.Hash,
        })];
        acts.Db.DraftAttachments.AddRange(attachments);
        return attachments;
    }

    private static Drafter NewDrafter(Draft draft, Approver who, DateTime now) => new()
    {
        AgencyId = draft.AgencyId,
        DraftId = draft.Id,
        PersonId = who.Person.Value,
        Name = who.Name,
        SinceAt = now,
    };

    // A browser posts every line break as two characters: without this, saving an unchanged text would void its approval.
    private static DraftContent Normalised(DraftContent content) => content with
    {
        Title = content.Title.Trim(),
        Body = content.Body.ReplaceLineEndings("\n"),
        Grounds = content.Grounds.ReplaceLineEndings("\n"),
    };

    private static Refusal? Fault(DraftContent content)
    {
        if (string.IsNullOrWhiteSpace(content.Title)) return new Refusal("draft.no-title", "没有填写标题。请填写后再保存。");
        foreach (var text in (string[])[content.Title, content.Body, content.Grounds, .. content.Files.Select(file => file.Name)])
        {
            if (text.Length > MaxText) return new Refusal("draft.too-long", $"文字超过 {MaxText} 字，没有保存。请改作附件。");
            if (!IsText(text)) return new Refusal("draft.not-text", "文字里有不成字的字符，没有保存。请删去方框、问号一类的乱码后再试。");
        }
        return null;
    }

    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0') return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }

    private static Task<Outcome<Draft>> Refuse(Refusal refusal) => Task.FromResult<Outcome<Draft>>(refusal);
}
