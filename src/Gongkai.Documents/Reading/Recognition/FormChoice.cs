using Gongkai.Documents.Data;
using Gongkai.Documents.Reading.Model;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Reading.Recognition;

/// <summary>Chooses the form by the labels that are printed, never by the year: tables of 2019 are met in reports of 2021 and 2022.</summary>
internal static class FormChoice
{
    private static readonly HashSet<string> Of2021 = ["issued", "repealed", "inForce", "amountWanYuan"];
    private static readonly HashSet<string> Of2019 = ["made", "newlyPublic", "totalPublic", "previous", "change", "count", "amount"];

    /// <summary>The form; where section two says nothing, a single row （六）其他处理 in section three is the mark of 2019.</summary>
    public static ReportForm Of(IEnumerable<Grid> grids)
    {
        int newer = 0, older = 0;
        bool single = false, split = false;
        foreach (var cell in grids.SelectMany(grid => grid.Cells).Where(cell => cell.Label.Han.Length > 0))
        {
            if (ProactiveTable.ColumnOf(cell) is { } column)
            {
                if (Of2021.Contains(column)) newer++;
                else if (Of2019.Contains(column)) older++;
            }
            var label = cell.Label;
            var row = LabelBook.Requests.Exact(label.Han);
            single |= row == "other" && label.Han.EndsWith("处理", StringComparison.Ordinal);
            split |= row is "other.clarificationLapsed" or "other.feeLapsed";
        }
        var isOlder = newer + older > 0 ? older > newer : single && !split;
        return isOlder ? BuiltInForms.Form2019 : BuiltInForms.Form2021;
    }
}
