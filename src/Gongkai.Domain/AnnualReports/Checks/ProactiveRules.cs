namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>What is unlikely in section two (表二合理性). A real and valid report can break each of them, so all are hints.</summary>
internal static class ProactiveRules
{
    private static readonly string[] Projects = ["licences", "otherServices", "penalties", "coercions"];

    /// <summary>
    /// 乡镇、街道、县级政府和地方各级部门没有规章制定权. 立法法 gives it to State Council departments, provinces and districted cities;
    /// a name that does not say which of these it is raises nothing.
    /// </summary>
    [Law("立法法", 93)]
    public static IEnumerable<Flaw> RegulationMaker(CheckedReport report)
    {
        if (report.Body is not (ReportingBody.Township or ReportingBody.Department or ReportingBody.CountyGovernment)) yield break;
        List<CellKey> cells = [.. report.Cells.Where(cell => cell.Value > 0 && cell.Key.Row == "regulations").Select(cell => cell.Key)];
        if (cells.Count == 0) yield break;
        yield return new Flaw(
            $"{report.NameOf(cells[0])}：{CheckedReport.Write(report.Report[cells[0]]!.Value)}，{report.Report.Agency}没有规章制定权，是否把规章制度或规范性文件填在了这里",
            cells, 0, report.Report[cells[0]], report.EvidenceOf(cells[0]));
    }

    /// <summary>2019年格式：各行“处理决定数量”都等于“上一年项目数量”加减“本年增/减”，疑把处理决定数量理解成了项目数量.</summary>
    [Law("国办公开办函〔2019〕60号")]
    public static IEnumerable<Flaw> RunningTotal(CheckedReport report)
    {
        // Only rows with a number say something, and one coincidence says nothing when another row contradicts it.
        var rows = Projects
            .Select(row => (Previous: Key(row, "previous"), Change: Key(row, "change"), Decisions: Key(row, "decisions")))
            .Where(row => report.Report[row.Previous] is not null && report.Report[row.Change] is not null && report.Report[row.Decisions] is not null)
            .Where(row => report.Report[row.Previous] != 0 || report.Report[row.Change] != 0 || report.Report[row.Decisions] != 0)
            .ToList();
        if (rows.Count == 0 || rows.Any(row => report.Report[row.Decisions] != report.Report[row.Previous] + report.Report[row.Change])) yield break;
        yield return new Flaw(
            $"{report.NameOf(rows[0].Decisions)}：{CheckedReport.Write(report.Report[rows[0].Decisions]!.Value)}，各行都等于上一年项目数量加减本年增/减；"
            + "“处理决定数量”是本年作出的决定件数，不是事项个数",
            [.. rows.Select(row => row.Decisions)], null, report.Report[rows[0].Decisions], report.EvidenceOf(rows[0].Decisions));
    }

    private static CellKey Key(string row, string column) => CellKey.Proactive($"{row}.{column}");
}
