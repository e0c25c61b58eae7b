using Gongkai.App.Agencies;
using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.App.Houses;
using Gongkai.App.Retention;
using Gongkai.Documents.Data;
using Gongkai.Domain;
using Gongkai.Domain.Approvals;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Areas.Desk.Pages.Writing;

/// <summary>拟稿.</summary>
[RequestSizeLimit(LargestDraft), LooksAtTexts]
public sealed class NewModel(GongkaiDb db, House house, App.Approvals.Drafts drafts, FileIntake intake) : DeskPage
{
    internal const int LargestDraft = 100 * 1024 * 1024;

    /// <summary>What is drafted.</summary>
    [BindProperty]
    public DraftInput Input { get; set; } = new();

    /// <summary>The forms that can be used; a list of records to be destroyed comes with its own.</summary>
    public IReadOnlyList<ApprovalForm> Forms { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) =>
        Forms = [.. BuiltInApprovals.UsedIn(await AgencyState.ModulesAsync(db, Agency.Id, house.Today, cancellation)).Where(form => form.Code != DestructionLists.Form)];

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        var bringer = Who.Caller.BringerTo(Agency.Id);
        if (await intake.LookAtAsync(bringer, Input.Texts, cancellation) is { } marked) return Again("", marked);
        if (Forms.All(form => form.Code != Input.Form)) return Again("Input.Form", new Refusal("form.unknown", "请选择一种审批表。"));
        var uploads = await intake.TakeAsync(bringer, Input.Files, cancellation);
        if (uploads.IsRefused) return Again("Input.Files", uploads.Refusal);
        var draft = await drafts.BeginAsync(
            Agency.Id, Input.Form ?? "", Input.ToContent([], uploads.Value), uploads.Value, Who.Caller.ApproverIn(Agency.Id), cancellation);
        return draft.IsRefused
            ? Again(draft.Refusal.Code == "draft.no-title" ? "Input.Title" : "", draft.Refusal)
            : Go(DeskUrls.Of(Agency.Code, $"drafts/{draft.Value.Code}"), "草稿已保存，核对后送审。");
    }
}
