using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Documents.Approvals;
using Gongkai.Documents.Approvals.Scans;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Approvals;

/// <summary>What became of one page of a scan.</summary>
/// <param name="Page">Page, from 1.</param>
/// <param name="Sheet">Where it was filed, or why it was not.</param>
public sealed record FiledPage(int Page, Outcome<FiledSheet> Sheet);

/// <summary>
/// The paper way (纸质审批): the sheet prints with a code, its scan is filed by that code alone, and the officer records what was signed on it.
/// A page whose code is damaged, or speaks of other content, is refused and says why.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
/// <param name="approvals">The engine.</param>
/// <param name="reading">Where approvals stand.</param>
public sealed class ApprovalSheets(House house, ActRecorder recorder, ApprovalDesk approvals, ApprovalReading reading)
{
    /// <summary>What the PDF of a draft's sheet is called.</summary>
    public static string PdfNameOf(string draftCode) => $"呈批单-{draftCode}";

    /// <summary>The sheet of a draft as it stands: to be signed, or as the history.</summary>
    /// <param name="key">The draft.</param>
    /// <param name="scope">What the asker may see.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The sheet, for <see cref="ApprovalSheetHtml"/> or <see cref="ApprovalSheetDocx"/>.</returns>
    public async Task<Outcome<ApprovalSheet>> PrintAsync(DraftKey key, AgencyScope scope, CancellationToken cancellation)
    {
        var view = await reading.ReadAsync(key, scope, cancellation);
        if (view.IsRefused) return view.Refusal;
        if (view.Value.Damage is { } damage) return damage;
        await using var db = house.Open(scope);
        var agency = await db.Agencies.Where(row => row.Id == key.Agency).Select(row => row.Name).SingleAsync(cancellation);
        return SheetPrinting.Of(view.Value, agency, ChinaTime.DayOf(Instant.Now(house.Clock)), house.IsDemo);
    }

    /// <summary>Files every page of a scan by the code on it: pages in any order, turned any way.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="scan">The scan, just stored.</param>
    /// <param name="who">Who files it: an officer.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What became of each page, or why the file cannot be read at all.</returns>
    public async Task<Outcome<IReadOnlyList<FiledPage>>> FileAsync(AgencyId agency, StoredFile scan, Approver who, CancellationToken cancellation)
    {
        var bytes = await house.Files.ReadAsync(scan.Hash, cancellation);
        if (bytes.IsRefused) return bytes.Refusal;
        var pages = await SheetScan.ReadAsync(bytes.Value, cancellation);
        return pages.IsRefused ? pages.Refusal : await FileAsync(agency, scan, pages.Value, who, cancellation);
    }

