using Gongkai.Domain.Requests;

namespace Gongkai.Domain.AnnualReports.Comparison;

/// <summary>What differs between two annual reports (年报比对): of two years, or two versions of one.</summary>
/// <param name="Cells">The cells whose numbers differ, in the order of the newer report.</param>
/// <param name="Sections">The sections that either has, by number, with how alike they are.</param>
public sealed record ReportComparison(IReadOnlyList<CellChange> Cells, IReadOnlyList<SectionChange> Sections)
{
    private static readonly string[] OtherRows =
        [.. Enum.GetValues<OutcomeRow>().Select(OutcomeRowKey.Of).Where(row => row.StartsWith("other.", StringComparison.Ordinal))];

    /// <summary>
    /// Compares two reports. Reports on different forms are compared in the cells that mean the same in both; （六）其他处理 printed as one
    /// row is compared with the sum of its three rows.
    /// </summary>
    public static ReportComparison Of(AnnualReport older, AnnualReport newer)
    {
        var sameForm = older.Form == newer.Form && older.HasSingleOtherRow == newer.HasSingleOtherRow;
        var keys = newer.Cells.Keys.Concat(sameForm ? older.Cells.Keys.Except(newer.Cells.Keys) : SingleOtherRow(older, newer)).Distinct();
        var changes = from key in keys
                      where sameForm || (Has(older, key) && Has(newer, key))
                      let change = new CellChange(key, ValueIn(older, key), ValueIn(newer, key))
                      where change.Older != change.Newer
                      select change;
        return new ReportComparison([.. changes], [.. CompareSections(older, newer)]);
    }

    private static IEnumerable<CellKey> SingleOtherRow(AnnualReport older, AnnualReport newer) =>
        older.HasSingleOtherRow || newer.HasSingleOtherRow ? CellKey.RequestColumns.Select(column => CellKey.Request(RequestRow.OtherSingle, column)) : [];

    private static bool Has(AnnualReport report, CellKey key) =>
        report.Cells.ContainsKey(key) || (key.Table == "requests" && key.Row == RequestRow.OtherSingle);

    private static decimal? ValueIn(AnnualReport report, CellKey key)
    {
        if (report.Cells.ContainsKey(key) || key.Table != "requests" || key.Row != RequestRow.OtherSingle) return report[key];
        var parts = OtherRows.Select(row => report[CellKey.Request(row, key.Column)]).ToList();
        return parts.All(part => part is null) ? null : parts.Sum(part => part ?? 0);
    }

    private static IEnumerable<SectionChange> CompareSections(AnnualReport older, AnnualReport newer) =>
        from number in older.Sections.Concat(newer.Sections).Select(section => section.Number).Where(number => number > 0).Distinct().Order()
        let before = older.Sections.FirstOrDefault(section => section.Number == number)
        let after = newer.Sections.FirstOrDefault(section => section.Number == number)
        select new SectionChange(
            number, (after ?? before)!.Title, before is null || after is null ? null : TextSimilarity.Of(before.Text, after.Text));
}

/// <summary>A number that changed (数据变化).</summary>
/// <param name="Key">Which cell.</param>
/// <param name="Older">The number in the older report, or null where it has none.</param>
/// <param name="Newer">The number in the newer report, or null where it has none.</param>
public sealed record CellChange(CellKey Key, decimal? Older, decimal? Newer)
{
    /// <summary>Newer minus older, or null where one has no number.</summary>
    public decimal? Difference => Newer - Older;
}

/// <summary>How alike a section is in both reports (文字重复率).</summary>
/// <param name="Number">Number of the section, 1 to 6.</param>
/// <param name="Title">Its title, of the newer report where it has one.</param>
/// <param name="Similarity">0 to 1 as <see cref="TextSimilarity"/> defines it, or null where only one report has the section.</param>
public sealed record SectionChange(int Number, string Title, decimal? Similarity);
