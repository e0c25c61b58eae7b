using System.Globalization;
using System.Text.Json;
using Gongkai.Documents.Data;

namespace Gongkai.App.Demo;

/// <summary>A line of a demonstration file and its day.</summary>
internal sealed record DemoAct(DateOnly On, string Line);

/// <summary>The acts of a demonstration agency, in the order of their days.</summary>
internal static class DemoActs
{
    public static List<DemoAct> Read(string path)
    {
        using var reader = new StreamReader(BuiltInData.Open(path));
        List<DemoAct> acts = [];
        while (reader.ReadLine() is { } line)
        {
            using var fields = JsonDocument.Parse(line);
            acts.Add(new DemoAct(DateOnly.ParseExact(fields.RootElement.GetProperty("on").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture), line));
        }
        return [.. acts.OrderBy(act => act.On)];
    }
}
