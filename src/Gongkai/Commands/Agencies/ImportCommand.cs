using System.CommandLine;
using System.Text;
using Gongkai.App.Acts;
using Gongkai.App.Agencies.Imports;
using Gongkai.App.Audit;
using Gongkai.App.Files;
using Gongkai.App.People;
using Gongkai.Commands.Houses;
using Gongkai.Commands.Ledgers;

namespace Gongkai.Commands.Agencies;

/// <summary><c>gongkai agency import</c>: a whole district by one table, all or nothing.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var house = new HouseOptions();
        var file = new Argument<string>("FILE") { Description = "CSV 或 XLSX，列见 gongkai agency template。" };
        var passwords = new Option<string?>("--passwords") { Description = "新账号的一次性口令写到这个文件；不写时输出到屏幕。文件须不存在。", HelpName = "文件" };
        var command = new Command("import", """
            导入行政区划、机关资料、人员和任职；数据文件夹还不存在时先建立。
            要么全部导入，要么一行不进；每一行有问题的都说明行号和原因。
            和现有内容一样的行不改什么，可以反复导入；空着的格子保持原样；真的没有的，填“无”。

            例子：
              gongkai agency template --format xlsx -o 机关.xlsx
              gongkai agency import 机关.xlsx --passwords 口令.txt
            """) { file, passwords };
        house.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(file)!;
            var bytes = await InputFile.ReadAsync(path, cancellation);
            if (bytes.IsRefused) return await Answer.RefuseAsync(bytes.Refusal, ExitCode.Unreadable);
            return await house.InHouseOrNewAsync(parsed, async opened =>
            {
                // Opened first: accounts whose passwords cannot be written down are accounts nobody gets into.
                var target = parsed.GetValue(passwords);
                await using var secret = target is null ? null : SecretFile.TryCreate(target);
                if (target is not null && secret is null)
                    return await Answer.RefuseAsync($"“{target}”不能新建：文件已经存在，或文件夹不能写。请换一个文件名。", ExitCode.Unreadable);
                await using var audit = new AuditLog(opened);
                var import = new AgencyImport(opened, new ActRecorder(opened), new FileIntake(opened, audit));
                var outcome = await import.ImportAsync(Caller.MachineOwner(HouseOptions.Who), Path.GetFileName(path), bytes.Value, cancellation);
                if (outcome.IsRefused || outcome.Value.Problems.Count > 0)
                {
                    secret?.Discard();
                    if (outcome.IsRefused) return await Answer.RefuseAsync($"{path}：{outcome.Refusal}", ExitCode.Unreadable);
                    await ImportProblems.WriteAsync(path, outcome.Value.Problems);
                    return await Answer.RefuseAsync($"{path}：{outcome.Value.Problems.Count} 处问题，一行也没有导入。", ExitCode.BadAnswer);
                }
                await TellAsync(path, outcome.Value, secret, target);
                return ExitCode.Done;
            }, cancellation);
        });
        return command;
    }

    private static async Task TellAsync(string path, AgencyImportResult result, SecretFile? secret, string? target)
    {
        var text = new StringBuilder();
        foreach (var account in result.Accounts) text.Append(account.Person.UserName).Append('\t').Append(account.Person.Name).Append('\t').Append(account.OneTimePassword).Append('\n');
        if (secret is not null) await secret.WriteAsync(text.ToString());
        Console.WriteLine($"{path}：{result.Changed} 行有变更，{result.Same} 行与现有内容相同。");
        if (result.Accounts.Count == 0) return;
        Console.WriteLine($"新建 {result.Accounts.Count} 个账号，一次性口令{(target is null ? "如下，只显示这一次" : $"写在 {target}，分发后请删除")}；首次登录须改。");
        if (target is null) Console.Write(text);
    }
}
