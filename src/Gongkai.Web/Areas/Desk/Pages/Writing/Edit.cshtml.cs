using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.Domain;
using Gongkai.Domain.Publishing;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Writing;

/// <summary>修改呈批件：a change of the substance voids what was approved before.</summary>
[RequestSizeLimit(NewModel.LargestDraft), LooksAtTexts]
public sealed class EditModel(App.Approvals.Drafts drafts, ApprovalReading reading, FileIntake intake, GongkaiDb db) : DeskPage
{
    /// <summary>What is changed.</summary>
    [BindProperty]
    public DraftInput Input { get; set; } = new();

    /// <summary>The attachments it has.</summary>
    public IReadOnlyList<DraftAttachment> Had { get; private set; } = [];

    /// <summary>Why a change would be refused; there is no form then.</summary>
    public Refusal? WhyNot { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (await FindAsync(code, cancellation) is not { } draft) return NotFound();
        var view = await reading.ReadAsync(new DraftKey(Agency.Id, draft.Id), AgencyScope.Of(Agency.Id), cancellation);
        if (view.IsRefused) return NotFound();
        WhyNot = App.Approvals.Drafts.WhyNotEdit(view.Value.Drafters.Any(drafter => drafter.PersonId == Who.Caller.Id!.Value.Value), view.Value.Standing.State);
        if (WhyNot is not null) return Page();
        var text = await reading.TextOfAsync(draft, cancellation);
        if (text.Damage is { } damage) return Again("", damage);
        Input = new DraftInput
        {
            Title = draft.Title,
            Body = text.Body,
            Grounds = text.Grounds,
            Version = draft.Version,
            Attribute = draft.Attribute is { } attribute ? EnumCode<DisclosureAttribute>.Of(attribute) : null,
        };
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        if (await FindAsync(code, cancellation) is not { } draft) return NotFound();
        var bringer = Who.Caller.BringerTo(Agency.Id);
        if (await intake.LookAtAsync(bringer, Input.Texts, cancellation) is { } marked) return Again("", marked);
        var uploads = await intake.TakeAsync(bringer, Input.Files, cancellation);
        if (uploads.IsRefused) return Again("Input.Files", uploads.Refusal);
        var changed = await drafts.EditAsync(
            new DraftKey(Agency.Id, draft.Id), Input.Version, Input.ToContent(Had, uploads.Value), uploads.Value, Who.Caller.ApproverIn(Agency.Id), cancellation);
        return changed.IsRefused
            ? Again(changed.Refusal.Code == "draft.no-title" ? "Input.Title" : "", changed.Refusal)
            : Go(DeskUrls.Of(Agency.Code, $"drafts/{code}"), "已保存修改。");
    }

    private async Task<Draft?> FindAsync(string code, CancellationToken cancellation)
    {
        if (await db.Drafts.AsNoTracking().SingleOrDefaultAsync(row => row.Code == code, cancellation) is not { } draft) return null;
        Had = await db.DraftAttachments.AsNoTracking().Where(row => row.DraftId == draft.Id).OrderBy(row => row.Place).ToListAsync(cancellation);
        return draft;
    }
}
