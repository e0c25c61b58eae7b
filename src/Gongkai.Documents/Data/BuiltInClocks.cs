using System.Text.Json;
using Gongkai.Domain;
using Gongkai.Domain.Requests.Clocks;

namespace Gongkai.Documents.Data;

/// <summary>Where the texts leave the clock a choice (期限口径), the default from <c>data/clocks/</c>.</summary>
public static class BuiltInClocks
{
    /// <summary>The default choices.</summary>
    public static ClockSettings Settings { get; } = Load("clocks/reply.json");

    private static ClockSettings Load(string path)
    {
        using var stream = BuiltInData.Open(path);
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return new ClockSettings(
            EnumCode<FeeClock>.Parse(root.GetProperty("feeClock").GetString()!),
            EnumCode<ReasonsClock>.Parse(root.GetProperty("reasonsClock").GetString()!),
            root.GetProperty("yellowWithin").GetInt32(),
            root.GetProperty("orangeWithin").GetInt32());
    }
}
