using Gongkai.Domain.AnnualReports;

namespace Gongkai.Web.Reports;

/// <summary>The few numbers by which people compare reports; null where the report has none.</summary>
/// <param name="Received">一、本年新收.</param>
/// <param name="Closed">（七）总计，本年办结.</param>
/// <param name="CarriedOver">四、结转下年度.</param>
/// <param name="Reconsiderations">行政复议总计.</param>
/// <param name="Litigations">行政诉讼总计，both groups.</param>
public sealed record ReportSummary(decimal? Received, decimal? Closed, decimal? CarriedOver, decimal? Reconsiderations, decimal? Litigations)
{
    /// <summary>A number as shown, or the word for what a report does not say.</summary>
    public static string Show(decimal? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "未报";

    /// <summary>Takes them from a report.</summary>
    public static ReportSummary Of(AnnualReport report) => new(
        report[CellKey.Request(RequestRow.Received, CellKey.Total)],
        report[CellKey.Request(RequestRow.Closed, CellKey.Total)],
        report[CellKey.Request(RequestRow.CarriedOver, CellKey.Total)],
        report[CellKey.Dispute("reconsideration", CellKey.Total)],
        report[CellKey.Dispute("litigationDirect", CellKey.Total)] + report[CellKey.Dispute("litigationAfterReconsideration", CellKey.Total)]);
}
