using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain;
using Gongkai.Domain.Requests.Clocks;

namespace Gongkai.Documents.Clocks;

/// <summary>
/// The history of one request as a file (期限事件文件): a list of events, or an object with the list as <c>events</c>. Each event has
/// <c>on</c>, <c>act</c> and the fields of its act; the fields are those of the ledger's facts, and may be left out where
/// <see cref="ClockEventShape"/> has a value for them.
/// </summary>
public static class ClockEventFile
{
    private const string What = "期限事件文件";

    /// <summary>Reads a file.</summary>
    /// <returns>The events in the order of the file, or the first thing wrong with it.</returns>
    public static Outcome<IReadOnlyList<ClockEvent>> Read(Stream stream)
    {
        var parsed = JsonText.Parse(stream, What);
        if (parsed.IsRefused) return parsed.Refusal;
        using var document = parsed.Value;
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("events", out var inner)) root = inner;
        if (root.ValueKind != JsonValueKind.Array)
            return new Refusal("events.no-list", $"{What}应当是事件的列表，如 [{ClockEventShape.All[0].Example}]。");
        List<ClockEvent> events = [];
        foreach (var item in root.EnumerateArray())
        {
            var read = ReadEvent(item, events.Count + 1);
            if (read.IsRefused) return read.Refusal;
            events.Add(read.Value);
        }
        return events;
    }

    private static Outcome<ClockEvent> ReadEvent(JsonElement item, int number)
    {
        if (item.ValueKind != JsonValueKind.Object || JsonObject.Create(item) is not { } fields)
            return new Refusal("events.no-object", $"第 {number} 个事件不是对象，应写作 {ClockEventShape.All[0].Example}。");
        var act = Text(fields["act"]);
        if (ClockEventShape.All.FirstOrDefault(shape => shape.Act == act) is not { } shape)
            return new Refusal("events.unknown-act", $"第 {number} 个事件的 act“{act}”不认识；可用：{string.Join("、", ClockEventShape.All.Select(known => known.Act))}。");
        if (fields.Select(field => field.Key).FirstOrDefault(name => name is not ("on" or "act") && !shape.Fields.ContainsKey(name)) is { } stray)
            return new Refusal("events.unknown-field", $"第 {number} 个事件（{act}）没有字段“{stray}”，应写作 {shape.Example}。");
        if (!DateOnly.TryParseExact(Text(fields["on"]), "yyyy-MM-dd", out var on))
            return new Refusal("events.wrong-day", $"第 {number} 个事件（{act}）的 on“{Text(fields["on"])}”不是日期，应写作 2026-03-09 的样子。");
        return shape.Read(fields) is { } facts
            ? new ClockEvent(on, facts)
            : new Refusal("events.wrong-field", $"第 {number} 个事件（{act}）的字段不全或写法不对，应写作 {shape.Example}。");
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node?.ToJsonString();
}
