using System.Globalization;
using System.Text.Json;
using Gongkai.Documents.Data;
using Gongkai.Domain;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Json;

/// <summary>Reads <c>gongkai.annual-report/1</c> (读取年报数据). Keys it does not know are left alone: more may follow.</summary>
internal sealed class AnnualReportJsonReader
{
    private readonly Dictionary<CellKey, ReportCell> _cells = [];
    private readonly JsonElement _evidence;
    private readonly JsonElement _resolved;

    private AnnualReportJsonReader(JsonElement root)
    {
        _evidence = root.TryGetProperty("cells", out var cells) ? cells : default;
        _resolved = root.TryGetProperty("resolved", out var resolved) ? resolved : default;
    }

    public static Outcome<AnnualReport> Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("schema", out var schema) || !schema.ValueEquals(AnnualReport.Schema))
                return Refuse($"缺少 \"schema\": \"{AnnualReport.Schema}\"，这不是年报数据文件");
            return new AnnualReportJsonReader(root).Read(root);
        }
        catch (JsonException broken)
        {
            return Refuse($"第 {broken.LineNumber + 1} 行起不是合法的 JSON");
        }
        // JsonElement says a wrong type this way.
        catch (Exception wrong) when (wrong is InvalidOperationException or FormatException or OverflowException or KeyNotFoundException)
        {
            return Refuse("有字段缺少或类型不对，例如应为数字处写了文字");
        }
    }

    private static Refusal Refuse(string what) => new("report.json-shape", $"读不懂这份 JSON：{what}。请用 gongkai report read --json 重新生成");

    private Outcome<AnnualReport> Read(JsonElement root)
    {
        var code = Text(root, "form");
        if (BuiltInForms.All.All(form => form.Code != code)) return Refuse($"\"form\" 应为 {string.Join(" 或 ", BuiltInForms.All.Select(form => form.Code))}");
        if (root.TryGetProperty("proactive", out var proactive)) ReadProactive("proactive", proactive);
        foreach (var table in (string[])["requests", "disputes"])
        {
            if (!root.TryGetProperty(table, out var rows)) continue;
            foreach (var row in rows.EnumerateObject())
            {
                var columns = AnnualReportJson.ColumnsOf(table);
                if (row.Value.GetArrayLength() != columns.Count) return Refuse($"\"{table}\" 的 \"{row.Name}\" 应有 {columns.Count} 个数");
                foreach (var (value, column) in row.Value.EnumerateArray().Zip(columns)) Add(new CellKey($"{table}.{row.Name}.{column}"), value);
            }
        }
        int? year = root.TryGetProperty("year", out var number) && number.ValueKind == JsonValueKind.Number ? number.GetInt32() : null;
        return new AnnualReport(Text(root, "agency"), year, code!, _cells, ReadSections(root));
    }

    private void ReadProactive(string path, JsonElement element)
    {
        foreach (var field in element.EnumerateObject())
        {
            var name = $"{path}.{field.Name}";
            if (field.Value.ValueKind == JsonValueKind.Object) ReadProactive(name, field.Value);
            else Add(new CellKey(name), field.Value);
        }
    }

    private void Add(CellKey key, JsonElement value)
    {
        var evidence = Entry(_evidence, key);
        var printed = evidence is { } entry ? Text(entry, "printed") : null;
        decimal? number = value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => Amount(value.GetString()!),
            _ => value.GetDecimal(),
        };
        if (value.ValueKind == JsonValueKind.String) printed ??= value.GetString();
        _cells[key] = new ReportCell(
            key,
            evidence is { } known && EnumCode<CellState>.TryParse(Text(known, "state"), out var state) ? state
                : value.ValueKind == JsonValueKind.Null ? CellState.Blank : CellState.Printed,
            number,
            printed ?? number?.ToString(CultureInfo.InvariantCulture),
            evidence is { } at ? Text(at, "where") : null,
            evidence is { } some && some.TryGetProperty("candidates", out var list) ? [.. list.EnumerateArray().Select(candidate => candidate.GetDecimal())] : [],
            Entry(_resolved, key) is { } resolved ? new ResolvedValue(resolved.GetProperty("value").GetDecimal(), Text(resolved, "why") ?? "") : null);
    }

    private static JsonElement? Entry(JsonElement map, CellKey key) =>
        map.ValueKind == JsonValueKind.Object && map.TryGetProperty(key.Value, out var entry) ? entry : null;

    private static decimal? Amount(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    private static IReadOnlyList<ReportSection> ReadSections(JsonElement root) =>
        root.TryGetProperty("sections", out var sections)
            ? [.. sections.EnumerateArray().Select(section => new ReportSection(section.GetProperty("number").GetInt32(), Text(section, "title") ?? "", Text(section, "text") ?? ""))]
            : [];

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
