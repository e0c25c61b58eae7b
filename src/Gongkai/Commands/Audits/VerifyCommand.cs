using System.CommandLine;
using Gongkai.App.Audit;
using Gongkai.Commands.Houses;

namespace Gongkai.Commands.Audits;

/// <summary><c>gongkai audit verify</c>: whether the chains of security events are whole.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var house = new HouseOptions();
        var command = new Command("verify", """
            校验审计日志：有没有记录被改动、删除、插入或截去，并指出第一处。

            例子：
              gongkai audit verify --data ./gongkai-data/house
            """);
        house.AddTo(command);
        command.SetAction((parsed, cancellation) => house.InHouseAsync(parsed, async opened =>
        {
            var found = await new AuditVerification(opened).VerifyAsync(cancellation);
            if (found.IsRefused) return await Answer.RefuseAsync(found.Refusal, ExitCode.Unreadable);
            foreach (var chain in found.Value)
            {
                var archived = chain.CutSequence > 0 ? $"，其中前 {chain.CutSequence} 条已归档" : "";
                Console.WriteLine(chain.Break is { } broken
                    ? $"{chain.Node}：审计日志不完整。{broken.Message}"
                    : $"{chain.Node}：审计日志完整，共 {chain.Head.Sequence} 条{archived}。链头 {chain.Head.Hash}（数据校验码 {ChainCodes.Of(chain.Head.Hash)}）");
            }
            if (found.Value.Count == 0) Console.WriteLine("还没有审计日志。");
            return found.Value.All(chain => chain.Break is null) ? ExitCode.Done : ExitCode.BadAnswer;
        }, cancellation));
        return command;
    }
}
