using Gongkai.App.Data;

namespace Gongkai.Web.Reports;

/// <summary>A published report in a list.</summary>
public sealed record ReportLine
{
    /// <summary>Code of the agency.</summary>
    public required string AgencyCode { get; init; }

    /// <summary>Name of the agency.</summary>
    public required string AgencyName { get; init; }

    /// <summary>Year reported on.</summary>
    public required int Year { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public required DateTime PublishedAt { get; init; }

    /// <summary>Projects reports to lines.</summary>
    public static IQueryable<ReportLine> Of(GongkaiDb db, IQueryable<PublishedReport> reports) =>
        from report in reports
        join agency in db.Agencies on report.AgencyId equals agency.Id
        select new ReportLine { AgencyCode = agency.Code, AgencyName = agency.Name, Year = report.Year, PublishedAt = report.PublishedAt };
}
