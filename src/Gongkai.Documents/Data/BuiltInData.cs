using System.Reflection;

namespace Gongkai.Documents.Data;

/// <summary>The files under <c>data/</c>, embedded (内置数据). What an office adds is a row in its house that overrides one of them.</summary>
public static class BuiltInData
{
    private const string Root = "data/";

    private static readonly Assembly Here = typeof(BuiltInData).Assembly;

    /// <summary>Opens a file by its path below <c>data/</c>.</summary>
    /// <exception cref="FileNotFoundException">There is no such file: a bug.</exception>
    public static Stream Open(string path) =>
        Here.GetManifestResourceStream(Root + path) ?? throw new FileNotFoundException("No built-in data file.", path);

    /// <summary>Paths of the files in a folder below <c>data/</c>, in ordinal order.</summary>
    public static IReadOnlyList<string> List(string folder) =>
    [
        .. Here.GetManifestResourceNames()
            .Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith($"{Root}{folder}/", StringComparison.Ordinal))
            .Select(name => name[Root.Length..])
            .Order(StringComparer.Ordinal),
    ];
}
