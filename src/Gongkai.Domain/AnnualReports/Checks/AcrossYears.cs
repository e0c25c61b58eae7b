namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>Tie-outs with the report of the year before (跨年勾稽关系). Without that report they say nothing.</summary>
internal static class AcrossYears
{
    /// <summary>
    /// 每列：上年结转等于上一年年报的结转下年度. A merger, or a correction of last year's report, breaks it lawfully: to be explained, not an
    /// error.
    /// </summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> CarriedIn(CheckedReport report)
    {
        if (report.Previous is not { } previous) yield break;
        foreach (var column in CellKey.RequestColumns)
        {
            var (here, there) = (CellKey.Request(RequestRow.CarriedIn, column), CellKey.Request(RequestRow.CarriedOver, column));
            if (report.Report[here] is not { } found || previous[there] is not { } expected || found == expected) continue;
            yield return new Flaw(
                $"{report.NameOf(here)}：{CheckedReport.Write(found)}，上一年（{previous.Year}年）年报结转下年度为 {CheckedReport.Write(expected)}",
                [here], expected, found, report.EvidenceOf(here));
        }
    }

    /// <summary>
    /// 现行有效件数等于上一年现行有效加本年制发减本年废止. Real and valid reports fail it (documents lapse by their own term, registers
    /// are cleaned up), hence a hint.
    /// </summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> InForce(CheckedReport report)
    {
        if (report.Previous is not { } previous) yield break;
        foreach (var row in (string[])["regulations", "normativeDocuments"])
        {
            var inForce = CellKey.Proactive($"{row}.inForce");
            var (issued, repealed) = (CellKey.Proactive($"{row}.issued"), CellKey.Proactive($"{row}.repealed"));
            if (report.Report[inForce] is not { } found || previous[inForce] is not { } before
                || report.Report[issued] is not { } made || report.Report[repealed] is not { } ended) continue;
            var expected = before + made - ended;
            if (found == expected) continue;
            yield return new Flaw(
                $"{report.NameOf(inForce)}：{CheckedReport.Write(found)}，按上一年 {CheckedReport.Write(before)}＋本年制发 {CheckedReport.Write(made)}"
                + $"－本年废止 {CheckedReport.Write(ended)} 应为 {CheckedReport.Write(expected)}，如有自动失效或清理请在正文说明",
                [inForce, issued, repealed], expected, found, report.EvidenceOf(inForce));
        }
    }
}
