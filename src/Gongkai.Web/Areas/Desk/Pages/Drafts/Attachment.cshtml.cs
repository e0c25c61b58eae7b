using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.Web.Desk;
using Gongkai.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Drafts;

/// <summary>附件：handed over as a file, never shown on our own origin.</summary>
public sealed class AttachmentModel(GongkaiDb db, FileStore files) : DeskPage
{
    /// <summary>Hands it over.</summary>
    public async Task<IActionResult> OnGetAsync(string code, int place, CancellationToken cancellation)
    {
        var found = await (
            from draft in db.Drafts.AsNoTracking()
            join attachment in db.DraftAttachments.AsNoTracking() on draft.Id equals attachment.DraftId
            where draft.Code == code && attachment.Place == place
            select new { attachment.Name, attachment.FileHash }).SingleOrDefaultAsync(cancellation);
        if (found is null) return NotFound();
        var content = await files.ReadAsync(found.FileHash, cancellation);
        if (content.IsRefused) return NotFound();
        Response.Headers.ContentSecurityPolicy = SecurityHeaders.FilePolicy;
        return File(content.Value, "application/octet-stream", found.Name);
    }
}
