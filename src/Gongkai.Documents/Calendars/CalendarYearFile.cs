using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Documents.Json;
using Gongkai.Domain;
using Gongkai.Domain.Calendar;

namespace Gongkai.Documents.Calendars;

/// <summary>
/// A year's days off as a file (年度放假调休文件): <c>year</c>, <c>notice</c>, <c>issued</c>, <c>changedBy</c>, <c>holidays</c> (festival to
/// dates, or a plain list of dates) and <c>workdays</c> (make-up weekend days). The built-in years and an office's own have the same shape.
/// </summary>
public static class CalendarYearFile
{
    private const string What = "放假调休文件";

    /// <summary>Reads and checks a file.</summary>
    /// <returns>The year, or the first thing wrong with it.</returns>
    public static Outcome<CalendarYear> Read(Stream stream)
    {
        var parsed = JsonText.Parse(stream, What);
        if (parsed.IsRefused) return parsed.Refusal;
        using var document = parsed.Value;
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object) return Missing("year");
        if (!root.TryGetProperty("year", out var year) || year.ValueKind != JsonValueKind.Number || !year.TryGetInt32(out var number)) return Missing("year");
        if (Text(root, "notice") is not { } notice) return Missing("notice");
        DateOnly? issuedOn = null;
        if (Text(root, "issued") is { } issued)
        {
            if (!TryDay(issued, out var day)) return WrongDay("issued", issued);
            issuedOn = day;
        }
        return Holidays(root).Then(holidays => MakeUpDays(root).Then(makeUpDays =>
            CalendarYear.Create(number, notice, issuedOn, Text(root, "changedBy"), holidays, makeUpDays)));
    }

    /// <summary>Writes a year in the same shape.</summary>
    public static string Write(CalendarYear year) => ReadableJson.Write(ToJson(year));

    /// <summary>A year as one JSON object of that shape.</summary>
    public static JsonObject ToJson(CalendarYear year)
    {
        var holidays = new JsonObject();
        foreach (var festival in year.Holidays.GroupBy(day => day.Value, day => day.Key).OrderBy(festival => festival.Min()))
            holidays[festival.Key] = List(festival);
        return new JsonObject
        {
            ["year"] = year.Year,
            ["notice"] = year.Notice,
            ["issued"] = year.IssuedOn is { } issued ? Iso(issued) : null,
            ["changedBy"] = year.ChangedBy,
            ["holidays"] = holidays,
            ["workdays"] = List(year.MakeUpDays),
        };
    }

    private static JsonArray List(IEnumerable<DateOnly> days) => new([.. days.Order().Select(day => (JsonNode)Iso(day))]);

    private static Outcome<List<KeyValuePair<DateOnly, string>>> Holidays(JsonElement root)
    {
        if (!root.TryGetProperty("holidays", out var holidays)) return Missing("holidays");
        List<KeyValuePair<DateOnly, string>> days = [];
        if (holidays.ValueKind == JsonValueKind.Object)
        {
            foreach (var festival in holidays.EnumerateObject())
            {
                var list = Days(festival.Value, $"holidays 的“{festival.Name}”");
                if (list.IsRefused) return list.Refusal;
                days.AddRange(list.Value.Select(day => KeyValuePair.Create(day, festival.Name)));
            }
            return days;
        }
        return Days(holidays, "holidays").Then<List<KeyValuePair<DateOnly, string>>>(plain => plain.ConvertAll(day => KeyValuePair.Create(day, "节假日")));
    }

    private static Outcome<List<DateOnly>> MakeUpDays(JsonElement root) =>
        root.TryGetProperty("workdays", out var workdays) ? Days(workdays, "workdays") : Missing("workdays");

    private static Outcome<List<DateOnly>> Days(JsonElement list, string name)
    {
        if (list.ValueKind != JsonValueKind.Array) return new Refusal("calendar.no-list", $"{name} 应当是日期的列表，如 [\"2026-10-01\", \"2026-10-02\"]。");
        List<DateOnly> days = [];
        foreach (var item in list.EnumerateArray())
        {
            var text = item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText();
            if (!TryDay(text, out var day)) return WrongDay(name, text);
            days.Add(day);
        }
        return days;
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Refusal Missing(string name) => new("calendar.incomplete",
        $"{What}缺少 {name} 或其写法不对：应有 year（年份）、notice（通知文号）、holidays（放假日期）、workdays（调休上班日期）。可照 gongkai calendar show --year 2026 --json 的样子写。");

    private static Refusal WrongDay(string name, string text) =>
        new("calendar.wrong-day", $"{name} 中的“{(text.Length > 40 ? text[..40] + "…" : text)}”不是日期，应写作 2026-10-01 的样子。");
}
