using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Documents.Data;
using Gongkai.Domain;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Json;

/// <summary>
/// The JSON of an annual report (年报数据), <c>gongkai.annual-report/1</c>. What is printed stands in the three tables, null for what is not;
/// what is known besides stands beside it in <c>resolved</c>, <c>cells</c> and <c>sections</c>. More keys may follow, none goes away.
/// </summary>
public static class AnnualReportJson
{
    /// <summary>Columns of <c>requests</c> and <c>disputes</c> are arrays in this order.</summary>
    internal static IReadOnlyList<string> ColumnsOf(string table) => table == "requests" ? CellKey.RequestColumns : CellKey.DisputeColumns;

    /// <summary>Cells whose value is written as text: amounts keep their printed digits, and their unit where one is printed.</summary>
    internal static readonly CellKey Fees = CellKey.Proactive("feesWanYuan");

    /// <summary>采购总金额 of the 2019 form, the whole printed text.</summary>
    internal static readonly CellKey ProcurementAmount = CellKey.Proactive("procurement.amount");

    /// <summary>The report as an object to which more keys can be added.</summary>
    public static JsonObject ToJson(AnnualReport report)
    {
        List<CellKey> keys = [.. InOrder(report)];
        var json = new JsonObject
        {
            ["schema"] = AnnualReport.Schema,
            ["agency"] = report.Agency,
            ["year"] = report.Year,
            ["form"] = report.Form,
            ["proactive"] = Proactive(report, keys.Where(key => key.Table == "proactive")),
            ["requests"] = Rows(report, "requests", keys),
            ["disputes"] = Rows(report, "disputes", keys),
        };
        var cells = keys.Select(key => report.Cells[key]).ToList();
        if (cells.Any(cell => cell.Resolved is not null)) json["resolved"] = Resolved(cells);
        if (cells.Any(HasEvidence)) json["cells"] = Evidence(cells);
        if (report.Sections.Count > 0) json["sections"] = Sections(report);
        return json;
    }

    /// <summary>The report as readable text, a row to a line.</summary>
    public static string Write(AnnualReport report) => ReadableJson.Write(ToJson(report));

    /// <summary>Reads the JSON back.</summary>
    /// <param name="utf8">The bytes, with or without a byte order mark.</param>
    /// <returns>The report, or a refusal that says which part is not as it should be.</returns>
    public static Outcome<AnnualReport> Read(ReadOnlyMemory<byte> utf8) => AnnualReportJsonReader.Read(utf8);

    /// <summary>The keys of a report in the order of its form; （六）其他处理 as a single row, and cells the form does not know, at their table's end.</summary>
    private static IEnumerable<CellKey> InOrder(AnnualReport report)
    {
        var form = BuiltInForms.WithCode(report.Form);
        var order = form.Cells.Select((key, index) => (key, index)).ToDictionary(pair => pair.key, pair => pair.index);
        var single = order[CellKey.Request(RequestRow.Closed, CellKey.RequestColumns[0])];
        return report.Cells.Keys
            .OrderBy(key => order.TryGetValue(key, out var index) ? index : key.Table == "requests" ? single - 1 : int.MaxValue)
            .ThenBy(key => key.Value, StringComparer.Ordinal);
    }

    private static JsonObject Proactive(AnnualReport report, IEnumerable<CellKey> keys)
    {
        var table = new JsonObject();
        foreach (var key in keys)
        {
            var path = key.Value["proactive.".Length..].Split('.');
            var row = table;
            foreach (var name in path[..^1])
            {
                if (row[name] is not JsonObject next) row[name] = next = [];
                row = next;
            }
            row[path[^1]] = ValueOf(report.Cells[key]);
        }
        return table;
    }

    private static JsonObject Rows(AnnualReport report, string table, List<CellKey> keys)
    {
        var rows = new JsonObject();
        foreach (var row in keys.Where(key => key.Table == table).Select(key => key.Row).Distinct())
        {
            rows[row] = new JsonArray(
                [.. ColumnsOf(table).Select(column => report.Cells.TryGetValue(new CellKey($"{table}.{row}.{column}"), out var cell) ? ValueOf(cell) : null)]);
        }
        return rows;
    }

    private static JsonNode? ValueOf(ReportCell cell)
    {
        if (cell.Key == ProcurementAmount) return cell.State == CellState.Printed ? cell.Printed : null;
        if (cell.Value is not { } value) return null;
        if (cell.Key != Fees) return Count(value);
        return cell.Printed is { } printed && decimal.TryParse(printed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? printed
            : value.ToString(CultureInfo.InvariantCulture);
    }

    private static JsonValue Count(decimal value) =>
        value == decimal.Truncate(value) && Math.Abs(value) <= long.MaxValue ? JsonValue.Create((long)value) : JsonValue.Create(value);

    private static JsonObject Resolved(IEnumerable<ReportCell> cells)
    {
        var resolved = new JsonObject();
        foreach (var cell in cells)
        {
            if (cell.Resolved is { } value) resolved[cell.Key.Value] = new JsonObject { ["value"] = Count(value.Value), ["why"] = value.Why };
        }
        return resolved;
    }

    private static JsonObject Evidence(IEnumerable<ReportCell> cells)
    {
        var evidence = new JsonObject();
        foreach (var cell in cells.Where(HasEvidence))
        {
            var entry = new JsonObject { ["state"] = EnumCode<CellState>.Of(cell.State) };
            if (cell.Printed is not null) entry["printed"] = cell.Printed;
            if (cell.Where is not null) entry["where"] = cell.Where;
            if (cell.Candidates.Count > 0) entry["candidates"] = new JsonArray([.. cell.Candidates.Select(candidate => (JsonNode)Count(candidate))]);
            evidence[cell.Key.Value] = entry;
        }
        return evidence;
    }

    /// <summary>A number that was never in a document, and nothing more is known of, needs no entry.</summary>
    private static bool HasEvidence(ReportCell cell) => cell.State != CellState.Printed || cell.Where is not null;

    private static JsonArray Sections(AnnualReport report) => new(
        [.. report.Sections.Select(section => new JsonObject { ["number"] = section.Number, ["title"] = section.Title, ["text"] = section.Text })]);
}
