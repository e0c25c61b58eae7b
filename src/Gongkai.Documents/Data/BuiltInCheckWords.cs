using System.Text.Json;
using Gongkai.Domain;
using Gongkai.Domain.AnnualReports.Checks;

namespace Gongkai.Documents.Data;

/// <summary>The names and phrases of the check (检查用词), from <c>data/checks/</c>.</summary>
public static class BuiltInCheckWords
{
    /// <summary>The built-in list.</summary>
    public static CheckWords Words { get; } = Load();

    private static CheckWords Load()
    {
        using var stream = BuiltInData.Open("checks/words.json");
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return new CheckWords(
            [.. root.GetProperty("bodies").EnumerateArray().Select(body => new BodyName(
                EnumCode<ReportingBody>.Parse(body.GetProperty("body").GetString()!), Strings(body, "endings"), Strings(body, "except")))],
            [.. root.GetProperty("roles").EnumerateArray().Select(role => new RoleWords(
                [.. Strings(role, "bodies").Select(EnumCode<ReportingBody>.Parse)], Strings(role, "phrases"), role.GetProperty("why").GetString()!))],
            [.. root.GetProperty("leftovers").EnumerateArray().Select(leftover => new LeftoverPattern(
                leftover.GetProperty("pattern").GetString()!, leftover.GetProperty("what").GetString()!))],
            Strings(root, "reduplications"));
    }

    private static IReadOnlyList<string> Strings(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];
}
