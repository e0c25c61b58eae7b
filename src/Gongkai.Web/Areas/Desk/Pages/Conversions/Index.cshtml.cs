using Gongkai.App.Conversions;
using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Conversions;

/// <summary>文档转 PDF：where it stands, and the way to it when it is done. It is looked at again by a link, at one's own pace.</summary>
public sealed class IndexModel(GongkaiDb db, PdfQueue pdfs) : DeskPage
{
    /// <summary>The conversion.</summary>
    public Conversion Conversion { get; private set; } = null!;

    /// <summary>How many of the agency's own wait before it.</summary>
    public int Before { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await LoadAsync(id, cancellation) ? Page() : NotFound();

    /// <summary>Tries again what failed.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation)) return NotFound();
        if (Who.Caller.RolesIn(Agency.Id).Count == 0) return Again("", new Refusal("pdf.no-post", "PDF 由本机关的人员转换，您在这里没有岗位。"));
        var asked = await pdfs.AskAgainAsync(Conversion, cancellation);
        return asked.IsRefused ? Again("", asked.Refusal) : LocalRedirect(Request.PathBase + DeskUrls.Of(Agency.Code, $"pdf/{id}"));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Conversions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row) return false;
        Conversion = row;
        Before = await db.Conversions.CountAsync(other => other.State == ConversionState.Waiting && other.AskedAt < row.AskedAt, cancellation);
        return true;
    }
}
