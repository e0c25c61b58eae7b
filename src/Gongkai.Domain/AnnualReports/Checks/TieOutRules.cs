namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>A broken tie-out (勾稽关系不符) is an error: nothing that happened in an office makes it right.</summary>
internal static class TieOutRules
{
    /// <summary>每行：六类申请人之和等于总计.</summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> RowSum(CheckedReport report) => Broken(report, report.Equations.RowSums);

    /// <summary>
    /// 每列：第一项加第二项之和，等于第三项加第四项之和. The form prints it in its own corner, so both forms are bound by it.
    /// </summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> ColumnIdentity(CheckedReport report) => Broken(report, report.Equations.ColumnIdentities);

    /// <summary>每列：（一）至（六）各行之和等于（七）总计.</summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> OutcomeSum(CheckedReport report) => Broken(report, report.Equations.OutcomeSums);

    /// <summary>（六）其他处理：分项之和等于合计行，两者都印出时.</summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> OtherSum(CheckedReport report) => Broken(report, report.Equations.OtherSums);

    /// <summary>表四三组：四种结果之和等于总计.</summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> DisputeSum(CheckedReport report) => Broken(report, report.Equations.DisputeSums);

    private static IEnumerable<Flaw> Broken(CheckedReport report, IReadOnlyList<Equation> equations)
    {
        foreach (var equation in equations)
        {
            if (equation.BalanceIn(report.Report) is not { Holds: false } balance) continue;
            // One wrong figure breaks its row and its column: the cell they share is the one to correct, and it is named first.
            List<CellKey> cells = [.. equation.Cells.Where(cell => report.Report[cell] is not null).OrderByDescending(report.SuspicionOf)];
            var suspect = cells[0];
            var found = report.Report[suspect]!.Value;
            var expected = equation.ValueThatBalances(suspect, found, balance);
            var blanks = balance.Left.HasBlanks || balance.Right.HasBlanks ? "（空白格不计）" : "";
            yield return new Flaw(
                $"{report.NameOf(suspect)}：{CheckedReport.Write(found)}，应为 {CheckedReport.Write(expected)}{blanks}（{equation.Explain(report, suspect)}）",
                cells, expected, found, report.EvidenceOf(suspect));
        }
    }
}
