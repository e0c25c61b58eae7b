using Gongkai.Domain.Disputes;
using Gongkai.Domain.Requests;

namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>The tie-outs within one report (表内勾稽关系), as equations and as the rules that report a broken one.</summary>
internal static class TieOuts
{
    private static readonly IReadOnlyList<string> Applicants = [.. EnumCode<ApplicantKind>.All];

    private static readonly string[] OtherRows =
        [.. Enum.GetValues<OutcomeRow>().Where(row => row >= OutcomeRow.OtherClarificationLapsed).Select(OutcomeRowKey.Of)];

    private static readonly string[] RowsBeforeOther =
        [.. Enum.GetValues<OutcomeRow>().Where(row => row < OutcomeRow.OtherClarificationLapsed).Select(OutcomeRowKey.Of)];

    /// <summary>Every equation that a report must satisfy.</summary>
    public static IEnumerable<Equation> All(AnnualReport report) => Named(report).Select(named => named.Equation);

    /// <summary>Every equation with the name of the rule that reports it broken.</summary>
    public static IEnumerable<(string Rule, Equation Equation)> Named(AnnualReport report) =>
    [
        .. RowSums(report).Select(equation => ("requests.row-sum", equation)),
        .. ColumnIdentities().Select(equation => ("requests.column-identity", equation)),
        .. OutcomeSums(report).Select(equation => ("requests.outcome-sum", equation)),
        .. OtherSums(report).Select(equation => ("requests.other-sum", equation)),
        .. DisputeSums().Select(equation => ("disputes.sum", equation)),
    ];

    /// <summary>每行：六类申请人之和等于总计.</summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> RowSum(CheckedReport report) => Broken(report, RowSums(report.Report));

    /// <summary>
    /// 每列：第一项加第二项之和，等于第三项加第四项之和. The form prints it in its own corner, so both forms are bound by it.
    /// </summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> ColumnIdentity(CheckedReport report) => Broken(report, ColumnIdentities());

    /// <summary>每列：（一）至（六）各行之和等于（七）总计.</summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> OutcomeSum(CheckedReport report) => Broken(report, OutcomeSums(report.Report));

    /// <summary>（六）其他处理：分项之和等于合计行，两者都印出时.</summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> OtherSum(CheckedReport report) => Broken(report, OtherSums(report.Report));

    /// <summary>表四三组：四种结果之和等于总计.</summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> DisputeSum(CheckedReport report) => Broken(report, DisputeSums());

    private static IEnumerable<Equation> RowSums(AnnualReport report) =>
        Rows(report).Select(row => new Equation(
            [CellKey.Request(row, CellKey.Total)], [.. Applicants.Select(column => CellKey.Request(row, column))],
            CellKey.Request(row, CellKey.Total), "六类申请人之和"));

    private static IEnumerable<Equation> ColumnIdentities() =>
        CellKey.RequestColumns.Select(column => new Equation(
            [CellKey.Request(RequestRow.Closed, column), CellKey.Request(RequestRow.CarriedOver, column)],
            [CellKey.Request(RequestRow.Received, column), CellKey.Request(RequestRow.CarriedIn, column)],
            CellKey.Request(RequestRow.Closed, column), "本年新收＋上年结转＝办理总计＋结转下年度"));

    private static IEnumerable<Equation> OutcomeSums(AnnualReport report)
    {
        var rows = RowsBeforeOther.Concat(PrintsSingleOther(report) && !PrintsOtherRows(report) ? [RequestRow.OtherSingle] : OtherRows).ToList();
        return CellKey.RequestColumns.Select(column => new Equation(
            [CellKey.Request(RequestRow.Closed, column)], [.. rows.Select(row => CellKey.Request(row, column))],
            CellKey.Request(RequestRow.Closed, column), "（一）至（六）之和"));
    }

    private static IEnumerable<Equation> OtherSums(AnnualReport report) =>
        !PrintsSingleOther(report) || !PrintsOtherRows(report)
            ? []
            : CellKey.RequestColumns.Select(column => new Equation(
                [CellKey.Request(RequestRow.OtherSingle, column)], [.. OtherRows.Select(row => CellKey.Request(row, column))],
                CellKey.Request(RequestRow.OtherSingle, column), "（六）其他处理各分项之和"));

    private static IEnumerable<Equation> DisputeSums() =>
        EnumCode<DisputeRoute>.All.Select(group => new Equation(
            [CellKey.Dispute(group, CellKey.Total)],
            [.. CellKey.DisputeColumns.Where(column => column != CellKey.Total).Select(column => CellKey.Dispute(group, column))],
            CellKey.Dispute(group, CellKey.Total), "结果维持、结果纠正、其他结果、尚未审结之和"));

    private static IEnumerable<string> Rows(AnnualReport report)
    {
        IEnumerable<string> single = PrintsSingleOther(report) ? [RequestRow.OtherSingle] : [];
        return [RequestRow.Received, RequestRow.CarriedIn, .. RowsBeforeOther, .. OtherRows, .. single, RequestRow.Closed, RequestRow.CarriedOver];
    }

    private static bool PrintsSingleOther(AnnualReport report) => report.HasSingleOtherRow;

    private static bool PrintsOtherRows(AnnualReport report) =>
        OtherRows.Any(row => report.Cells.ContainsKey(CellKey.Request(row, CellKey.Total)));

    private static IEnumerable<Flaw> Broken(CheckedReport report, IEnumerable<Equation> equations)
    {
        foreach (var equation in equations)
        {
            if (equation.BalanceIn(report.Report) is not { Holds: false } balance) continue;
            // One wrong figure breaks its row and its column: the cell they share is the one to correct, and it is named first.
            List<CellKey> cells = [.. equation.Cells.Where(cell => report.Report[cell] is not null).OrderByDescending(report.SuspicionOf)];
            var suspect = cells[0];
            var found = report.Report[suspect]!.Value;
            var expected = equation.ValueThatBalances(suspect, found, balance);
            var atLeast = balance.Left.HasBlanks || balance.Right.HasBlanks ? "（空白格不计）" : "";
            yield return new Flaw(
                $"{report.NameOf(suspect)}：{CheckedReport.Write(found)}，应为 {CheckedReport.Write(expected)}{atLeast}（{equation.Explain(report, suspect)}）",
                cells, expected, found, report.EvidenceOf(suspect));
        }
    }
}
