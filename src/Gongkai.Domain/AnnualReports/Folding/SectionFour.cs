using Gongkai.Domain.Disputes;

namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>Fills section four (行政复议、行政诉讼情况): three groups of five columns.</summary>
internal static class SectionFour
{
    private static readonly IReadOnlyList<string> Routes = [.. EnumCode<DisputeRoute>.All];

    private static readonly IReadOnlyList<ResultLine> Results =
        [.. Enum.GetValues<DisputeResult>().Select(result => new ResultLine(EnumCode<DisputeResult>.Of(result), [(int)result]))];

    /// <summary>Fills the section's cells.</summary>
    [Law("国办公开办函〔2021〕30号")]
    public static void Fill(ReportDraft draft, Books books)
    {
        var table = new CaseTable(
            "disputes", (column, group) => CellKey.Dispute(Routes[group], column),
            Begun: null, CarriedIn: null, CellKey.Pending, Results,
            new CaseWords("复议、诉讼案件", "审结", "filed", "concluded"));
        CaseTableFold.Fill(draft, table, books.Disputes, books.DisputesOpened, books.Returns);

        foreach (var group in Routes)
            draft.Derive(CellKey.Dispute(group, CellKey.Total),
                [.. Results.Select(line => CellKey.Dispute(group, line.Key)), CellKey.Dispute(group, CellKey.Pending)]);
    }
}
