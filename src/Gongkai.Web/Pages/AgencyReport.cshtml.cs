using Gongkai.App.Data;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.Publishing;
using Gongkai.Web.Frame;
using Gongkai.Web.Instruments;
using Gongkai.Web.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Pages;

/// <summary>An annual report as published.</summary>
[PublicPage]
public sealed class AgencyReportModel(GongkaiDb db, HouseSign sign, IReadOnlyList<ReportDownload> downloads) : PageModel
{
    /// <summary>The agency.</summary>
    public Agency Agency { get; private set; } = null!;

    /// <summary>The report.</summary>
    public ReportToWrite Report { get; private set; } = null!;

    /// <summary>The form it is printed on.</summary>
    public ReportForm Form { get; private set; } = null!;

    /// <summary>Its few main numbers.</summary>
    public ReportSummary Summary { get; private set; } = null!;

    /// <summary>How its closed requests ended, for the drawing.</summary>
    public IReadOnlyList<OutcomeShare> Outcomes { get; private set; } = [];

    /// <summary>The published documents behind numbers of section two.</summary>
    public IReadOnlyDictionary<CellKey, string> Links { get; private set; } = new Dictionary<CellKey, string>();

    /// <summary>The formats with the size of each file.</summary>
    public IReadOnlyList<(ReportDownload Format, int Size)> Downloads { get; private set; } = [];

    /// <summary>Other years of the same agency, the newest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>Loads the page.</summary>
    public async Task<IActionResult> OnGetAsync(string code, int year, CancellationToken cancellation)
    {
        if (await PublishedReports.FindAsync(db, code, year, cancellation) is not (var row, var agency)) return NotFound();
        Agency = agency;
        Report = new ReportToWrite(row, PublishedReports.Read(row.Json), agency.Name, sign.IsDemo);
        Form = Report.Form;
        Summary = ReportSummary.Of(Report.Content);
        Outcomes = OutcomeShare.Of(Report.Content);
        Downloads = [.. downloads.Select(format => (format, format.Write(Report).Length))];
        Years = await db.Reports.Where(report => report.AgencyId == agency.Id)
            .OrderByDescending(report => report.Year).Select(report => report.Year).ToListAsync(cancellation);
        Links = await LinksAsync(agency, year, cancellation);
        return Page();
    }

    // Only numbers of section two: what stands behind the others are people's requests (practice: 公开页面上三、四部分的数字不能点开).
    private async Task<Dictionary<CellKey, string>> LinksAsync(Agency agency, int year, CancellationToken cancellation)
    {
        Dictionary<CellKey, string> links = [];
        var counted = db.Instruments.Where(instrument => instrument.AgencyId == agency.Id && instrument.Lead);
        foreach (var (kind, group) in Groups)
        {
            foreach (var (state, column) in Columns)
            {
                var filter = new InstrumentFilter(kind, year, state);
                if (await filter.Apply(counted).AnyAsync(cancellation))
                    links[CellKey.Proactive($"{group}.{column}")] = PublicUrls.InstrumentsOf(agency.Code, filter);
            }
        }
        return links;
    }

    private static readonly (InstrumentKind Kind, string Group)[] Groups =
        [(InstrumentKind.Regulation, "regulations"), (InstrumentKind.NormativeDocument, "normativeDocuments")];

    private static readonly (InstrumentState State, string Column)[] Columns =
        [(InstrumentState.Issued, "issued"), (InstrumentState.Repealed, "repealed"), (InstrumentState.InForce, "inForce")];
}
