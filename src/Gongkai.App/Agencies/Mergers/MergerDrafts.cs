using System.Security.Cryptography;
using Gongkai.App.Acts;
using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Retention;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Agencies.Mergers;

/// <summary>
/// Open drafts of an agency that ends (撤并时没有办完的呈批件): each begins anew in the successor with the same text, files and drafters. What was approved stays
/// with the old one, to be read, and counts for nothing: it was the word of people who held posts in an agency that is no more, on its chain, for a
/// document in its name.
/// </summary>
internal sealed class MergerDrafts(House house, ActSession acts, MergerPlan plan, string who)
{
    /// <summary>Drafts of an agency that go over; a list of its own records does not.</summary>
    public static IQueryable<Draft> Of(GongkaiDb db, AgencyId agency) => db.Drafts.Where(draft =>
        draft.AgencyId == agency && draft.State != ApprovalState.Released && draft.HandedOverOn == null && draft.Form != DestructionLists.Form);

    /// <summary>Hands them over.</summary>
    /// <returns>Why one of them could not be, or null.</returns>
    public async Task<Refusal?> HandOverAsync(Agency agency, AgencyId into, CancellationToken cancellation)
    {
        var ring = await house.Keys.FindAsync(cancellation);
        foreach (var draft in await Of(acts.Db, agency.Id).OrderBy(draft => draft.StartedAt).ToListAsync(cancellation))
        {
            var text = DraftText.Of(draft, ring);
            if (text.Damage is { } damage) return new Refusal(damage.Code, $"{agency.Name}的呈批件“{draft.Title}”：{damage.Message}");
            var chain = await ChainBook.NewestAsync(acts.Db, into, draft.Form, cancellation);
            if (chain.IsRefused) return chain.Refusal;
            var copy = await BeginAsync(draft, into, text, chain.Value, cancellation);
            draft.HandedOverOn = plan.LastDay;
            acts.Db.WaitingApprovals.RemoveRange(await acts.Db.WaitingApprovals.Where(row => row.DraftId == draft.Id).ToListAsync(cancellation));
            acts.Record(agency.Id, new MatterHandedOver(into, new SubjectId(copy.Id)), new SubjectId(draft.Id), plan.LastDay,
                new PrivatePart(who, "机关撤并", new Dictionary<string, string> { ["draft"] = draft.Code, ["becomes"] = copy.Code }));
        }
        return null;
    }

    private async Task<Draft> BeginAsync(Draft draft, AgencyId into, DraftText text, ApprovalChain chain, CancellationToken cancellation)
    {
        var copy = new Draft
        {
            Id = Guid.CreateVersion7(),
            AgencyId = into,
            Code = SheetCode.MatterOf(RandomNumberGenerator.GetBytes(7)),
            Form = draft.Form,
            Title = draft.Title,
            Body = "",
            Grounds = "",
            Attribute = draft.Attribute,
            StartedAt = acts.Now,
            SinceAt = acts.Now,
        };
        text.Write(copy, acts.Values);
        acts.Db.Drafts.Add(copy);
        List<DraftAttachment> attachments = [.. (await acts.Db.DraftAttachments.AsNoTracking().Where(row => row.DraftId == draft.Id).ToListAsync(cancellation))
            .Select(row => new DraftAttachment { Id = Guid.CreateVersion7(), AgencyId = into, DraftId = copy.Id, Place = row.Place, Name = row.Name, FileHash = row.FileHash })];
        acts.Db.DraftAttachments.AddRange(attachments);
        List<Drafter> drafters = [.. (await acts.Db.Drafters.AsNoTracking().Where(row => row.DraftId == draft.Id).OrderBy(row => row.SinceAt).ToListAsync(cancellation))
            .Select(row => new Drafter { AgencyId = into, DraftId = copy.Id, PersonId = row.PersonId, Name = row.Name, SinceAt = acts.Now })];
        acts.Db.Drafters.AddRange(drafters);
        var file = await ApprovalCase.BeginAsync(copy, text, attachments, drafters[0], chain, house.Files, cancellation);
        foreach (var drafter in drafters.Skip(1)) file.Add(drafter);
        await WaitingList.WriteAsync(acts, file, cancellation);
        return copy;
    }
}
