using Gongkai.Domain.Disputes;
using Gongkai.Domain.Requests;

namespace Gongkai.Domain.AnnualReports;

/// <summary>
/// Names one cell of the annual report (单元格), as in <c>gongkai.annual-report/1</c>: <c>requests.closed.naturalPerson</c>,
/// <c>disputes.reconsideration.total</c>, <c>proactive.feesWanYuan</c>.
/// </summary>
/// <param name="Value">The dotted name.</param>
public readonly record struct CellKey(string Value)
{
    // A key is spelled once and looked up in every report: its hash is worked out when it is spelled.
    private readonly int _hash = Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The dotted name.</summary>
    public string Value { get; } = Value;

    /// <summary>The six applicant columns and the total (总计), in the form's order.</summary>
    public static IReadOnlyList<string> RequestColumns { get; } = [.. EnumCode<ApplicantKind>.All, Total];

    /// <summary>The five result columns of a dispute group, in the form's order.</summary>
    public static IReadOnlyList<string> DisputeColumns { get; } = [.. EnumCode<DisputeResult>.All, Pending, Total];

    /// <summary>The column 总计.</summary>
    public const string Total = "total";

    /// <summary>The column 尚未审结.</summary>
    public const string Pending = "pending";

    /// <summary>The total of （六）其他处理 as a single row: where it is printed, that row is printed so.</summary>
    public static CellKey SingleOther { get; } = Request(RequestRow.OtherSingle, Total);

    /// <summary>A cell of section three.</summary>
    /// <param name="row">Row key, e.g. <c>refused.stateSecret</c>.</param>
    /// <param name="column">One of <see cref="RequestColumns"/>.</param>
    public static CellKey Request(string row, string column) => new($"requests.{row}.{column}");

    /// <summary>A cell of section four.</summary>
    public static CellKey Dispute(string group, string column) => new($"disputes.{group}.{column}");

    /// <summary>A cell of section two.</summary>
    public static CellKey Proactive(string path) => new($"proactive.{path}");

    /// <summary>The table the cell is in: <c>proactive</c>, <c>requests</c> or <c>disputes</c>.</summary>
    public string Table => Value[..Value.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>True for a cell of this table.</summary>
    public bool IsIn(string table) => Value.Length > table.Length && Value[table.Length] == '.' && Value.StartsWith(table, StringComparison.Ordinal);

    /// <summary>The part between table and column; for a cell of one level the whole name after the table.</summary>
    public string Row
    {
        get
        {
            var rest = Value[(Table.Length + 1)..];
            var dot = rest.LastIndexOf('.');
            return dot < 0 ? rest : rest[..dot];
        }
    }

    /// <summary>The last part.</summary>
    public string Column => Value[(Value.LastIndexOf('.') + 1)..];

    /// <inheritdoc/>
    public bool Equals(CellKey other) => Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Row keys of section three that are no outcome (行代码).</summary>
public static class RequestRow
{
    /// <summary>一、本年新收.</summary>
    public const string Received = "received";

    /// <summary>二、上年结转.</summary>
    public const string CarriedIn = "carriedIn";

    /// <summary>（七）总计.</summary>
    public const string Closed = "closed";

    /// <summary>四、结转下年度继续办理.</summary>
    public const string CarriedOver = "carriedOver";

    /// <summary>（六）其他处理 where it is printed as a single row: the 2019 form, and some reports of later years.</summary>
    public const string OtherSingle = "other";
}
