using Gongkai.Documents.Data;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.Requests;

namespace Gongkai.App.Imports;

/// <summary>The names by which an import file may call cells, whole tables and rows of the report: keys, and the form's own labels.</summary>
internal static class CellWords
{
    private static readonly ReportForm Form = BuiltInForms.Form2021;

    private static readonly Dictionary<string, IReadOnlyList<CellKey>> Cells = NameCells();

    private static readonly Dictionary<string, OutcomeRow> Outcomes = NameOutcomes();

    private static readonly Dictionary<string, OpeningFigure> Openings = new(StringComparer.Ordinal)
    {
        ["规章现行有效件数"] = OpeningFigure.RegulationsInForce,
        ["proactive.regulations.inForce"] = OpeningFigure.RegulationsInForce,
        ["行政规范性文件现行有效件数"] = OpeningFigure.NormativeDocumentsInForce,
        ["proactive.normativeDocuments.inForce"] = OpeningFigure.NormativeDocumentsInForce,
        ["上年结转申请"] = OpeningFigure.OpenRequests,
        ["requests.carriedIn"] = OpeningFigure.OpenRequests,
        ["尚未审结复议诉讼"] = OpeningFigure.PendingDisputes,
        ["disputes.pending"] = OpeningFigure.PendingDisputes,
    };

    /// <summary>The cells of a name, or none when it is no name.</summary>
    public static IReadOnlyList<CellKey> FindCells(string name) => Cells.TryGetValue(Plain(name), out var cells) ? cells : [];

    /// <summary>The outcome row of a name.</summary>
    public static bool TryFindOutcome(string name, out OutcomeRow row) =>
        OutcomeRowKey.TryParse(name, out row) || Outcomes.TryGetValue(Plain(name), out row);

    /// <summary>The rows as a list to choose from, in the order of the form and in its own words.</summary>
    public static IReadOnlyList<string> OutcomeChoices { get; } =
    [
        .. Form.Tables.Single(table => table.Id == "requests").Cells
            .Where(cell => OutcomeRowKey.TryParse(cell.Key.Row, out _)).Select(cell => cell.Label.Split('·')[0].Trim()).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The opening figure of a name.</summary>
    public static bool TryFindOpening(string name, out OpeningFigure figure) => Openings.TryGetValue(Plain(name), out figure);

    private static Dictionary<string, IReadOnlyList<CellKey>> NameCells()
    {
        var names = new Dictionary<string, IReadOnlyList<CellKey>>(StringComparer.Ordinal);
        foreach (var table in Form.Tables)
        {
            IReadOnlyList<CellKey> all = [.. table.Cells.Select(cell => cell.Key)];
            names[$"{table.Id}.*"] = all;
            names[$"{table.ShortTitle}全部"] = all;
            foreach (var cell in table.Cells)
            {
                names[cell.Key.Value] = [cell.Key];
                names.TryAdd(Plain(cell.Label), [cell.Key]);
            }
            // A row with a single number may be called by its row: 行政许可.
            foreach (var row in table.Cells.GroupBy(cell => cell.Label.Split('·')[0].Trim()).Where(row => row.Count() == 1))
                names.TryAdd(Plain(row.Key), [row.First().Key]);
        }
        return names;
    }

    private static Dictionary<string, OutcomeRow> NameOutcomes()
    {
        var names = new Dictionary<string, OutcomeRow>(StringComparer.Ordinal);
        foreach (var cell in Form.Tables.Single(table => table.Id == "requests").Cells)
        {
            if (!OutcomeRowKey.TryParse(cell.Key.Row, out var row)) continue;
            var label = cell.Label.Split('·')[0].Trim();
            var last = label.Split(' ')[^1];
            foreach (var name in (string[])[label, last, last.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.'), AfterBracket(last)])
                names.TryAdd(Plain(name), row);
        }
        return names;
    }

    /// <summary>（一）予以公开 → 予以公开; （二）部分公开（区分处理的…） → 部分公开.</summary>
    private static string AfterBracket(string label)
    {
        var from = label.StartsWith('（') ? label.IndexOf('）', StringComparison.Ordinal) + 1 : 0;
        var to = label.IndexOf('（', from);
        return to < 0 ? label[from..] : label[from..to];
    }

    private static string Plain(string name) =>
        name.Replace(" ", "", StringComparison.Ordinal).Replace('(', '（').Replace(')', '）').Replace('．', '.').Trim();
}
