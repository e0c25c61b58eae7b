using System.CommandLine;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Ledger;
using Gongkai.Commands.Houses;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Commands.Ledgers;

/// <summary><c>gongkai ledger verify</c>: is every chain whole, and if not, where does it break.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var house = new HouseOptions();
        var agency = new Option<string?>("--agency") { Description = "只校验这个机关；不写时校验全部。", HelpName = "代码" };
        var head = new Option<string?>("--head") { Description = "另处保存的校验码（链头）：应仍在台账里。与 --agency 同用。", HelpName = "校验码" };
        var deep = new Option<bool>("--deep") { Description = "还核对登记簿与台账是否一一对应。" };
        var command = new Command("verify", """
            校验台账：有没有条目被改动、删除、插入或截去，断在第几条。

            例子：
              gongkai ledger verify --data ./gongkai-data/demo
              gongkai ledger verify --agency demo-yingji --deep
              gongkai ledger verify --agency demo-yingji --head sha256:…
            """) { agency, head, deep };
        house.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(head) is not null && result.GetValue(agency) is null) result.AddError("--head 要与 --agency 同用：每个机关的台账各有自己的链头。");
        });
        command.SetAction((parsed, cancellation) => house.InHouseAsync(parsed, async opened =>
        {
            var code = parsed.GetValue(agency);
            if (code is not null)
            {
                return await house.WithAgencyAsync(parsed, code, (again, found) =>
                    VerifyAsync(again, found.Id, found.Name, parsed.GetValue(head), parsed.GetValue(deep), cancellation), cancellation);
            }
            var worst = ExitCode.Done;
            foreach (var chain in await new LedgerVerification(opened).ListChainsAsync(AgencyScope.All, cancellation))
            {
                await using var db = opened.Open(AgencyScope.Of(chain));
                var name = await db.Agencies.Select(row => row.Name).SingleOrDefaultAsync(cancellation) ?? $"（未登记的机关 {chain.Value}）";
                worst = Math.Max(worst, await VerifyAsync(opened, chain, name, outsideHead: null, parsed.GetValue(deep), cancellation));
            }
            return worst;
        }, cancellation));
        return command;
    }

    private static async Task<int> VerifyAsync(
        House house, Domain.Agencies.AgencyId agency, string name, string? outsideHead, bool deep, CancellationToken cancellation)
    {
        var verified = await new LedgerVerification(house).VerifyAsync(agency, outsideHead, deep, cancellation);
        if (verified.IsRefused) return await Answer.RefuseAsync(verified.Refusal, ExitCode.Unreadable);
        var result = verified.Value;
        if (result.Break is { } fault)
        {
            Console.WriteLine($"{name}：台账不完整。{fault.Message}");
            return ExitCode.BadAnswer;
        }
        foreach (var discrepancy in result.Discrepancies) Console.WriteLine($"{name}：{discrepancy.Message}");
        Console.WriteLine($"{name}：{result.Head.Sequence} 条，完整。链头 {result.Head.Hash}");
        return result.Discrepancies.Count == 0 ? ExitCode.Done : ExitCode.BadAnswer;
    }
}
