using System.CommandLine;
using Gongkai.App.Audit;
using Gongkai.App.Houses;
using Gongkai.App.Personal;
using Gongkai.Commands.Houses;
using Gongkai.Domain;
using Gongkai.Domain.Calendar;

namespace Gongkai.Commands;

/// <summary><c>gongkai keys</c>: the keys of a house, shown without showing them, and renewed.</summary>
internal static class KeysCommand
{
    public static Command Create() => new("keys", "密钥：查看、轮换。") { CreateShow(), CreateRotate() };

    private static Command CreateShow()
    {
        var house = new HouseOptions();
        var command = new Command("show", """
            列出密钥的编号、生成日期和各加密了多少项。不显示密钥本身。

            例子：
              gongkai keys show --data ./gongkai-data/house
            """);
        house.AddTo(command);
        command.SetAction((parsed, cancellation) => house.InHouseAsync(parsed, opened => WithRotationAsync(opened, async (_, rotation) =>
        {
            foreach (var use in await rotation.CountAsync(cancellation))
            {
                var made = DayOption.Iso(ChinaTime.DayOf(use.Key.MadeAt));
                var purpose = use.Key.Purpose == KeyPurpose.Encryption ? "加密" : "指纹";
                var values = use.Values is { } count ? $"，{count} 项" : "";
                Console.WriteLine($"{purpose}密钥第 {use.Key.Number} 把：{made} 生成{values}{(use.Key.IsCurrent ? "，现用" : "")}");
            }
            if (await rotation.CountInClearAsync(cancellation) is var inClear and > 0)
                Console.WriteLine($"还有 {inClear} 条早先登记的台账非公开部分没有加密。请运行 gongkai keys rotate --resume。");
            return ExitCode.Done;
        }, cancellation), cancellation));
        return command;
    }

    private static Command CreateRotate()
    {
        var house = new HouseOptions();
        var fingerprint = new Option<bool>("--fingerprint") { Description = "同时更换用于精确比对的指纹密钥，并重算全部指纹。" };
        var resume = new Option<bool>("--resume") { Description = "不加新密钥，只用现用密钥把其余内容重新加密：接着做上次中断的，或在外部提供的密钥环加了新密钥之后。" };
        var command = new Command("rotate", """
            轮换密钥：加一把新密钥，把已加密的内容逐批改用它加密；早先没有加密的台账非公开部分一并加密，台账的校验码不变。
            可以边工作边做，中断后用 --resume 接着做。

            例子：
              gongkai keys rotate
              gongkai keys rotate --fingerprint
              gongkai keys rotate --resume
            """) { fingerprint, resume };
        house.AddTo(command);
        command.SetAction((parsed, cancellation) => house.InHouseAsync(parsed, opened => WithRotationAsync(opened, async (_, rotation) =>
        {
            var done = parsed.GetValue(resume)
                ? await rotation.ResealAsync(AuditEvent.CommandLine, cancellation)
                : await rotation.RotateAsync(parsed.GetValue(fingerprint), AuditEvent.CommandLine, cancellation);
            if (done.IsRefused) return await Answer.RefuseAsync(done.Refusal, ExitCode.BadAnswer);
            Console.WriteLine($"已重新加密 {done.Value.Resealed} 项。请更新单独保存的密钥备份；旧密钥要留着，较早的数据备份还用得着。");
            foreach (var place in done.Value.Unreadable) Console.WriteLine($"解不开，保持原样：{place}");
            return done.Value.Unreadable.Count == 0 ? ExitCode.Done : ExitCode.BadAnswer;
        }, cancellation), cancellation));
        return command;
    }

    private static async Task<int> WithRotationAsync(House house, Func<KeyRing, KeyRotation, Task<int>> work, CancellationToken cancellation)
    {
        var ring = await KeyRing.OpenAsync(house, cancellation);
        if (ring.IsRefused) return await Answer.RefuseAsync(ring.Refusal, ExitCode.Unreadable);
        await using var audit = new AuditLog(house);
        return await work(ring.Value, new KeyRotation(house, ring.Value, new SealedValues(ring.Value), audit));
    }
}
