using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.Domain;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Sheets;

/// <summary>呈批单扫描件归卷：filed by the code on each page, in any order and turned any way.</summary>
[RequestSizeLimit(LargestScan)]
public sealed class IndexModel(GongkaiDb db, ApprovalSheets sheets, FileIntake intake) : DeskPage
{
    private const int LargestScan = 100 * 1024 * 1024;

    /// <summary>What became of each page: its number, the draft it was filed to, or why not.</summary>
    public IReadOnlyList<(int Page, string? Code, string? Title, string? Refusal)> Pages { get; private set; } = [];

    /// <summary>Files a scan.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? scan, CancellationToken cancellation)
    {
        if (scan is null) return Again("scan", new Refusal("sheet.no-file", "没有选择文件。请选择扫描件或者照片。"));
        var stored = await intake.TakeAsync(Who.Caller.BringerTo(Agency.Id), [scan], cancellation);
        if (stored.IsRefused) return Again("scan", stored.Refusal);
        if (stored.Value is not [var file]) return Again("scan", new Refusal("sheet.empty", "文件是空的。请检查是否选错了文件。"));
        var filed = await sheets.FileAsync(Agency.Id, file, Who.Caller.ApproverIn(Agency.Id), cancellation);
        if (filed.IsRefused) return Again("scan", filed.Refusal);
        var ids = filed.Value.Where(page => !page.Sheet.IsRefused).Select(page => page.Sheet.Value.DraftId).ToList();
        var drafts = await db.Drafts.AsNoTracking().Where(draft => ids.Contains(draft.Id)).ToDictionaryAsync(draft => draft.Id, cancellation);
        Pages =
        [
            .. filed.Value.Select(page => page.Sheet.IsRefused
                ? (page.Page, (string?)null, (string?)null, (string?)page.Sheet.Refusal.Message)
                : (page.Page, drafts[page.Sheet.Value.DraftId].Code, drafts[page.Sheet.Value.DraftId].Title, null)),
        ];
        return Page();
    }
}
