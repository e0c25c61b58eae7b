using Gongkai.App.Imports;

namespace Gongkai.Commands.Ledgers;

/// <summary>Tells the lines of a file that cannot be taken.</summary>
internal static class ImportProblems
{
    public static async Task WriteAsync(string path, IReadOnlyList<ImportProblem> problems)
    {
        foreach (var problem in problems) await Console.Error.WriteLineAsync($"{path} 第 {problem.Line} 行：{problem.Message}");
    }
}
