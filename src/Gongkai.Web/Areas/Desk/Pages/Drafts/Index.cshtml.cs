using System.ComponentModel.DataAnnotations;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.Domain.Approvals;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Drafts;

/// <summary>呈批件：the drafts of an agency and where their approval stands.</summary>
[RemembersChoice]
public sealed class IndexModel(GongkaiDb db, AuditLog audit) : ListPage
{
    /// <summary>Shows what is done too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>Part of a title to look for, or null.</summary>
    [BindProperty(SupportsGet = true, Name = "q"), MaxLength(100)]
    public string? Wanted { get; set; }

    /// <summary><c>up</c> for those that have stood longest first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Order { get; set; }

    /// <summary>The drafts of the page.</summary>
    public IReadOnlyList<Draft> Lines { get; private set; } = [];

    private IQueryable<Draft> Fitting
    {
        get
        {
            var drafts = db.Drafts.AsNoTracking();
            if (!All) drafts = drafts.Where(draft => draft.State != ApprovalState.Released && draft.HandedOverOn == null);
            if (Wanted?.Trim() is { Length: > 0 } wanted) drafts = drafts.Where(draft => draft.Title.Contains(wanted));
            return Order == "up"
                ? drafts.OrderBy(draft => draft.SinceAt).ThenBy(draft => draft.Id)
                : drafts.OrderByDescending(draft => draft.SinceAt).ThenByDescending(draft => draft.Id);
        }
    }

    /// <summary>Where a draft stands, in a word.</summary>
    public static string StateOf(Draft draft) => draft.HandedOverOn is null ? Drafting.NameOf(draft.State) : "已移交承接机关";

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Counted(await Fitting.CountAsync(cancellation));
        Lines = await Fitting.Skip(Skip).Take(PageSize).ToListAsync(cancellation);
    }

    /// <summary>Hands over what fits as a table.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellation)
    {
        var drafts = await Fitting.Take(LongestExport).ToListAsync(cancellation);
        return await TableAsync(audit, "呈批件", ["编号", "标题", "状态", "等谁", "从何时起", "文号", "成文日期"], drafts.Select(draft => (IReadOnlyList<string>)
        [
            draft.Code, draft.Title, StateOf(draft), draft.WaitingStep ?? "", ChineseText.Minute(draft.SinceAt), draft.DocumentNumber ?? "",
            draft.DatedOn is { } on ? ChineseText.MachineDay(on) : "",
        ]));
    }
}
