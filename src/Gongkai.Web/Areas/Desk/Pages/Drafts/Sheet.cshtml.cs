using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.Documents.Approvals;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Drafts;

/// <summary>呈批单：to be printed and signed, with the code of exactly this content.</summary>
public sealed class SheetModel(GongkaiDb db, ApprovalSheets sheets) : DeskPage
{
    /// <summary>Hands it over.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        var draft = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(row => row.Code == code, cancellation);
        if (draft is null) return NotFound();
        var sheet = await sheets.PrintAsync(new DraftKey(Agency.Id, draft.Id), AgencyScope.Of(Agency.Id), cancellation);
        return sheet.IsRefused
            ? NotFound()
            : File(ApprovalSheetDocx.Write(sheet.Value), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"呈批单-{code}.docx");
    }
}
