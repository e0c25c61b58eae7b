using System.CommandLine;
using Gongkai.App.Acts;
using Gongkai.App.Audit;
using Gongkai.App.Files;
using Gongkai.App.Imports;
using Gongkai.Commands.Houses;

namespace Gongkai.Commands.Ledgers;

/// <summary><c>gongkai ledger import</c>: a year of acts from a file, all or nothing.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var house = new HouseOptions();
        var file = new Argument<string>("FILE") { Description = "CSV、XLSX 或 JSON Lines，列见 gongkai ledger template。" };
        var agency = new Option<string>("--agency") { Description = "机关代码。", HelpName = "代码", Required = true };
        var check = new Option<bool>("--check") { Description = "只检查，不登记。" };
        var command = new Command("import", """
            导入登记：申请的收到、经过与办结、复议诉讼、制发与废止的文件、决定、收费、科室报数单。
            要么全部导入，要么一条不进；每一条有问题的行都说明行号和原因。
            办结时按文件和台账里的经过（补正、征求意见、延期、收费）认定是否超期，违规情形随办结登记；先用 --check 看一遍。

            例子：
              gongkai ledger import 台账.csv --agency demo-yingji
              gongkai ledger import 台账.csv --agency demo-yingji --check
              gongkai ledger import 台账.xlsx --agency demo-yingji --data D:\公开数据
            """) { file, agency, check };
        house.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(file)!;
            var bytes = await InputFile.ReadAsync(path, cancellation);
            if (bytes.IsRefused) return await Answer.RefuseAsync(bytes.Refusal, ExitCode.Unreadable);
            return await house.WithAgencyAsync(parsed, parsed.GetValue(agency)!, async (opened, found) =>
            {
                await using var audit = new AuditLog(opened);
                var import = new LedgerImport(opened, new ActRecorder(opened), new FileIntake(opened, audit));
                var bringer = new Bringer(null, found.Id, AuditEvent.CommandLine);
                var onlyCheck = parsed.GetValue(check);
                var outcome = onlyCheck
                    ? await import.CheckAsync(found.Id, Path.GetFileName(path), bytes.Value, bringer, cancellation)
                    : await import.ImportAsync(found.Id, Path.GetFileName(path), bytes.Value, bringer, HouseOptions.Who, cancellation);
                if (outcome.IsRefused) return await Answer.RefuseAsync($"{path}：{outcome.Refusal}", ExitCode.Unreadable);
                return await TellAsync(path, outcome.Value, onlyCheck ? "检查通过，可以登记" : "已登记");
            }, cancellation);
        });
        return command;
    }

    private static async Task<int> TellAsync(string path, ImportResult result, string done)
    {
        if (result.Problems.Count > 0)
        {
            await ImportProblems.WriteAsync(path, result.Problems);
            await Console.Error.WriteLineAsync($"{path}：{result.Problems.Count} 处问题，一条也没有导入。");
            return ExitCode.BadAnswer;
        }
        foreach (var (kind, count) in result.Recorded.OrderBy(pair => pair.Key.Name, StringComparer.Ordinal)) Console.WriteLine($"{kind.Name}\t{count}");
        await ImportProblems.WriteAsync(path, result.Notices);
        Console.WriteLine($"{path}：{done} {result.Recorded.Values.Sum()} 条{(result.Notices.Count > 0 ? $"，其中 {result.Notices.Count} 处不合规定，照实登记" : "")}。");
        return ExitCode.Done;
    }
}
