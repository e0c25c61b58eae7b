using System.ComponentModel.DataAnnotations;
using Gongkai.App.Approvals;
using Gongkai.App.Conversions;
using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Calendar;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Drafts;

/// <summary>呈批件：the substance, where its approval stands, what was said, and what one may do.</summary>
public sealed class DraftModel(
    GongkaiDb db, App.Houses.House house, ApprovalReading reading, ApprovalDesk approvals, ProxyRecords proxies, ApprovalRelease release, ApprovalLinks links,
    ApprovalSheets sheets, PdfQueue pdfs, ApprovalLinkMessages messages) : DeskPage
{
    /// <summary>What is shown.</summary>
    public ApprovalView View { get; private set; } = null!;

    /// <summary>Name of the form.</summary>
    public string FormName { get; private set; } = "";

    /// <summary>Who could be asked or could have decided: the people of the agency with their posts.</summary>
    public IReadOnlyList<(Guid Id, string Name, IReadOnlySet<PostRole> Roles)> Colleagues { get; private set; } = [];

    /// <summary>Scanned sheets of it that were printed for the content as it is.</summary>
    public IReadOnlyList<FiledSheet> Sheets { get; private set; } = [];

    /// <summary>A link just made, shown once.</summary>
    public string? Link { get; private set; }

    /// <summary>Who is signed in, as an approver here.</summary>
    public Approver Me => Who.Caller.ApproverIn(Agency.Id);

    /// <summary>True for one of its drafters.</summary>
    public bool IsMine => View.Draft.HandedOverOn is null && View.Drafters.Any(drafter => drafter.PersonId == Me.Person.Value);

    /// <summary>Who can be sent a link for the step that waits; nobody where the house sends none.</summary>
    public IEnumerable<(Guid Id, string Name)> LinkTo => !messages.IsConfigured || View.Standing.Waiting is not { Step: var step } ? []
        : Colleagues.Where(one => (View.Standing.Pending.Contains(new PersonId(one.Id)) || step.Roles.Any(one.Roles.Contains))
            && (one.Id == Me.Person.Value || Me.Roles.Contains(PostRole.Officer))).Select(one => (one.Id, one.Name));

    /// <summary>Why the waiting step is not for who is signed in, or null when it is.</summary>
    public Refusal? NotMyStep { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation) => await LoadAsync(code, cancellation) ? Page() : NotFound();

    /// <summary>送审.</summary>
    public Task<IActionResult> OnPostSubmitAsync(string code, int version, List<Guid> countersigners, [MaxLength(4000)] string? words, CancellationToken cancellation) =>
        DoAsync(code, "已送审。", key => approvals.SubmitAsync(key, version, Me, [.. countersigners.Select(id => new PersonId(id))], words ?? "", cancellation), cancellation);

    /// <summary>同意 or 退回.</summary>
    public Task<IActionResult> OnPostDecideAsync(
        string code, string step, string manifest, [MaxLength(5000)] string? words, string decision, CancellationToken cancellation)
    {
        var seen = new SeenStep(step, manifest);
        return decision == "back"
            ? DoAsync(code, "已退回。", key => approvals.SendBackAsync(key, seen, Me, words ?? "", cancellation), cancellation)
            : DoAsync(code, "已同意。", key => approvals.GiveAsync(key, seen, Me, words ?? "", cancellation), cancellation);
    }

    /// <summary>撤回送审.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(string code, [MaxLength(4000)] string? words, CancellationToken cancellation) =>
        DoAsync(code, "已撤回。", key => approvals.WithdrawAsync(key, Me, words ?? "", cancellation), cancellation);

    /// <summary>跳过环节 or 紧急办理.</summary>
    public Task<IActionResult> OnPostShortenAsync(
        string code, string step, string manifest, [MaxLength(4000)] string? words, string way, CancellationToken cancellation) => way == "urgent"
        ? DoAsync(code, "已转紧急办理。", key => approvals.TakeUrgentPathAsync(key, Me, words ?? "", cancellation), cancellation)
        : DoAsync(code, "已跳过这一环节。", key => approvals.SkipAsync(key, new SeenStep(step, manifest), Me, words ?? "", cancellation), cancellation);

    /// <summary>代录.</summary>
    public Task<IActionResult> OnPostProxyAsync(
        string code, string step, string manifest, Guid decider, DateOnly? decidedOn, [MaxLength(100)] string? how, [MaxLength(4000)] string? said, string decision,
        CancellationToken cancellation) => DoAsync(code, "已代录，等本人确认。", async key =>
        {
            var person = Colleagues.FirstOrDefault(colleague => colleague.Id == decider);
            if (person.Name is null) return new Refusal("proxy.who", "请选择作出决定的人。");
            if (decidedOn is not { } on) return new Refusal("proxy.when", "请填写决定日期。");
            return await proxies.RecordAsync(
                key, new SeenStep(step, manifest), Me, new Approver(new PersonId(person.Id), person.Name, person.Roles), decision != "back", on, how ?? "", said ?? "", null, cancellation);
        }, cancellation);

    /// <summary>登记纸上的意见.</summary>
    public Task<IActionResult> OnPostPaperAsync(
        string code, Guid sheet, string step, Guid signer, DateOnly? signedOn, [MaxLength(4000)] string? written, string decision, CancellationToken cancellation) =>
        DoAsync(code, "已登记纸质意见。", async key =>
        {
            var person = Colleagues.FirstOrDefault(colleague => colleague.Id == signer);
            if (person.Name is null) return new Refusal("paper.who", "请选择签字的人。");
            if (signedOn is not { } on) return new Refusal("paper.when", "请填写签字日期。");
            return await sheets.RecordAsync(
                key, sheet, step, Me, new Approver(new PersonId(person.Id), person.Name, person.Roles), decision != "back", on, written ?? "", cancellation);
        }, cancellation);

    /// <summary>确认 or 否认代录.</summary>
    public Task<IActionResult> OnPostConfirmAsync(string code, long given, [MaxLength(4000)] string? words, string decision, CancellationToken cancellation) =>
        decision == "deny"
            ? DoAsync(code, "已否认，这条代录作废。", key => proxies.DenyAsync(key, given, Me, words ?? "", cancellation), cancellation)
            : DoAsync(code, "已确认。", key => proxies.ConfirmAsync(key, given, Me, cancellation), cancellation);

    /// <summary>填写预留栏.</summary>
    public Task<IActionResult> OnPostFillAsync(string code, string field, [MaxLength(200)] string? value, CancellationToken cancellation) =>
        DoAsync(code, "已填写，不影响审批。", async key => EnumCode<ReservedField>.TryParse(field, out var which)
            ? await approvals.FillAsync(key, which, value ?? "", Me, cancellation)
            : new Refusal("draft.field", "没有这一栏。"), cancellation);

    /// <summary>放行.</summary>
    public Task<IActionResult> OnPostReleaseAsync(string code, CancellationToken cancellation) =>
        DoAsync(code, "已核对内容与审批一致，放行。", key => release.ReleaseAsync(key, Me, cancellation), cancellation);

    /// <summary>一次性审批链接：for one's own telephone alone. Whoever else held it could decide in somebody's name.</summary>
    public async Task<IActionResult> OnPostLinkAsync(string code, CancellationToken cancellation)
    {
        if (!await LoadAsync(code, cancellation)) return NotFound();
        var token = await links.IssueAsync(Key, Me, Me, cancellation);
        if (token.IsRefused) return Again("", token.Refusal);
        Link = $"{Request.Scheme}://{Request.Host}{Request.PathBase}{DeskUrls.ApproveByLink(token.Value)}";
        return Page();
    }

    /// <summary>发送一次性链接：to the telephone of whoever is to decide. Who has it sent never sees it.</summary>
    public async Task<IActionResult> OnPostSendLinkAsync(string code, Guid person, CancellationToken cancellation)
    {
        if (!await LoadAsync(code, cancellation)) return NotFound();
        if (Colleagues.FirstOrDefault(one => one.Id == person) is not { Name: { } name } colleague) return Again("person", new Refusal("link.who", "请选择发给谁。"));
        var sent = await messages.SendAsync(Key, new Approver(new PersonId(person), name, colleague.Roles), Me, cancellation);
        return sent.IsRefused ? Again("person", sent.Refusal) : Go(DeskUrls.Of(Agency.Code, $"drafts/{code}"), $"链接已发往{name}的手机，30 分钟内有效，只能办一次。");
    }

    /// <summary>呈批单转 PDF.</summary>
    public async Task<IActionResult> OnPostPdfAsync(string code, CancellationToken cancellation)
    {
        if (!await LoadAsync(code, cancellation)) return NotFound();
        if (Me.Roles.Count == 0) return Again("", new Refusal("pdf.no-post", "PDF 由本机关的人员转换，您在这里没有岗位。"));
        var sheet = await sheets.PrintAsync(Key, AgencyScope.Of(Agency.Id), cancellation);
        if (sheet.IsRefused) return Again("", sheet.Refusal);
        var asked = await pdfs.AskAsync(Agency.Id, ApprovalSheets.PdfNameOf(code), Documents.Approvals.ApprovalSheetDocx.Write(sheet.Value), cancellation);
        return asked.IsRefused ? Again("", asked.Refusal) : LocalRedirect(Request.PathBase + DeskUrls.Of(Agency.Code, $"pdf/{asked.Value.Id}"));
    }

    private DraftKey Key => new(Agency.Id, View.Draft.Id);

    private async Task<IActionResult> DoAsync(
        string code, string done, Func<DraftKey, Task<Outcome<ApprovalStanding>>> act, CancellationToken cancellation)
    {
        if (!await LoadAsync(code, cancellation)) return NotFound();
        var outcome = await act(Key);
        if (!outcome.IsRefused) return Go(DeskUrls.Of(Agency.Code, $"drafts/{code}"), done);
        await LoadAsync(code, cancellation);
        return Again("", outcome.Refusal);
    }

    private async Task<bool> LoadAsync(string code, CancellationToken cancellation)
    {
        var id = await db.Drafts.AsNoTracking().Where(row => row.Code == code).Select(row => row.Id).SingleOrDefaultAsync(cancellation);
        if (id == Guid.Empty) return false;
        var view = await reading.ReadAsync(new DraftKey(Agency.Id, id), AgencyScope.Of(Agency.Id), cancellation);
        if (view.IsRefused) return false;
        View = view.Value;
        FormName = Documents.Data.BuiltInApprovals.FindForm(View.Draft.Form)?.Name ?? View.Draft.Form;
        var today = ChinaTime.DayOf(Instant.Now(house.Clock));
        var posts = await db.Posts.AsNoTracking().Where(post => post.StartsOn <= today && (post.EndsOn == null || post.EndsOn >= today))
            .Join(db.People, post => post.PersonId, person => person.Id, (post, person) => new { person.Id, person.Name, post.Role }).ToListAsync(cancellation);
        Colleagues = [.. posts.GroupBy(post => (post.Id, post.Name)).Select(person => (person.Key.Id, person.Key.Name, (IReadOnlySet<PostRole>)person.Select(post => post.Role).ToHashSet()))
            .OrderBy(person => person.Name, ChineseText.BySound)];
        Sheets = await db.FiledSheets.AsNoTracking().Where(row => row.DraftId == id && row.Manifest == View.Standing.Manifest).OrderBy(row => row.FiledAt).ToListAsync(cancellation);
        var given = await db.Delegations.AsNoTracking().Where(row => row.ToPersonId == Me.Person.Value).ToListAsync(cancellation);
        NotMyStep = View.Standing.Waiting is { } waiting
            ? ApprovalRights.Decide(
                View.Standing, Me, given.Select(row => new Delegation(new PersonId(row.FromPersonId), new PersonId(row.ToPersonId), row.Role, row.StartsOn, row.EndsOn)),
                today, waiting.Step.Code, View.Standing.Manifest).Refusal
            : null;
        return true;
    }
}
