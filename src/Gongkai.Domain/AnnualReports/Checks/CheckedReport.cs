using System.Globalization;

namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>A report under check (被检年报) with what its rules need to know besides.</summary>
/// <param name="Report">The report.</param>
/// <param name="Form">The form it was printed on.</param>
/// <param name="Words">Phrases and names that the rules about words look for.</param>
/// <param name="Residue">What the reader of the document found left lying in it.</param>
/// <param name="Previous">The same agency's report of the year before, or null.</param>
public sealed record CheckedReport(
    AnnualReport Report, ReportForm Form, CheckWords Words, IReadOnlyList<Residue> Residue, AnnualReport? Previous = null)
{
    private readonly Lazy<Dictionary<CellKey, int>> _suspicion = new(() => TieOuts.All(Report)
        .Where(equation => equation.BalanceIn(Report) is { Holds: false })
        .SelectMany(equation => equation.Cells)
        .GroupBy(cell => cell)
        .ToDictionary(cells => cells.Key, cells => cells.Count()));

    /// <summary>What the agency is, by its name.</summary>
    public ReportingBody Body => Words.BodyOf(Report.Agency);

    /// <summary>Number of broken tie-outs a cell takes part in. The cell that breaks two is the one to look at first.</summary>
    public int SuspicionOf(CellKey cell) => _suspicion.Value.GetValueOrDefault(cell);

    /// <summary>What people call a cell: 表三 （七）总计 · 自然人.</summary>
    public string NameOf(CellKey cell)
    {
        // （六）其他处理 as a single row is no row of the 2021 form, but is printed in it now and then.
        if (cell.Table == "requests" && cell.Row == RequestRow.OtherSingle)
        {
            var closed = Form.LabelOf(CellKey.Request(RequestRow.Closed, cell.Column));
            return closed.Replace("（七）总计", "（六）其他处理", StringComparison.Ordinal);
        }
        return Form.LabelOf(cell);
    }

    /// <summary>
    /// True when a body named in the words (我局, 全市, 市政府办公厅) is the reporting agency itself. 全市 is a city's own, but not its
    /// bureau's.
    /// </summary>
    public bool IsOwn(string body)
    {
        if (body.Length > 1 && body[0] is '我' or '本' or '全')
            return body[1] is not ('省' or '市' or '县' or '区' or '旗' or '州') || Body is not (ReportingBody.Department or ReportingBody.Township);
        return Report.Agency is { } agency && body.Length > 2 && Short(agency).Contains(Short(body), StringComparison.Ordinal);

        static string Short(string name) => Prose.Squeeze(name).Replace("人民", "", StringComparison.Ordinal);
    }

    /// <summary>Where a cell stands and what is printed there.</summary>
    public Evidence? EvidenceOf(CellKey cell) =>
        Report.Cells.TryGetValue(cell, out var found) && found.Where is { } where ? new Evidence(where, found.Printed ?? "") : null;

    /// <summary>A number as people write it.</summary>
    public static string Write(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);
}

/// <summary>Something left lying in a document (残留), outside the text of its sections too: in a table, in a comment.</summary>
/// <param name="What">What it is, in Chinese: 书签标记.</param>
/// <param name="Place">Where, and the words themselves.</param>
public sealed record Residue(string What, Evidence Place);
