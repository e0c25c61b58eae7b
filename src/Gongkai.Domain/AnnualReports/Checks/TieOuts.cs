using Gongkai.Domain.Disputes;
using Gongkai.Domain.Requests;

namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>The tie-outs within one report (表内勾稽关系), as equations. Which there are depends on how （六）其他处理 is printed only.</summary>
internal sealed class TieOuts
{
    private static readonly string[] Applicants = [.. EnumCode<ApplicantKind>.All];

    private static readonly string[] OtherRows =
        [.. Enum.GetValues<OutcomeRow>().Where(row => row >= OutcomeRow.OtherClarificationLapsed).Select(OutcomeRowKey.Of)];

    private static readonly string[] RowsBeforeOther =
        [.. Enum.GetValues<OutcomeRow>().Where(row => row < OutcomeRow.OtherClarificationLapsed).Select(OutcomeRowKey.Of)];

    private static readonly TieOuts ThreeRows = new(single: false, three: true);

    private static readonly TieOuts SingleRow = new(single: true, three: false);

    private static readonly TieOuts BothWays = new(single: true, three: true);

    private TieOuts(bool single, bool three)
    {
        RowSums = [.. Rows(single, three).Select(RowSum)];
        OutcomeSums = [.. CellKey.RequestColumns.Select(column => OutcomeSum(column, three ? OtherRows : [RequestRow.OtherSingle]))];
        OtherSums = single && three ? [.. CellKey.RequestColumns.Select(OtherSum)] : [];
        All = [.. RowSums, .. ColumnIdentities, .. OutcomeSums, .. OtherSums, .. DisputeSums];
    }

    /// <summary>The tie-outs of a report.</summary>
    public static TieOuts Of(AnnualReport report)
    {
        if (!report.HasSingleOtherRow) return ThreeRows;
        return OtherRows.Any(row => report.Cells.ContainsKey(CellKey.Request(row, CellKey.Total))) ? BothWays : SingleRow;
    }

    /// <summary>每行：六类申请人之和等于总计.</summary>
    public IReadOnlyList<Equation> RowSums { get; }

    /// <summary>每列：第一项加第二项之和，等于第三项加第四项之和.</summary>
    public IReadOnlyList<Equation> ColumnIdentities { get; } = [.. CellKey.RequestColumns.Select(ColumnIdentity)];

    /// <summary>每列：（一）至（六）各行之和等于（七）总计.</summary>
    public IReadOnlyList<Equation> OutcomeSums { get; }

    /// <summary>（六）其他处理：分项之和等于合计行，两者都印出时.</summary>
    public IReadOnlyList<Equation> OtherSums { get; }

    /// <summary>表四三组：四种结果之和等于总计.</summary>
    public IReadOnlyList<Equation> DisputeSums { get; } = [.. EnumCode<DisputeRoute>.All.Select(DisputeSum)];

    /// <summary>All of them.</summary>
    public IReadOnlyList<Equation> All { get; }

    private static IEnumerable<string> Rows(bool single, bool three) =>
    [
        RequestRow.Received, RequestRow.CarriedIn, .. RowsBeforeOther, .. three ? OtherRows : [], .. single ? [RequestRow.OtherSingle] : (string[])[],
        RequestRow.Closed, RequestRow.CarriedOver,
    ];

    private static Equation RowSum(string row) => new(
        "requests.row-sum", [CellKey.Request(row, CellKey.Total)], [.. Applicants.Select(column => CellKey.Request(row, column))],
        CellKey.Request(row, CellKey.Total), "六类申请人之和");

    private static Equation ColumnIdentity(string column) => new(
        "requests.column-identity",
        [CellKey.Request(RequestRow.Closed, column), CellKey.Request(RequestRow.CarriedOver, column)],
        [CellKey.Request(RequestRow.Received, column), CellKey.Request(RequestRow.CarriedIn, column)],
        CellKey.Request(RequestRow.Closed, column), "本年新收＋上年结转＝办理总计＋结转下年度");

    private static Equation OutcomeSum(string column, IEnumerable<string> others) => new(
        "requests.outcome-sum", [CellKey.Request(RequestRow.Closed, column)], [.. RowsBeforeOther.Concat(others).Select(row => CellKey.Request(row, column))],
        CellKey.Request(RequestRow.Closed, column), "（一）至（六）之和");

    private static Equation OtherSum(string column) => new(
        "requests.other-sum", [CellKey.Request(RequestRow.OtherSingle, column)], [.. OtherRows.Select(row => CellKey.Request(row, column))],
        CellKey.Request(RequestRow.OtherSingle, column), "（六）其他处理各分项之和");

    private static Equation DisputeSum(string group) => new(
        "disputes.sum", [CellKey.Dispute(group, CellKey.Total)],
        [.. CellKey.DisputeColumns.Where(column => column != CellKey.Total).Select(column => CellKey.Dispute(group, column))],
        CellKey.Dispute(group, CellKey.Total), "结果维持、结果纠正、其他结果、尚未审结之和");
}
