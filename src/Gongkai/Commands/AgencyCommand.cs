using System.CommandLine;
using Gongkai.App.Acts;
using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.Commands.Agencies;
using Gongkai.Commands.Houses;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Commands;

/// <summary><c>gongkai agency</c>: the agencies of a house, one by one or a whole district by one table.</summary>
internal static class AgencyCommand
{
    public static Command Create() => new("agency", "机关：登记、列出、更名、撤并，按一张表导入和导出。")
    {
        CreateAdd(), CreateList(), ImportCommand.Create(), TemplateCommand.CreateExport(), TemplateCommand.Create(),
        MergeCommand.CreateMerge(), MergeCommand.CreateClose(), RenameCommand.Create(),
    };

    private static Command CreateAdd()
    {
        var house = new HouseOptions();
        var code = new Option<string>("--code") { Description = "机关代码，用在网址和命令里，如统一社会信用代码。", HelpName = "代码", Required = true };
        var name = new Option<string>("--name") { Description = "机关全称。", HelpName = "名称", Required = true };
        var kind = new Option<string>("--kind")
        {
            Description = "机关类别，不写时为 department（县级以上政府部门）。",
            HelpName = "类别",
            DefaultValueFactory = _ => EnumCode<AgencyKind>.Of(AgencyKind.Department),
        };
        kind.AcceptOnlyFromAmong([.. EnumCode<AgencyKind>.All]);
        code.Validators.Add(result =>
        {
            if (AgencyFounding.Forbids(result.GetValueOrDefault<string>() ?? "") is { } refusal) result.AddError(refusal.Message);
        });
        var command = new Command("add", """
            登记一个机关；数据文件夹还不存在时先建立。

            例子：
              gongkai agency add --code demo-yingji --name 示范区应急管理局
              gongkai agency add --code demo-heping --name 示范区和平镇人民政府 --kind township
            """) { code, name, kind };
        house.AddTo(command);
        command.SetAction((parsed, cancellation) => house.InHouseOrNewAsync(parsed, async opened =>
        {
            var agency = new Agency
            {
                Id = new AgencyId(Guid.CreateVersion7()),
                Code = parsed.GetValue(code)!,
                Name = parsed.GetValue(name)!,
                Kind = EnumCode<AgencyKind>.Parse(parsed.GetValue(kind)!),
            };
            var today = ChinaTime.DayOf(opened.Clock.GetUtcNow().UtcDateTime);
            var added = await new AgencyRegister(opened, new ActRecorder(opened)).RegisterAsync(agency, today, HouseOptions.Who, cancellation);
            if (added.IsRefused) return await Answer.RefuseAsync(added.Refusal, ExitCode.BadAnswer);
            Console.WriteLine($"已登记 {agency.Name}（{agency.Code}）。");
            return ExitCode.Done;
        }, cancellation));
        return command;
    }

    private static Command CreateList()
    {
        var house = new HouseOptions();
        var command = new Command("list", """
            列出登记的机关。

            例子：
              gongkai agency list --data ./gongkai-data/demo
            """);
        house.AddTo(command);
        command.SetAction((parsed, cancellation) => house.InHouseAsync(parsed, async opened =>
        {
            await using var db = opened.Open(AgencyScope.All);
            var agencies = await db.Agencies.AsNoTracking().OrderBy(agency => agency.Code).ToListAsync(cancellation);
            foreach (var agency in agencies) Console.WriteLine($"{agency.Code}\t{agency.Name}");
            if (agencies.Count == 0) Console.WriteLine("还没有登记机关。用 gongkai agency add 登记。");
            return ExitCode.Done;
        }, cancellation));
        return command;
    }
}
