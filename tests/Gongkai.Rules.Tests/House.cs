using System.Reflection;
using Gongkai.Testing;

namespace Gongkai.Rules.Tests;

/// <summary>The house under test: its assemblies and its source tree.</summary>
internal static class House
{
    public static Assembly Domain { get; } = typeof(Gongkai.Domain.Citation).Assembly;
    public static Assembly Documents { get; } = typeof(Gongkai.Documents.Data.BuiltInData).Assembly;
    public static Assembly App { get; } = typeof(Gongkai.App.Data.GongkaiDb).Assembly;
    public static Assembly Web { get; } = Assembly.Load("Gongkai.Web");
    public static Assembly Executable { get; } = Assembly.Load("gongkai");

    /// <summary>From the ground up: each may refer to those before it.</summary>
    public static IReadOnlyList<Assembly> Floors { get; } = [Domain, Documents, App, Web, Executable];

    public static string Root => SourceTree.Root;

    public static IEnumerable<string> Sources(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');
}
