using Gongkai.App.Data;
using Gongkai.App.Handovers;
using Gongkai.Documents.Handovers;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Areas.Desk.Pages.Handover;

/// <summary>办过的一次交接：the sheet as it was that day, to be printed and signed by both.</summary>
public sealed class DoneModel(GongkaiDb db, PostHandover handovers) : DeskPage
{
    /// <summary>The sheet.</summary>
    public HandoverSheet Sheet { get; private set; } = null!;

    /// <summary>The handover.</summary>
    public Guid Id { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid handover, CancellationToken cancellation) => await LoadAsync(handover, cancellation) ? Page() : NotFound();

    /// <summary>Hands it over as a document.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid handover, CancellationToken cancellation) =>
        await LoadAsync(handover, cancellation) ? SheetFile.Of(this, Sheet) : NotFound();

    private async Task<bool> LoadAsync(Guid handover, CancellationToken cancellation)
    {
        if (await handovers.PrintDoneAsync(db, Agency, handover, cancellation) is not { } sheet) return false;
        (Sheet, Id) = (sheet, handover);
        return true;
    }
}
