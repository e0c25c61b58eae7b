using System.Globalization;
using System.Text.Json;

namespace Gongkai.Domain.Requests.Clocks;

/// <summary>Days inside facts: <c>yyyy-MM-dd</c>, or null.</summary>
internal static class FactDay
{
    public static string? Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly Read(JsonElement facts, string name) =>
        ReadOptional(facts, name) ?? throw new FormatException($"'{name}' must be a day.");

    public static DateOnly? ReadOptional(JsonElement facts, string name) => facts.GetProperty(name).GetString() is { } text
        ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;
}
