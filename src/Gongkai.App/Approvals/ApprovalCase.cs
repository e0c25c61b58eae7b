using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.App.Houses;
using Gongkai.App.Ledger;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Approvals;

/// <summary>A draft with everything that decides about its approval, as it is at this moment; within an act, under the lock of its chain.</summary>
internal sealed class ApprovalCase
{
    private readonly List<ApprovalEvent> _events;
    private readonly List<DraftAttachment> _attachments;
    private readonly List<Drafter> _drafters;
    private readonly Dictionary<long, ApprovalNote> _notes;

    private ApprovalCase(
        Draft draft, DraftText text, List<DraftAttachment> attachments, List<Drafter> drafters, Dictionary<long, ApprovalNote> notes, List<ApprovalEvent> events,
        ApprovalChain chain, ContentManifest manifest, Refusal? damage)
    {
        (Draft, Text, _attachments, _drafters, _notes, _events) = (draft, text, attachments, drafters, notes, events);
        (Chain, Manifest, Damage) = (chain, manifest, damage);
        Standing = ApprovalWalk.Of(chain, events, manifest.Hash);
    }

    public Draft Draft { get; }

    /// <summary>What stands in it.</summary>
    public DraftText Text { get; private set; }

    public IReadOnlyList<DraftAttachment> Attachments => _attachments;

    public IReadOnlyList<Drafter> Drafters => _drafters;

    public IReadOnlyDictionary<long, ApprovalNote> Notes => _notes;

    public IReadOnlyList<ApprovalEvent> Events => _events;

    /// <summary>The edition the present round runs on, or the next one would.</summary>
    public ApprovalChain Chain { get; private set; }

    public ContentManifest Manifest { get; private set; }

    /// <summary>What is wrong with a file of the substance, or null.</summary>
    public Refusal? Damage { get; private set; }

    public ApprovalStanding Standing { get; private set; }

    public IReadOnlyList<PersonId> DrafterIds => [.. _drafters.Select(drafter => new PersonId(drafter.PersonId))];

    /// <summary>Reads it; the refusal names a draft that is not there, or a record that is not what was recorded.</summary>
    public static async Task<Outcome<ApprovalCase>> LoadAsync(GongkaiDb db, House house, DraftKey key, CancellationToken cancellation)
    {
        if (await db.Drafts.SingleOrDefaultAsync(row => row.Id == key.Id && row.AgencyId == key.Agency, cancellation) is not { } draft)
            return new Refusal("draft.unknown", "没有这件呈批件，或者它不是您所在机关的。");
        var attachments = await db.DraftAttachments.Where(row => row.DraftId == key.Id).ToListAsync(cancellation);
        var drafters = await db.Drafters.Where(row => row.DraftId == key.Id).OrderBy(row => row.SinceAt).ToListAsync(cancellation);
        var recorded = await ApprovalRecord.ReadAsync(db, await PrivatePartSeal.OfAsync(house, cancellation), key.Agency, key.Id, cancellation);
        if (recorded.IsRefused) return recorded.Refusal;
        var notes = recorded.Value.ToDictionary(act => act.Event.Sequence, act => act.Note);
        List<ApprovalEvent> events = [.. recorded.Value.Select(act => act.Event)];
        var chain = ApprovalWalk.LastSubmission(events) is { } submission
            ? await ChainBook.FindAsync(db, key.Agency, submission, cancellation)
            : await ChainBook.NewestAsync(db, key.Agency, draft.Form, cancellation);
        if (chain.IsRefused) return chain.Refusal;
        var text = DraftText.Of(draft, await house.Keys.FindAsync(cancellation));
        var (manifest, damage) = await DraftManifest.ReadAsync(draft, text, attachments, house.Files, cancellation);
        return new ApprovalCase(draft, text, attachments, drafters, notes, events, chain.Value, manifest, damage);
    }

    /// <summary>A draft that is just being begun.</summary>
    public static async Task<ApprovalCase> BeginAsync(
        Draft draft, DraftText text, List<DraftAttachment> attachments, Drafter drafter, ApprovalChain chain, FileStore files, CancellationToken cancellation)
    {
        var (manifest, damage) = await DraftManifest.ReadAsync(draft, text, attachments, files, cancellation);
        return new ApprovalCase(draft, text, attachments, [drafter], [], [], chain, manifest, damage);
    }

    /// <summary>Takes another substance, written down anew.</summary>
    public async Task ChangeAsync(DraftText text, IReadOnlyList<DraftAttachment> attachments, FileStore files, CancellationToken cancellation)
    {
        Text = text;
        _attachments.Clear();
        _attachments.AddRange(attachments);
        (Manifest, Damage) = await DraftManifest.ReadAsync(Draft, Text, _attachments, files, cancellation);
        Standing = ApprovalWalk.Of(Chain, _events, Manifest.Hash);
    }

    /// <summary>The next round runs on this edition.</summary>
    public void RunOn(ApprovalChain chain) => Chain = chain;

    public void Add(Drafter drafter) => _drafters.Add(drafter);

    /// <summary>Records an act of the approval: entry, words and the copies for lists.</summary>
    /// <param name="acts">The session.</param>
    /// <param name="facts">The act.</param>
    /// <param name="on">The day it was done.</param>
    /// <param name="who">Who did or decided it.</param>
    /// <param name="words">Opinion, reason or value.</param>
    /// <param name="recordedBy">Who recorded it for another, or null.</param>
    /// <returns>Its sequence.</returns>
    public long Record<TFacts>(ActSession acts, TFacts facts, DateOnly on, string who, string words, string? recordedBy = null)
        where TFacts : IActFacts<TFacts>, IApprovalAct
    {
        var note = new ApprovalNote(who, words, recordedBy);
        var sequence = acts.Record(Draft.AgencyId, facts, new SubjectId(Draft.Id), on, note.Write(Draft.Code));
        _notes.Add(sequence, note);
        _events.Add(new ApprovalEvent(sequence, on, who, facts));
        Standing = ApprovalWalk.Of(Chain, _events, Manifest.Hash);
        return sequence;
    }
}
