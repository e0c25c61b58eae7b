using System.CommandLine;
using Gongkai.App.Ledger;
using Gongkai.Commands.Houses;

namespace Gongkai.Commands.Ledgers;

/// <summary><c>gongkai ledger export</c>: the public facts of a chain, verifiable by whoever gets the file.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var house = new HouseOptions();
        var agency = new Option<string>("--agency") { Description = "机关代码。", HelpName = "代码", Required = true };
        var output = new Option<string?>("-o") { Description = "写到文件；不写时写到屏幕。", HelpName = "文件" };
        var command = new Command("export", """
            导出一个机关的台账（JSON Lines）：只有事实，没有姓名、文号和任何文字内容。
            拿到文件的人可以用 gongkai ledger verify 校验它，并由它重新汇总出年报的数字。

            例子：
              gongkai ledger export --agency demo-yingji -o 台账.jsonl
            """) { agency, output };
        house.AddTo(command);
        command.SetAction((parsed, cancellation) => house.WithAgencyAsync(parsed, parsed.GetValue(agency)!, async (opened, found) =>
        {
            var path = parsed.GetValue(output);
            try
            {
                await using var stream = path is null ? Console.OpenStandardOutput() : new FileStream(path, FileMode.Create, FileAccess.Write);
                await using var buffered = new BufferedStream(stream, 64 * 1024);
                var written = await new LedgerExport(opened).WriteAsync(found.Id, buffered, cancellation);
                if (written.IsRefused) return await Answer.RefuseAsync(written.Refusal, ExitCode.Unreadable);
                if (path is not null) Console.WriteLine($"{path}：{written.Value.Entries} 条，链头 {written.Value.Head}");
                return ExitCode.Done;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                return await Answer.RefuseAsync($"“{path}”写不进去：文件夹不存在、正被别的程序占用，或没有写入权限。", ExitCode.Unreadable);
            }
        }, cancellation));
        return command;
    }
}
