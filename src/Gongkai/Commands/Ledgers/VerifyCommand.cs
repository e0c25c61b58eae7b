using System.CommandLine;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Ledger;
using Gongkai.Commands.Houses;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Commands.Ledgers;

/// <summary><c>gongkai ledger verify</c>: whether chains are whole, and the first place where one is not.</summary>
internal static class VerifyCommand
{
    private const int MostDiscrepancies = 20;

    public static Command Create()
    {
        var house = new HouseOptions();
        var file = new Argument<string?>("FILE") { Description = "导出的台账文件；不写时校验数据文件夹里的台账。", Arity = ArgumentArity.ZeroOrOne };
        var agency = new Option<string?>("--agency") { Description = "只校验这个机关；不写时校验全部。", HelpName = "代码" };
        var head = new Option<string?>("--head") { Description = "另行保存的链头，须与 --agency 一起使用。", HelpName = "校验码" };
        var deep = new Option<bool>("--deep") { Description = "同时核对登记簿与台账是否一致。" };
        var command = new Command("verify", """
            校验台账：有没有条目被改动、删除、插入或截去，并指出第一处。
            整条链连同链头一起被重写的，只有用另行保存的链头（--head）才能发现。

            例子：
              gongkai ledger verify
              gongkai ledger verify --deep --data ./gongkai-data/house
              gongkai ledger verify --agency demo-yingji --head sha256:9f86d0…
              gongkai ledger verify 台账.jsonl
            """) { file, agency, head, deep };
        command.Validators.Add(result =>
        {
            if (result.GetValue(head) is not null && result.GetValue(agency) is null) result.AddError("--head 是某一个机关的链头，请同时用 --agency 写明机关。");
        });
        house.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(file) is { } path) return VerifyFileAsync(path, cancellation);
            var (outside, isDeep) = (parsed.GetValue(head), parsed.GetValue(deep));
            return parsed.GetValue(agency) is { } code
                ? house.WithAgencyAsync(parsed, code, (opened, found) => VerifyAsync(opened, [found.Id], outside, isDeep, cancellation), cancellation)
                : house.InHouseAsync(parsed, async opened => await VerifyAsync(
                    opened, await new LedgerVerification(opened).ListChainsAsync(AgencyScope.All, cancellation), null, isDeep, cancellation), cancellation);
        });
        return command;
    }

    private static async Task<int> VerifyAsync(
        House house, IReadOnlyList<AgencyId> chains, string? outsideHead, bool deep, CancellationToken cancellation)
    {
        await using var db = house.Open(AgencyScope.All);
        var names = await db.Agencies.ToDictionaryAsync(agency => agency.Id, agency => agency.Name, cancellation);
        var verification = new LedgerVerification(house);
        var exit = ExitCode.Done;
        foreach (var chain in chains)
        {
            var verified = await verification.VerifyAsync(chain, outsideHead, deep, cancellation);
            if (verified.IsRefused) return await Answer.RefuseAsync(verified.Refusal, ExitCode.Unreadable);
            Tell(names.GetValueOrDefault(chain, $"未登记的机关 {chain.Value}"), verified.Value);
            if (!verified.Value.IsWhole) exit = ExitCode.BadAnswer;
        }
        if (chains.Count == 0) Console.WriteLine("还没有台账。");
        return exit;
    }

    private static void Tell(string name, ChainVerification found)
    {
        if (found.Break is { } broken)
        {
            Console.WriteLine($"{name}：台账不完整。{broken.Message}");
            return;
        }
        var erased = found.Private.Erased > 0 ? $"，其中 {found.Private.Erased} 条的非公开部分已依规清除" : "";
        Console.WriteLine($"{name}：台账完整，共 {found.Head.Sequence} 条{erased}。链头 {found.Head.Hash}");
        if (found.Private.Closed > 0)
            Console.WriteLine($"  没有可用的密钥：{found.Private.Closed} 条的非公开部分打不开，只校验了链和摘要。要连内容一起校验，请放回 keys 文件夹。");
        if (found.Private.InClear > 0)
            Console.WriteLine($"  {found.Private.InClear} 条早先登记的非公开部分还没有加密。请运行 gongkai keys rotate --resume。");
        foreach (var discrepancy in found.Discrepancies.Take(MostDiscrepancies)) Console.WriteLine($"  {discrepancy.Message}");
        if (found.Discrepancies.Count > MostDiscrepancies) Console.WriteLine($"  …… 共 {found.Discrepancies.Count} 处不一致。");
    }

    private static async Task<int> VerifyFileAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            var read = await ExportedLedger.ReadAsync(stream, _ => null, cancellation);
            if (read.IsRefused) return await Answer.RefuseAsync($"{path}：{read.Refusal}", ExitCode.Unreadable);
            Console.WriteLine(read.Value.Break is { } broken
                ? $"{path}：台账不完整。{broken.Message}"
                : $"{path}：台账完整，共 {read.Value.Header.Entries} 条。链头 {read.Value.Header.Head}");
            return read.Value.Break is null ? ExitCode.Done : ExitCode.BadAnswer;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return await Answer.RefuseAsync($"“{path}”打不开。请检查路径和权限。", ExitCode.Unreadable);
        }
    }
}
