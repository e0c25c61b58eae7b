using System.CommandLine;
using Gongkai.App.Audit;
using Gongkai.App.Houses;
using Gongkai.App.Purging;
using Gongkai.Commands.Houses;
using Gongkai.Domain.Agencies;

namespace Gongkai.Commands;

/// <summary><c>gongkai purge</c>: removes for good what should never have been stored.</summary>
internal static class PurgeCommand
{
    public static Command Create()
    {
        var house = new HouseOptions();
        var file = new Option<string[]>("--file") { Description = "文件的 SHA-256，可以写多个。", HelpName = "哈希", AllowMultipleArgumentsPerToken = true };
        var agency = new Option<string?>("--agency") { Description = "台账所属机关的代码，与 --entry 一起用。", HelpName = "代码" };
        var entry = new Option<long[]>("--entry") { Description = "台账条目的序号，清除其非公开部分，可以写多个。", HelpName = "序号", AllowMultipleArgumentsPerToken = true };
        var first = Named("--first", "决定清除的人。", "姓名");
        var second = Named("--second", "共同决定的另一人。", "姓名");
        var reason = Named("--reason", "理由。不要写被清除的内容。", "理由");
        var paper = Named("--paper", "两人签字的线下审批单号。", "单号");
        var command = new Command("purge", """
            彻底清除误入系统的内容：文件本身、台账条目的非公开部分。清除后不能恢复；台账仍可校验。
            最后列出本程序够不着、可能还留有副本的地方。请先停止 gongkai serve。

            例子：
              gongkai purge --file 9f86d0… --first 张某 --second 李某 --reason 误传 --paper 〔2026〕3号
              gongkai purge --agency demo-yingji --entry 12 13 --first 张某 --second 李某 --reason 误录 --paper 〔2026〕4号
            """) { file, agency, entry, first, second, reason, paper };
        command.Validators.Add(result =>
        {
            if (result.GetValue(entry) is { Length: > 0 } != result.GetValue(agency) is not null) result.AddError("--entry 与 --agency 要一起写。");
        });
        file.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => token.Value.Length != 64 || !token.Value.All(char.IsAsciiHexDigitLower))) result.AddError("--file 要写完整的 SHA-256（64 位小写十六进制）。");
        });
        house.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            PurgeOrder Order(AgencyId? chain) => new([.. (parsed.GetValue(file) ?? []).Distinct()], chain, [.. (parsed.GetValue(entry) ?? []).Distinct()],
                new PurgeApproval(parsed.GetValue(first)!, parsed.GetValue(second)!, parsed.GetValue(reason)!, parsed.GetValue(paper)!));
            return parsed.GetValue(agency) is { } code
                ? house.WithAgencyAsync(parsed, code, (opened, found) => RunAsync(opened, Order(found.Id), cancellation), cancellation)
                : house.InHouseAsync(parsed, opened => RunAsync(opened, Order(null), cancellation), cancellation);
        });
        return command;
    }

    private static Option<string> Named(string name, string description, string help) => new(name) { Description = description, HelpName = help, Required = true };

    private static async Task<int> RunAsync(House house, PurgeOrder order, CancellationToken cancellation)
    {
        await using var audit = new AuditLog(house);
        var done = await new Purge(house, audit).RunAsync(order, AuditEvent.CommandLine, cancellation);
        if (done.IsRefused) return await Answer.RefuseAsync(done.Refusal, ExitCode.BadAnswer);
        Console.WriteLine($"已清除文件 {done.Value.Files} 个、台账非公开部分 {done.Value.Entries} 条。下列地方本程序够不着，请人工处理：");
        foreach (var place in done.Value.Remains) Console.WriteLine($"  · {place}");
        return ExitCode.Done;
    }
}
