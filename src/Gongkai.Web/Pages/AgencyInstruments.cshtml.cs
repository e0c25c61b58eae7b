using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Gongkai.Web.Frame;
using Gongkai.Web.Instruments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Pages;

/// <summary>规章和行政规范性文件 of one agency: also the documents behind the numbers of section two.</summary>
[PublicPage(InstrumentFilter.KindName, InstrumentFilter.YearName, InstrumentFilter.StateName, InstrumentFilter.PageName)]
public sealed class AgencyInstrumentsModel(GongkaiDb db, House house) : PageModel
{
    /// <summary>The agency.</summary>
    public Agency Agency { get; private set; } = null!;

    /// <summary>The list.</summary>
    public InstrumentList List { get; private set; } = null!;

    /// <summary>Loads the page.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (InstrumentFilter.Parse(Request.Query) is not { } filter) return NotFound();
        if (await db.Agencies.AsNoTracking().SingleOrDefaultAsync(agency => agency.Code == code, cancellation) is not { } agency) return NotFound();
        if (await InstrumentList.LoadAsync(db, agency, filter, cancellation) is not { } list) return NotFound();
        // A module that is off leaves no empty page; what was published before stays.
        if (list.Years.Count == 0 && !(await AgencyState.ModulesAsync(db, agency.Id, ChinaTime.DayOf(Instant.Now(house.Clock)), cancellation)).Contains(AgencyModule.Publishing))
            return NotFound();
        (Agency, List) = (agency, list);
        return Page();
    }
}
