using System.Text.Json;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Data;

/// <summary>The official forms of the annual report (年报格式), from <c>data/forms/</c>.</summary>
public static class BuiltInForms
{
    /// <summary>The form in force, 国办公开办函〔2021〕30号.</summary>
    public static ReportForm Form2021 { get; } = Load("forms/2021.json");

    /// <summary>The form before it, 国办公开办函〔2019〕60号, still met in later years.</summary>
    public static ReportForm Form2019 { get; } = Load("forms/2019.json");

    /// <summary>Both, the one in force first.</summary>
    public static IReadOnlyList<ReportForm> All { get; } = [Form2021, Form2019];

    /// <summary>The form with this code, <c>2021</c> or <c>2019</c>.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ReportForm WithCode(string code) =>
        All.FirstOrDefault(form => form.Code == code) ?? throw new ArgumentException($"No form '{code}'.", nameof(code));

    private static ReportForm Load(string path)
    {
        using var stream = BuiltInData.Open(path);
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return new ReportForm(
            root.GetProperty("code").GetString()!,
            root.GetProperty("source").GetString()!,
            [.. root.GetProperty("sections").EnumerateArray().Select((title, index) => new FormSection(index + 1, title.GetString()!))],
            [.. root.GetProperty("tables").EnumerateArray().Select(ReadTable)]);
    }

    private static FormTable ReadTable(JsonElement table)
    {
        var id = table.GetProperty("id").GetString()!;
        var columns = table.GetProperty("columns").GetInt32();
        List<IReadOnlyList<FormCell>> rows =
            [.. table.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().SelectMany(cell => ReadCell(id, cell)).ToList())];
        return new FormTable(
            id, table.GetProperty("section").GetInt32(), table.GetProperty("shortTitle").GetString()!, columns, rows, FormCellNames.Of(rows, columns));
    }

    private static IEnumerable<FormCell> ReadCell(string table, JsonElement cell)
    {
        // {"row": "granted"} stands for the row's run of numbers: seven in section three, five in section four.
        if (cell.TryGetProperty("row", out var row))
        {
            return (table == "requests" ? CellKey.RequestColumns : CellKey.DisputeColumns)
                .Select(column => new FormCell("", new CellKey($"{table}.{row.GetString()}.{column}"), 1, 1, FormHeading.None));
        }
        var columnSpan = cell.TryGetProperty("columns", out var columns) ? columns.GetInt32() : 1;
        if (cell.TryGetProperty("cell", out var key)) return [new FormCell("", new CellKey(key.GetString()!), columnSpan, 1, FormHeading.None)];
        return
        [
            new FormCell(
                cell.GetProperty("label").GetString()!, null, columnSpan,
                cell.TryGetProperty("rows", out var rows) ? rows.GetInt32() : 1,
                cell.TryGetProperty("heads", out var heads) && heads.GetString() == "row" ? FormHeading.Row : FormHeading.Column),
        ];
    }
}
