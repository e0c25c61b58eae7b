using Gongkai.App.Data;
using Gongkai.Web.Frame;
using Gongkai.Web.Instruments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Pages;

/// <summary>规章和行政规范性文件 of all agencies.</summary>
[PublicPage(InstrumentFilter.KindName, InstrumentFilter.YearName, InstrumentFilter.StateName, InstrumentFilter.PageName)]
public sealed class InstrumentsModel(GongkaiDb db) : PageModel
{
    /// <summary>The list.</summary>
    public InstrumentList List { get; private set; } = null!;

    /// <summary>Loads the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (InstrumentFilter.Parse(Request.Query) is not { } filter) return NotFound();
        if (await InstrumentList.LoadAsync(db, null, filter, cancellation) is not { } list) return NotFound();
        List = list;
        return Page();
    }
}
