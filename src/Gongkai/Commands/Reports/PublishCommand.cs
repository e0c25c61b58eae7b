using System.CommandLine;
using Gongkai.App.Acts;
using Gongkai.App.Reports;
using Gongkai.Commands.Houses;

namespace Gongkai.Commands.Reports;

/// <summary><c>gongkai report publish</c>: puts a compiled report on the portal, where nothing stands against it.</summary>
internal static class PublishCommand
{
    public static Command Create()
    {
        var house = new HouseOptions();
        var agency = new Option<string>("--agency") { Description = "机关代码。", HelpName = "代码", Required = true };
        var year = new Option<int>("--year") { Description = "报告年度。", HelpName = "年", Required = true };
        var command = new Command("publish", """
            公布年度报告：汇总、检查，没有错误和“未报”时公布到门户。公布后数字不再变动。

            例子：
              gongkai report publish --agency demo-yingji --year 2025
            """) { agency, year };
        house.AddTo(command);
        command.SetAction((parsed, cancellation) => house.WithAgencyAsync(parsed, parsed.GetValue(agency)!, async (opened, found) =>
        {
            var publication = new ReportPublication(new ActRecorder(opened));
            var published = await publication.PublishAsync(found, parsed.GetValue(year), [], HouseOptions.Who, cancellation);
            if (published.IsRefused) return await Answer.RefuseAsync(published.Refusal, ExitCode.BadAnswer);
            Console.WriteLine($"已公布 {found.Name} {published.Value.Year} 年度报告，截至台账第 {published.Value.UpTo} 条。");
            return ExitCode.Done;
        }, cancellation));
        return command;
    }
}
