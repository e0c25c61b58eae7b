using System.CommandLine;

namespace Gongkai.Commands.Reports;

/// <summary>File arguments of the commands.</summary>
internal static class FileArguments
{
    public static Argument<string[]> Many() => new("FILE")
    {
        Description = "年度报告文件（.docx、.html、.txt，或 report read --json 的结果）；可以写多个，也可以用 * 和 ?。",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>
    /// Expands patterns that the shell has left alone: quoted ones, and all of them on Windows. A pattern without a match stays, and is
    /// then told as a missing file.
    /// </summary>
    public static IReadOnlyList<string> Expand(IEnumerable<string> arguments) => [.. arguments.SelectMany(Expand)];

    private static IEnumerable<string> Expand(string argument)
    {
        if (File.Exists(argument) || Path.GetFileName(argument).IndexOfAny(['*', '?']) < 0) return [argument];
        var folder = Path.GetDirectoryName(argument) is { Length: > 0 } given ? given : ".";
        if (!Directory.Exists(folder)) return [argument];
        List<string> matches = [.. Directory.EnumerateFiles(folder, Path.GetFileName(argument)).Order(StringComparer.Ordinal)];
        if (matches.Count == 0) return [argument];
        return argument == Path.GetFileName(argument) ? matches.Select(match => Path.GetFileName(match)) : matches;
    }
}
