using System.CommandLine;
using Gongkai.Commands;

namespace Gongkai;

/// <summary>The command line: its commands, and what every one of them does with wrong usage and with a bug.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command and returns its exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var root = new RootCommand("公开：政府信息公开工作的登记、时限、年报与检查。")
        {
            ServeCommand.Create(), DemoCommand.Create(), ReportCommand.Create(), LedgerCommand.Create(), AgencyCommand.Create(),
            DeadlineCommand.Create(), FeeCommand.Create(), CalendarCommand.Create(),
            AuditCommand.Create(), KeysCommand.Create(), PurgeCommand.Create(),
        };
        // Without a word it shows itself: the demonstration.
        var parsed = root.Parse(args.Length == 0 ? ["demo"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("用 --help 看用法和例子。");
            return ExitCode.Usage;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // The last line of defence: a bug is told in one sentence, never as a stack trace.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"程序出错（不是您的操作问题）：{bug.GetType().Name}: {bug.Message}");
            return ExitCode.Bug;
        }
    }
}
