using Gongkai.App.Conversions;
using Gongkai.App.Data;
using Gongkai.Web.Desk;
using Gongkai.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Conversions;

/// <summary>The finished PDF (下载 PDF).</summary>
public sealed class FileModel(GongkaiDb db, PdfQueue pdfs) : DeskPage
{
    /// <summary>Hands it over; before it is done, back to where one waits for it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Conversions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row) return NotFound();
        var pdf = await pdfs.ReadAsync(row, cancellation);
        if (pdf.IsRefused) return Go(DeskUrls.Of(Agency.Code, $"pdf/{id}"), pdf.Refusal.Message);
        Response.Headers.ContentSecurityPolicy = SecurityHeaders.FilePolicy;
        return File(pdf.Value, "application/pdf", $"{row.Name}.pdf");
    }
}
