using Gongkai.App.Data;
using Gongkai.Domain.Approvals;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Areas.Desk.Pages.Drafts;

/// <summary>呈批件：the drafts of an agency and where their approval stands.</summary>
[RemembersChoice]
public sealed class IndexModel(GongkaiDb db) : DeskPage
{
    private const int Longest = 500;

    /// <summary>Shows what is done too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>The drafts, the latest moved first.</summary>
    public IReadOnlyList<Draft> Lines { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var drafts = db.Drafts.AsNoTracking();
        if (!All) drafts = drafts.Where(draft => draft.State != ApprovalState.Released && draft.HandedOverOn == null);
        Lines = await drafts.OrderByDescending(draft => draft.SinceAt).Take(Longest).ToListAsync(cancellation);
    }
}
