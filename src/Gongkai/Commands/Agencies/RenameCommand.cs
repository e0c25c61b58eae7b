using System.CommandLine;
using Gongkai.App.Acts;
using Gongkai.App.Agencies;
using Gongkai.App.People;
using Gongkai.Commands.Houses;
using Gongkai.Domain.Calendar;

namespace Gongkai.Commands.Agencies;

/// <summary><c>gongkai agency rename</c>: a new name from a day; what was published before keeps the name of its day.</summary>
internal static class RenameCommand
{
    public static Command Create()
    {
        var house = new HouseOptions();
        var code = new Option<string>("--code") { Description = "机关代码。", HelpName = "代码", Required = true };
        var name = new Option<string>("--name") { Description = "新的全称。", HelpName = "名称", Required = true };
        var from = DayOption.Create("--from", "从这一天起；不写时为今天。");
        var check = new Option<bool>("--check") { Description = "只说明会怎样，不办理。" };
        var command = new Command("rename", """
            机关更名：代码和网址不变；以前公布的年报和文件用当时的名称。

            例子：
              gongkai agency rename --code demo-yingji --name 示范区应急管理局 --from 2026-07-01
            """) { code, name, from, check };
        house.AddTo(command);
        command.SetAction((parsed, cancellation) => house.WithAgencyAsync(parsed, parsed.GetValue(code)!, async (opened, agency) =>
        {
            var day = parsed.GetValue(from) ?? ChinaTime.DayOf(opened.Clock.GetUtcNow());
            if (parsed.GetValue(check))
            {
                Console.WriteLine($"{agency.Name} 将自 {day:yyyy-MM-dd} 起称“{parsed.GetValue(name)}”。没有改动任何数据。");
                return ExitCode.Done;
            }
            var done = await new AgencyProfile(opened, new ActRecorder(opened)).RenameAsync(
                Caller.MachineOwner(HouseOptions.Who), agency.Id, parsed.GetValue(name)!, day, cancellation);
            if (done.IsRefused) return await Answer.RefuseAsync(done.Refusal, ExitCode.BadAnswer);
            Console.WriteLine(done.Value ? $"已更名为“{parsed.GetValue(name)}”。" : "名称没有变。");
            return ExitCode.Done;
        }, cancellation));
        return command;
    }
}
