using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain.Agencies;
using Gongkai.Web.Agencies;
using Gongkai.Web.Frame;
using Gongkai.Web.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Pages;

/// <summary>年度报告 of all agencies for one year; without a year in the address, for the newest one.</summary>
[PublicPage]
public sealed class ReportsModel(GongkaiDb db, House house) : PageModel
{
    /// <summary>Years of which any report is published, the newest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>The year shown, or null when nothing is published at all.</summary>
    public int? Year { get; private set; }

    /// <summary>
    /// Every agency that publishes its reports here, with its report of the year where there is one; nobody else is called missing.
    /// </summary>
    public IReadOnlyList<(AgencyName Agency, ReportSummary? Summary, DateTime? PublishedAt)> Lines { get; private set; } = [];

    /// <summary>Loads the page.</summary>
    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken cancellation)
    {
        Years = await db.Reports.Select(report => report.Year).Distinct().OrderByDescending(year => year).ToListAsync(cancellation);
        if (year is { } asked && !Years.Contains(asked)) return NotFound();
        Year = year ?? Years.Select(year => (int?)year).FirstOrDefault();

        var reports = await db.Reports.Where(report => report.Year == Year)
            .Join(db.Agencies, report => report.AgencyId, agency => agency.Id, (report, agency) => new { agency.Code, report.PublishedAt, report.Json })
            .ToDictionaryAsync(report => report.Code, StringComparer.Ordinal, cancellation);
        var off = await AgencyState.OffAsync(db, house.Today, cancellation);
        var shown = (await AgencyName.AllAsync(db, cancellation))
            .Where(agency => reports.ContainsKey(agency.Code) || !off[agency.Id].Contains(AgencyModule.AnnualReports));
        Lines =
        [
            .. shown.Select(agency => reports.TryGetValue(agency.Code, out var report)
                ? (agency, ReportSummary.Of(PublishedReports.Read(report.Json)), (DateTime?)report.PublishedAt)
                : (agency, (ReportSummary?)null, (DateTime?)null)),
        ];
        return Page();
    }
}
