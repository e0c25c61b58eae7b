using System.ComponentModel.DataAnnotations;
using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.App.Retention;
using Gongkai.Documents.Retention;
using Gongkai.Domain.Approvals;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Areas.Desk.Pages.Retention;

/// <summary>销毁清册：what stands on it, where its approval is, and, once that is through, the destruction.</summary>
public sealed class ListModel(GongkaiDb db, DestructionLists lists, Destruction destruction) : DeskPage
{
    /// <summary>The list with its approval.</summary>
    public ListedDestruction Listed { get; private set; } = null!;

    /// <summary>As it is printed.</summary>
    public DestructionSheet Sheet { get; private set; } = null!;

    /// <summary>The first who watches.</summary>
    [BindProperty, MaxLength(50)]
    public string? First { get; set; }

    /// <summary>The second.</summary>
    [BindProperty, MaxLength(50)]
    public string? Second { get; set; }

    /// <summary>True for an officer, once it is approved.</summary>
    public bool MayCarryOut => Listed.State == ApprovalState.Approved && Listed.List.DestroyedOn is null && Who.Caller.May(DeskRight.Draft, Agency.Id);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid list, CancellationToken cancellation) => await LoadAsync(list, cancellation) ? Page() : NotFound();

    /// <summary>Hands it over as a document.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid list, CancellationToken cancellation) => await LoadAsync(list, cancellation)
        ? File(DestructionSheetDocx.Write(Sheet), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"销毁清册-{Sheet.Number}.docx")
        : NotFound();

    /// <summary>Destroys what stands on it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid list, CancellationToken cancellation)
    {
        if (!await LoadAsync(list, cancellation)) return NotFound();
        var done = await destruction.CarryOutAsync(Who.Caller, Agency.Id, list, new Witnesses(First ?? "", Second ?? ""), cancellation);
        return done.IsRefused
            ? Again(done.Refusal.Code == "destruction.witnesses" ? "First" : "", done.Refusal)
            : Go(DeskUrls.Of(Agency.Code, $"retention/{list}"), "已按清册销毁。请打印清册，批准人和监销人签字后永久保存。");
    }

    private async Task<bool> LoadAsync(Guid list, CancellationToken cancellation)
    {
        if (await DestructionLists.FindAsync(db, Agency.Id, list, cancellation) is not { } listed) return false;
        (Listed, Sheet) = (listed, lists.Print(Agency, listed));
        return true;
    }
}
