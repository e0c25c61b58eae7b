namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>Rules about single cells (单元格规则): what a count can be, and what a blank or an unreadable cell means.</summary>
internal static class CountRules
{
    private const int NamedCells = 5;

    /// <summary>件数不能是负数；2019年格式的“本年增/减”除外.</summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> Negative(CheckedReport report) =>
        from cell in report.Cells
        where cell.Value < 0 && IsCount(cell) && cell.Key.Column != "change"
        select new Flaw($"{report.NameOf(cell.Key)}：{CheckedReport.Write(cell.Value!.Value)}，件数不能是负数", [cell.Key], null, cell.Value, report.EvidenceOf(cell.Key));

    /// <summary>件数应为整数.</summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> Fraction(CheckedReport report) =>
        from cell in report.Cells
        where cell.Value is { } value && !decimal.IsInteger(value) && IsCount(cell)
        select new Flaw($"{report.NameOf(cell.Key)}：{CheckedReport.Write(cell.Value!.Value)}，件数应为整数", [cell.Key], null, cell.Value, report.EvidenceOf(cell.Key));

    /// <summary>空白不等于零：一张表只提示一次.</summary>
    public static IEnumerable<Flaw> Blank(CheckedReport report)
    {
        foreach (var table in report.Tables)
        {
            List<ReportCell> blanks = [.. table.Cells.Where(cell => cell.State == CellState.Blank)];
            if (blanks.Count == 0) continue;
            // A blank that the tie-outs force to be more than nothing is the one to fill first.
            List<ReportCell> forced = [.. blanks.Where(cell => cell.Resolved is { Value: > 0 })];
            var must = forced.Count == 0 ? "" : $"；其中按勾稽关系应填：{NameAll(report, forced, cell => $" = {CheckedReport.Write(cell.Resolved!.Value)}")}";
            yield return new Flaw(
                $"{table.Form.ShortTitle}有 {blanks.Count} 个空白格，空白不等于零，没有发生的请填 0{must}",
                [.. forced.Concat(blanks.Except(forced)).Select(cell => cell.Key)], Evidence: report.EvidenceOf(blanks[0].Key));
        }
    }

    /// <summary>有无法辨认的单元格，含有它们的勾稽关系不作判断：一份年报只提示一次.</summary>
    public static IEnumerable<Flaw> Unreadable(CheckedReport report)
    {
        List<ReportCell> cells =
            [.. report.Cells.Where(cell => cell.State is CellState.Unreadable or CellState.Ambiguous)];
        if (cells.Count == 0) yield break;
        yield return new Flaw(
            $"有 {cells.Count} 个单元格无法可靠读出，涉及它们的勾稽关系无法判断，请对照原件：{NameAll(report, cells, cell => $"（印作“{OneLine(cell.Printed ?? "")}”）")}",
            [.. cells.Select(cell => cell.Key)], Evidence: report.EvidenceOf(cells[0].Key));
    }

    private static bool IsCount(ReportCell cell) => cell.Key.Value is not ("proactive.feesWanYuan" or "proactive.procurement.amount");

    private static string OneLine(string printed)
    {
        const int most = 20;
        var line = string.Join(' ', printed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= most ? line : line[..most] + "…";
    }

    private static string NameAll(CheckedReport report, List<ReportCell> cells, Func<ReportCell, string> what) =>
        string.Join("、", cells.Take(NamedCells).Select(cell => report.NameOf(cell.Key) + what(cell))) + (cells.Count > NamedCells ? "等" : "");
}
