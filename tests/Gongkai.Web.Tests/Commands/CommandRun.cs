using System.Diagnostics;
using System.Text;

namespace Gongkai.Web.Tests.Commands;

/// <summary>One run of the built program: what it said and how it ended.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Errors)
{
    // A command without --data opens what stands at the usual place: nothing may stand there that another run has left.
    private static readonly string Folder = Directory.CreateTempSubdirectory("gongkai-commands-").FullName;

    /// <summary>The answer of <c>--json</c>, a line for each file.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs <c>gongkai</c> as a user does, in a folder of its own.</summary>
    public static async Task<CommandRun> Of(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Folder,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "gongkai.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var program = Process.Start(start)!;
        var (output, errors) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandRun(program.ExitCode, await output, await errors);
    }
}
