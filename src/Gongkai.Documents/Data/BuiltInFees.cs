using System.Text.Json;
using Gongkai.Domain.Requests.Fees;

namespace Gongkai.Documents.Data;

/// <summary>The ladders of the processing fee (信息处理费收费标准), from <c>data/fees/</c>.</summary>
public static class BuiltInFees
{
    /// <summary>The ladders in force, 国办函〔2020〕109号.</summary>
    public static FeeSchedule Schedule { get; } = Load("fees/processing-fee.json");

    private static FeeSchedule Load(string path)
    {
        using var stream = BuiltInData.Open(path);
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return new FeeSchedule(root.GetProperty("source").GetString()!, Steps(root.GetProperty("byItem")), Steps(root.GetProperty("byPage")));
    }

    private static List<FeeStep> Steps(JsonElement ladder) =>
    [
        .. ladder.EnumerateArray().Select(step => new FeeStep(
            step.GetProperty("from").GetInt64(),
            step.GetProperty("to") is { ValueKind: JsonValueKind.Number } to ? to.GetInt64() : null,
            Money.OfYuan(step.GetProperty("yuan").GetInt64()),
            step.TryGetProperty("every", out var every) ? every.GetInt64() : 0,
            Money.OfYuan(step.TryGetProperty("riseYuan", out var rise) ? rise.GetInt64() : 0))),
    ];
}
