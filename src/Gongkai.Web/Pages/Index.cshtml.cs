using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain.Agencies;
using Gongkai.Web.Agencies;
using Gongkai.Web.Frame;
using Gongkai.Web.Instruments;
using Gongkai.Web.Reports;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Pages;

/// <summary>首页: what was published last, and who publishes.</summary>
[PublicPage]
public sealed class IndexModel(GongkaiDb db, House house) : PageModel
{
    private const int Latest = 8;

    /// <summary>Agencies shown here; the rest is one click away.</summary>
    public const int AgenciesShown = 12;

    /// <summary>The agencies.</summary>
    public IReadOnlyList<AgencyName> Agencies { get; private set; } = [];

    /// <summary>The reports published last.</summary>
    public IReadOnlyList<ReportLine> Reports { get; private set; } = [];

    /// <summary>The instruments issued last.</summary>
    public IReadOnlyList<InstrumentLine> Instruments { get; private set; } = [];

    /// <summary>Whether a block is there: one that no agency uses is not, unless something was published before.</summary>
    public bool Shows(AgencyModule module, int count) => count > 0 || _used.Contains(module);

    private HashSet<AgencyModule> _used = [];

    /// <summary>Loads the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Agencies = await AgencyName.AllAsync(db, cancellation);
        var off = await AgencyState.OffAsync(db, house.Today, cancellation);
        _used = [.. Enum.GetValues<AgencyModule>().Where(module => Agencies.Any(agency => !off[agency.Id].Contains(module)))];
        Reports = await ReportLine.Of(db, db.Reports)
            .OrderByDescending(report => report.PublishedAt).ThenBy(report => report.AgencyName).Take(Latest).ToListAsync(cancellation);
        Instruments = await InstrumentLine.Of(db, db.Instruments.Where(instrument => instrument.HandedOverOn == null && instrument.TakenOverOn == null))
            .OrderByDescending(line => line.IssuedOn).ThenBy(line => line.Number).Take(Latest).ToListAsync(cancellation);
    }
}
