using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain.Agencies;
using Gongkai.Web.Agencies;
using Gongkai.Web.Frame;
using Gongkai.Web.Instruments;
using Gongkai.Web.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Pages;

/// <summary>One agency: its guide, its reports year by year, its latest instruments.</summary>
[PublicPage]
public sealed class AgencyModel(GongkaiDb db, House house) : PageModel
{
    private const int Latest = 8;

    /// <summary>The agency.</summary>
    public Agency Agency { get; private set; } = null!;

    /// <summary>What the guide must state.</summary>
    public IReadOnlyList<GuideFact> Guide { get; private set; } = [];

    /// <summary>How to apply, where it publishes, what it was called.</summary>
    public AgencyStanding Standing { get; private set; } = null!;

    /// <summary>How to apply. Where requests are not handled here, only what was said: nothing is called missing.</summary>
    public IReadOnlyList<ChannelLine> Channels =>
        [.. Standing.Channels.Where(channel => Standing.Modules.Contains(AgencyModule.Requests) || channel.Reach is not null)];

    /// <summary>Its reports, the newest first.</summary>
    public IReadOnlyList<(int Year, DateTime PublishedAt, ReportSummary Summary)> Reports { get; private set; } = [];

    /// <summary>The largest number of new requests in a year, for the drawing.</summary>
    public decimal MostReceived { get; private set; }

    /// <summary>Its latest instruments.</summary>
    public IReadOnlyList<InstrumentLine> Instruments { get; private set; } = [];

    /// <summary>How many instruments it has.</summary>
    public int InstrumentCount { get; private set; }

    /// <summary>Whether a block is there: a module that is off leaves no empty one, and hides nothing that was published.</summary>
    public bool Shows(AgencyModule module, int count) => count > 0 || Standing.Modules.Contains(module);

    /// <summary>Loads the page.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (await db.Agencies.AsNoTracking().SingleOrDefaultAsync(agency => agency.Code == code, cancellation) is not { } agency) return NotFound();
        Agency = agency;
        Guide = GuideFact.Of(agency);
        Standing = await AgencyStanding.ReadAsync(db, house, agency, cancellation);

        var reports = await db.Reports
            .Where(report => report.AgencyId == agency.Id).OrderByDescending(report => report.Year)
            .Select(report => new { report.Year, report.PublishedAt, report.Json }).ToListAsync(cancellation);
        Reports = [.. reports.Select(report => (report.Year, report.PublishedAt, ReportSummary.Of(PublishedReports.Read(report.Json))))];
        MostReceived = Reports.Max(report => report.Summary.Received) ?? 0;

        var instruments = db.Instruments.Where(instrument => instrument.AgencyId == agency.Id);
        InstrumentCount = await instruments.CountAsync(cancellation);
        Instruments = await InstrumentLine.Of(db, instruments)
            .OrderByDescending(line => line.IssuedOn).ThenBy(line => line.Number).Take(Latest).ToListAsync(cancellation);
        return Page();
    }
}
