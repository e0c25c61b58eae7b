using Gongkai.App.Acts;
using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.Documents.Retention;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Retention;

/// <summary>A list with its approval (清册及其审批).</summary>
/// <param name="List">The list.</param>
/// <param name="DraftCode">Code of its draft.</param>
/// <param name="State">Where its approval stands.</param>
public sealed record ListedDestruction(DestructionList List, string DraftCode, ApprovalState State);

/// <summary>
/// Lists of records to be destroyed (销毁清册): proposed from what is due, put into an approval by an officer, printed. Nothing is destroyed here, and
/// nothing is ever destroyed because a day has come.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
/// <param name="drafts">Where lists are put into their approval.</param>
public sealed class DestructionLists(House house, ActRecorder recorder, Drafts drafts)
{
    /// <summary>The form a list is approved on.</summary>
    public const string Form = "destruction";

    // A list that was sent back or withdrawn holds nothing any more; submitted again, it must still be true.
    private static readonly ApprovalState[] Released = [ApprovalState.SentBack, ApprovalState.Withdrawn];

    /// <summary>What may be put on a list today: due, and on no other list.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<DueRecord>> ProposeAsync(GongkaiDb db, AgencyId agency, CancellationToken cancellation)
    {
        var open = await (
            from list in db.DestructionLists.AsNoTracking()
            join draft in db.Drafts on list.DraftId equals draft.Id
            where list.AgencyId == agency && list.DestroyedOn == null && !Released.Contains(draft.State)
            select list).ToListAsync(cancellation);
        var listed = open.SelectMany(DestructionText.Read).Select(record => record.Id).ToHashSet();
        return [.. (await DueRecords.ReadAsync(db, agency, house.Today, cancellation)).Where(record => !listed.Contains(record.Id))];
    }

    /// <summary>The lists of an agency, the latest first.</summary>
    public static async Task<IReadOnlyList<ListedDestruction>> ListAsync(GongkaiDb db, AgencyId agency, CancellationToken cancellation) =>
        (await Joined(db, agency).ToListAsync(cancellation)).OrderByDescending(row => row.List.PreparedAt).ToList();

    /// <summary>One of them, or null.</summary>
    public static async Task<ListedDestruction?> FindAsync(GongkaiDb db, AgencyId agency, Guid list, CancellationToken cancellation) =>
        (await Joined(db, agency).ToListAsync(cancellation)).SingleOrDefault(row => row.List.Id == list);

    /// <summary>A list as it is printed.</summary>
    public DestructionSheet Print(Agency agency, ListedDestruction listed) => DestructionText.Sheet(listed.List, agency, listed.DraftCode, house.IsDemo);

    /// <summary>Makes a list of what was chosen, with the draft by which it is approved.</summary>
    /// <param name="caller">Who prepares it: an officer.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="chosen">Identities of the records; what is not chosen is kept, and proposed again.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<ListedDestruction>> PrepareAsync(Caller caller, AgencyId agency, IReadOnlyCollection<Guid> chosen, CancellationToken cancellation)
    {
        if (caller.Lacks(DeskRight.Draft, agency) is { } refusal) return Task.FromResult<Outcome<ListedDestruction>>(refusal);
        return recorder.RecordAsync<ListedDestruction>(agency, async (acts, cancellation) =>
        {
            List<DueRecord> records = [.. (await ProposeAsync(acts.Db, agency, cancellation)).Where(record => chosen.Contains(record.Id))];
            if (records.Count == 0) return new Refusal("destruction.nothing", "没有选中到期的案卷。请勾选鉴定后不再保存的；要继续保存的不勾。");
            if (records.Count != chosen.Distinct().Count()) return new Refusal("destruction.changed", "选中的案卷里有的已不在到期之列，或者已列入别的清册。请刷新后再选。");
            var year = ChinaTime.DayOf(acts.Now).Year;
            var before = await acts.Db.DestructionLists.CountAsync(row => row.AgencyId == agency && row.Number.StartsWith($"{year}-"), cancellation);
            var (number, sheet) = ($"{year}-{before + 1}", DestructionText.Write(records));
            var (title, body) = DestructionText.Substance(number, sheet);
            var grounds = DestructionText.Grounds(records, await RetentionSchedule.ReadAsync(acts.Db, agency, cancellation));
            var draft = await drafts.BeginAsync(acts, agency, Form, new DraftContent(title, body, grounds, null, []), [],
                new Approver(caller.Id!.Value, caller.Name, caller.RolesIn(agency)), cancellation);
            if (draft.IsRefused) return draft.Refusal;
            var list = new DestructionList
            {
                Id = Guid.CreateVersion7(),
                AgencyId = agency,
                Number = number,
                DraftId = draft.Value.Id,
                Sheet = sheet,
                PreparedBy = caller.Name,
                PreparedAt = acts.Now,
            };
            acts.Db.DestructionLists.Add(list);
            return new ListedDestruction(list, draft.Value.Code, draft.Value.State);
        }, cancellation);
    }

    private static IQueryable<ListedDestruction> Joined(GongkaiDb db, AgencyId agency) =>
        from list in db.DestructionLists.AsNoTracking()
        join draft in db.Drafts on list.DraftId equals draft.Id
        where list.AgencyId == agency
        select new ListedDestruction(list, draft.Code, draft.State);
}
