using System.CommandLine;

namespace Gongkai.Commands.Reports;

/// <summary>File arguments of the commands.</summary>
internal static class FileArguments
{
    public static Argument<string[]> Many() => RefusingOptions(new Argument<string[]>("FILE")
    {
        Description = "年度报告文件（.docx、.html、.txt，或 report read --json 的结果）；可以写多个，也可以用 * 和 ?。",
        Arity = ArgumentArity.OneOrMore,
    });

    public static Argument<string> One(string name, string description) => RefusingOptions(new Argument<string>(name) { Description = description });

    /// <summary>A misspelt option is wrong usage, not a file that is missing.</summary>
    private static Argument<T> RefusingOptions<T>(Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal) && !File.Exists(token.Value)))
                result.AddError($"没有选项 {token.Value}。");
        });
        return argument;
    }

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
