using System.Text;
using Gongkai.App.Data;
using Gongkai.Documents.Json;
using Gongkai.Domain.AnnualReports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Reports;

/// <summary>Published reports as the pages read them.</summary>
internal static class PublishedReports
{
    /// <summary>The report of an agency for a year, or null.</summary>
    public static async Task<(PublishedReport Row, Agency Agency)?> FindAsync(GongkaiDb db, string code, int year, CancellationToken cancellation)
    {
        var found = await db.Reports.AsNoTracking()
            .Where(report => report.Year == year)
            .Join(db.Agencies.AsNoTracking().Where(agency => agency.Code == code), report => report.AgencyId, agency => agency.Id,
                (report, agency) => new { report, agency })
            .SingleOrDefaultAsync(cancellation);
        return found is null ? null : (found.report, found.agency);
    }

    /// <summary>What was published, read back from its JSON. That it cannot be read would be a bug: this program wrote it.</summary>
    public static AnnualReport Read(string json) => AnnualReportJson.Read(Encoding.UTF8.GetBytes(json)).Value;
}
