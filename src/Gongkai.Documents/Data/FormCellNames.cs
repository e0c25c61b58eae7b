using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Data;

/// <summary>Names each number of a form's grid by the labels that head it, nearest first: （七）总计 · 自然人.</summary>
internal static class FormCellNames
{
    /// <summary>Walks the grid with its spans and joins, for each number, its row label and its column label.</summary>
    public static IReadOnlyList<FormCellName> Of(IReadOnlyList<IReadOnlyList<FormCell>> rows, int columns)
    {
        var covered = new int[columns];
        var columnLabel = new string[columns];
        var group = new string[columns];
        var rowLabels = new (string Label, int Until)[columns];
        List<FormCellName> names = [];
        for (var y = 0; y < rows.Count; y++)
        {
            var x = 0;
            foreach (var cell in rows[y])
            {
                while (covered[x] > y) x++;
                for (var i = x; i < x + cell.ColumnSpan; i++)
                {
                    covered[i] = y + cell.RowSpan;
                    if (cell.Heads == FormHeading.Column)
                    {
                        if (cell.ColumnSpan == 5) group[i] = cell.Label;
                        columnLabel[i] = cell.Label;
                    }
                }
                if (cell.Heads == FormHeading.Row) rowLabels[x] = (cell.Label, y + cell.RowSpan);
                if (cell.Key is { } key) names.Add(new FormCellName(key, Join(key, y, x, rowLabels, columnLabel[x], group[x])));
                x += cell.ColumnSpan;
            }
        }
        return names;
    }

    private static string Join(CellKey key, int y, int x, (string Label, int Until)[] rowLabels, string column, string? group) => key.Table switch
    {
        "disputes" => $"{group} · {column}",
        // The outermost label 三、本年度办理结果 says nothing that the inner ones do not.
        _ => string.Join(" ", rowLabels[..x].Where(row => row.Until > y && row.Label != "三、本年度办理结果").Select(row => row.Label)) + " · " + column,
    };
}
