using Gongkai.Domain.Agencies;

namespace Gongkai.Domain.AnnualReports;

/// <summary>By when last year's annual report has to be public (年度报告的公布期限).</summary>
public static class ReportDeadline
{
    /// <summary>
    /// The last day for the report on a year: 31 January for departments and for townships and subdistricts, which report to the
    /// government above; 31 March for the report of a government of county level and above, which has the others in it.
    /// </summary>
    /// <param name="kind">What kind of body reports.</param>
    /// <param name="year">The year reported on.</param>
    [Law("条例", 49)]
    public static DateOnly Of(AgencyKind kind, int year) => kind == AgencyKind.Government ? new DateOnly(year + 1, 3, 31) : new DateOnly(year + 1, 1, 31);
}
