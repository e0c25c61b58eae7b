using Gongkai.Documents.Data;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Reading.Recognition;

/// <summary>Names the place of a cell as people find it: <c>table 2 row 24</c>, counting the rows that hold numbers.</summary>
internal static class CellPlaces
{
    private static readonly Dictionary<CellKey, string> Of2021 = Number(BuiltInForms.Form2021);
    private static readonly Dictionary<CellKey, string> Of2019 = Number(BuiltInForms.Form2019);

    /// <summary>The place; where （六）其他处理 is a single row, section three is counted as in the form of 2019.</summary>
    public static string? Of(CellKey key, ReportForm form, bool hasSingleOther)
    {
        var isOlder = key.Value.StartsWith("requests.", StringComparison.Ordinal) ? hasSingleOther : form.Code == "2019";
        return (isOlder ? Of2019 : Of2021).GetValueOrDefault(key);
    }

    private static Dictionary<CellKey, string> Number(ReportForm form)
    {
        Dictionary<CellKey, string> places = [];
        for (var i = 0; i < form.Tables.Count; i++)
        {
            var row = 0;
            foreach (var cells in form.Tables[i].Rows.Where(cells => cells.Any(cell => cell.Key is not null)))
            {
                row++;
                foreach (var cell in cells.Where(cell => cell.Key is not null)) places.Add(cell.Key!.Value, $"table {i + 1} row {row}");
            }
        }
        return places;
    }
}
