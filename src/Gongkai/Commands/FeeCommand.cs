using System.CommandLine;
using System.Text.Json.Nodes;
using Gongkai.Documents.Data;
using Gongkai.Documents.Json;
using Gongkai.Domain;
using Gongkai.Domain.Requests.Fees;

namespace Gongkai.Commands;

/// <summary><c>gongkai fee</c>: what the ladders of the processing fee give.</summary>
internal static class FeeCommand
{
    public static Command Create()
    {
        var items = NumberOption.Create("--items", "件", "按件计收：本次申请的件数。");
        var before = NumberOption.Create("--before", "件", "同一申请人本自然月此前已向本机关申请的件数，不写为 0。");
        var pages = NumberOption.Create("--pages", "页", "按量计收：本件申请提供的页数。");
        var json = new Option<bool>("--json") { Description = "输出一行 JSON。" };
        var command = new Command("fee", """
            测算信息处理费。按件、按量只能选一种；是否收取由机关决定。

            例子：
              gongkai fee --items 35
              gongkai fee --items 4 --before 9
              gongkai fee --pages 250 --json
            """) { items, before, pages, json };
        command.Validators.Add(result =>
        {
            var (byItem, byPage) = (result.GetResult(items) is not null, result.GetResult(pages) is not null);
            if (byItem == byPage) result.AddError("请给出 --items 件数，或 --pages 页数；一件申请只能选一种计收方式。");
            if (byPage && result.GetResult(before) is not null) result.AddError("--before 只用于按件计收：按量计收每件申请单独计算。");
        });
        command.SetAction(async (parsed, _) =>
        {
            var fee = new ProcessingFee(BuiltInFees.Schedule);
            var proposed = parsed.GetValue(items) is { } count ? fee.ForItems(count, parsed.GetValue(before) ?? 0) : fee.ForPages(parsed.GetValue(pages)!.Value);
            if (proposed.IsRefused) return await Answer.RefuseAsync(proposed.Refusal, ExitCode.Usage);
            if (parsed.GetValue(json)) await PrintJsonAsync(proposed.Value);
            else await Console.Out.WriteLineAsync(proposed.Value.Sentence);
            return ExitCode.Done;
        });
        return command;
    }

    private static Task PrintJsonAsync(FeeProposal proposal) => Console.Out.WriteLineAsync(ReadableJson.WriteLine(new JsonObject
    {
        ["totalYuan"] = Yuan(proposal.Total),
        ["bands"] = new JsonArray([.. proposal.Bands.Select(band => new JsonObject
        {
            ["from"] = band.From, ["to"] = band.To, ["count"] = band.Count, ["yuanEach"] = Yuan(band.Price), ["yuan"] = Yuan(band.Amount),
        })]),
        ["scale"] = EnumCode<FeeScale>.Of(proposal.Scale),
        ["sentence"] = proposal.Sentence,
    }));

    /// <summary>Yuan without the zeros behind the point that a decimal keeps: 3000, not 3000.00.</summary>
    private static decimal Yuan(Money money) => money.Fen % 100 == 0 ? money.Fen / 100 : money.Yuan;
}
