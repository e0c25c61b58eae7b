using Gongkai.Domain.Disputes;
using Gongkai.Domain.Requests;

namespace Gongkai.Domain.AnnualReports;

/// <summary>
/// Opening figures proposed from last year's published report (期初数建议). An officer names the open requests and pending disputes one by
/// one and confirms; nothing is recorded before that.
/// </summary>
/// <param name="FirstDay">First day of the books, 1 January: the effective day of every act proposed here.</param>
/// <param name="Books">The act that opens the books.</param>
/// <param name="Requests">An act for each open request, column by column.</param>
/// <param name="Disputes">An act for each pending dispute, group by group.</param>
public sealed record OpeningProposal(
    DateOnly FirstDay, BooksOpened Books, IReadOnlyList<RequestBroughtForward> Requests, IReadOnlyList<DisputeBroughtForward> Disputes);

/// <summary>Opens the books of an agency that did not begin in year 0 (建账).</summary>
public static class Opening
{
    // More open cases than any agency of the country reports: beyond it the number is a misreading, not work to bring forward.
    private const decimal MostCases = 100_000;

    private static readonly string[] InstrumentRows = ["regulations", "normativeDocuments"];

    /// <summary>Proposes the opening of the books from a report that was read.</summary>
    /// <param name="lastYear">The report of the year before.</param>
    /// <param name="year">First year of the books.</param>
    /// <param name="source">Hash of the file it was read from, or null.</param>
    /// <returns>The proposal, or the cell that stands in its way.</returns>
    public static Outcome<OpeningProposal> Propose(AnnualReport lastYear, int year, string? source)
    {
        if (year is < 2 or > 9999) return new Refusal("opening.year", $"{year} 不是可以建账的年度。");
        if (lastYear.Year is { } printed && printed != year - 1)
            return new Refusal("opening.wrong-year", $"{year} 年建账要用 {year - 1} 年度的年报，这份是 {printed} 年度的。");
        var needed = new NeededCells(lastYear);
        List<RequestBroughtForward> requests = [];
        foreach (var applicant in Enum.GetValues<ApplicantKind>())
        {
            var open = needed.Count(CellKey.Request(RequestRow.CarriedOver, EnumCode<ApplicantKind>.Of(applicant)));
            requests.AddRange(Enumerable.Repeat(new RequestBroughtForward(applicant), open));
        }
        List<DisputeBroughtForward> disputes = [];
        foreach (var route in Enum.GetValues<DisputeRoute>())
        {
            var pending = needed.Count(CellKey.Dispute(EnumCode<DisputeRoute>.Of(route), CellKey.Pending));
            disputes.AddRange(Enumerable.Repeat(new DisputeBroughtForward(route), pending));
        }
        // The 2019 form does not ask what is in force: those rows stay 未建账.
        var inForce = InstrumentRows.Select(row => (Row: row, Cell: CellKey.Proactive(row + ".inForce")))
            .Where(row => lastYear.Form != "2019")
            .ToDictionary(row => row.Row, row => (long)needed.Count(row.Cell));
        if (needed.Refusal is { } refusal) return refusal;
        return new OpeningProposal(new DateOnly(year, 1, 1), new BooksOpened(inForce, true, true, source), requests, disputes);
    }

    /// <summary>Reads counts out of a report and keeps the first reason why one cannot be used.</summary>
    private sealed class NeededCells(AnnualReport report)
    {
        public Refusal? Refusal { get; private set; }

        public int Count(CellKey key)
        {
            var cell = report.Cells.GetValueOrDefault(key);
            var value = cell?.Value ?? cell?.Resolved?.Value;
            if (value is >= 0 and <= MostCases && decimal.IsInteger(value.Value)) return (int)value.Value;
            Refusal ??= new Refusal("opening.cell-not-usable",
                $"不能据此建账：{Where(key, cell)}{Reason(cell, value)}。请核对原件后改用填写清楚的年报，或由经办人直接填写期初数。");
            return 0;
        }

        private static string Where(CellKey key, ReportCell? cell) => cell?.Where is { } where ? $"{key}（{where}）" : key.Value;

        private static string Reason(ReportCell? cell, decimal? value) => (cell?.State, value) switch
        {
            (_, not null) => $"的数字 {value} 不是可用的件数",
            (CellState.Blank, _) => "是空白，也推不出应填的数",
            (CellState.Ambiguous, _) => "有几种读法，无法确定",
            (CellState.Unreadable, _) => "无法辨认",
            _ => "在报告中没有",
        };
    }
}