    /// <summary>Files one page by a code somebody typed off it, where the picture could not be read.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="scan">The scan, just stored.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="code">The code as typed.</param>
    /// <param name="who">Who files it: an officer.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<FiledSheet>> FilePageAsync(
        AgencyId agency, StoredFile scan, int page, string code, Approver who, CancellationToken cancellation)
    {
        var filed = await FileAsync(agency, scan, [new ScannedPage(page, SheetCode.Read(code))], who, cancellation);
        return filed.Then(pages => pages[0].Sheet);
    }

    /// <summary>Records what was signed on a filed sheet.</summary>
    /// <param name="key">The draft.</param>
    /// <param name="sheet">The filed sheet.</param>
    /// <param name="step">Code of the step that was signed.</param>
    /// <param name="recorder">Who records it: an officer.</param>
    /// <param name="decider">Who signed, with the posts held that day.</param>
    /// <param name="approves">False when it was sent back.</param>
    /// <param name="signedOn">The day beside the signature.</param>
    /// <param name="opinion">The words beside the signature.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<ApprovalStanding>> RecordAsync(
        DraftKey key, Guid sheet, string step, Approver recorder, Approver decider, bool approves, DateOnly signedOn, string opinion,
        CancellationToken cancellation) => approvals.ActAsync(key, async (acts, file, cancellation) =>
        {
            var row = await acts.Db.FiledSheets.AsNoTracking().SingleOrDefaultAsync(row => row.Id == sheet && row.DraftId == key.Id, cancellation);
            // The ledger's word on what the sheet was printed for, not the row's.
            if (row is null || !file.Events.Any(filed => filed.Act is SheetFiled known && known == new SheetFiled(row.FileHash, row.Page, row.Manifest)))
                return new Refusal("sheet.unknown", "本件没有归卷这张呈批单。请先扫描归卷，再登记单上的意见。");
            return await new StepDecision(
                new SeenStep(step, row.Manifest), decider, approves, opinion, signedOn, ApprovalMeans.Paper, recorder, row.FileHash)
                .RecordAsync(acts, file, cancellation);
        }, cancellation);

    private Task<Outcome<IReadOnlyList<FiledPage>>> FileAsync(
        AgencyId agency, StoredFile scan, IReadOnlyList<ScannedPage> pages, Approver who, CancellationToken cancellation) =>
        recorder.RecordAsync<IReadOnlyList<FiledPage>>(agency, async (acts, cancellation) =>
        {
            if (!who.Roles.Contains(PostRole.Officer)) return new Refusal("sheet.no-post", "呈批单归卷由承办人办理，您没有这个岗位。");
            List<FiledPage> filed = [];
            foreach (var page in pages)
                filed.Add(new FiledPage(page.Number, page.Code.IsRefused ? page.Code.Refusal : await FilePageAsync(acts, agency, scan, page.Number, page.Code.Value, who, cancellation)));
            if (filed.Exists(page => !page.Sheet.IsRefused)) await acts.AttachAsync(scan, cancellation);
            return filed;
        }, cancellation);

    private async Task<Outcome<FiledSheet>> FilePageAsync(
        ActSession acts, AgencyId agency, StoredFile scan, int page, SheetCode code, Approver who, CancellationToken cancellation)
    {
        var draft = await acts.Db.Drafts.AsNoTracking().SingleOrDefaultAsync(row => row.AgencyId == agency && row.Code == code.Matter, cancellation);
        if (draft is null) return new Refusal("sheet.unknown-matter", $"本机关没有编号为 {code.Matter} 的呈批件：单子可能是别的机关的。");
        var loaded = await ApprovalCase.LoadAsync(acts.Db, house, new DraftKey(agency, draft.Id), cancellation);
        if (loaded.IsRefused) return loaded.Refusal;
        var file = loaded.Value;
        if (file.Damage is { } damage) return damage;
        if (Mismatch(file, code) is { } mismatch) return mismatch;
        if (await acts.Db.FiledSheets.AsNoTracking().SingleOrDefaultAsync(
            row => row.DraftId == draft.Id && row.FileHash == scan.Hash && row.Page == page, cancellation) is { } known) return known;
        var row = new FiledSheet
        {
            Id = Guid.CreateVersion7(),
            AgencyId = agency,
            DraftId = draft.Id,
            FileHash = scan.Hash,
            Page = page,
            Manifest = file.Manifest.Hash,
            FiledAt = acts.Now,
        };
        acts.Db.FiledSheets.Add(row);
        file.Record(acts, new SheetFiled(scan.Hash, page, row.Manifest), ApprovalDesk.Today(acts), who.Name, "");
        return row;
    }

    private static Refusal? Mismatch(ApprovalCase file, SheetCode code)
    {
        var title = file.Draft.Title;
        if (code.IsOf(file.Manifest.Hash))
        {
            return file.Events.Any(happened => happened.Act is ApprovalSubmitted submitted && submitted.Manifest == file.Manifest.Hash)
                ? null
                : new Refusal("sheet.not-submitted", $"“{title}”还没有送审，不能归卷呈批单。请先送审，再打印送签。");
        }
        return file.Events.LastOrDefault(happened => happened.Act is ApprovalSubmitted submitted && code.IsOf(submitted.Manifest)) is { } earlier
            ? new Refusal("sheet.outdated", $"“{title}”在{DayWords.Of(earlier.On)}送审之后内容改动过，这张呈批单印的是改动前的内容，不能作为现在内容的审批。请重新打印送签。")
            : new Refusal("sheet.other-content", $"单上的内容码不是“{title}”任何一次送审的内容：单子被改动，或者码是别的内容的。不能归卷。");
    }
}
