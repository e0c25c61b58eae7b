using Gongkai.Domain.Requests;

namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>Fills section three (收到和处理政府信息公开申请情况): 25 rows, or 23 in the 2019 form, by seven columns.</summary>
internal static class SectionThree
{
    private static readonly IReadOnlyList<string> Applicants = [.. EnumCode<ApplicantKind>.All];

    /// <summary>Fills the section's cells.</summary>
    [Law("国办公开办函〔2021〕30号")]
    [Law("国办公开办函〔2019〕60号")]
    public static void Fill(ReportDraft draft, Books books)
    {
        var results = Results(draft.Form);
        var table = new CaseTable(
            "requests", (line, column) => CellKey.Request(line, Applicants[column]),
            RequestRow.Received, RequestRow.CarriedIn, RequestRow.CarriedOver, results,
            new CaseWords("申请", "办结", "received", "closed"));
        CaseTableFold.Fill(draft, table, books.Requests, books.RequestsOpened, books.Returns);

        foreach (var column in Applicants)
            draft.Derive(CellKey.Request(RequestRow.Closed, column), [.. results.Select(line => CellKey.Request(line.Key, column))]);
        foreach (var row in results.Select(line => line.Key).Concat([RequestRow.Received, RequestRow.CarriedIn, RequestRow.Closed, RequestRow.CarriedOver]))
            draft.Derive(CellKey.Request(row, CellKey.Total), [.. Applicants.Select(column => CellKey.Request(row, column))]);
    }

    // The 2019 form has no 1 to 3 under （六）其他处理: all three results count in its one row.
    private static List<ResultLine> Results(ReportForm form)
    {
        var single = form.Cells.Contains(CellKey.Request(RequestRow.OtherSingle, CellKey.Total));
        return
        [
            .. Enum.GetValues<OutcomeRow>()
                .GroupBy(row => single && row >= OutcomeRow.OtherClarificationLapsed ? RequestRow.OtherSingle : OutcomeRowKey.Of(row))
                .Select(line => new ResultLine(line.Key, [.. line.Select(row => (int)row)])),
        ];
    }
}
