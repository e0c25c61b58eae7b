using Gongkai.App.Data;
using Gongkai.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Pages;

/// <summary>One regulation or normative document.</summary>
[PublicPage]
public sealed class InstrumentModel(GongkaiDb db) : PageModel
{
    /// <summary>The agency that made it.</summary>
    public Agency Agency { get; private set; } = null!;

    /// <summary>The document.</summary>
    public Instrument Instrument { get; private set; } = null!;

    /// <summary>Loads the page.</summary>
    public async Task<IActionResult> OnGetAsync(string code, string number, CancellationToken cancellation)
    {
        if (await db.Agencies.AsNoTracking().SingleOrDefaultAsync(agency => agency.Code == code, cancellation) is not { } agency) return NotFound();
        var found = await db.Instruments.AsNoTracking()
            .SingleOrDefaultAsync(instrument => instrument.AgencyId == agency.Id && instrument.Number == number, cancellation);
        if (found is null) return NotFound();
        (Agency, Instrument) = (agency, found);
        return Page();
    }
}
