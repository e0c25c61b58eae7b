using System.CommandLine;
using Gongkai.App.Acts;
using Gongkai.App.Audit;
using Gongkai.App.Calendars;
using Gongkai.App.Files;
using Gongkai.Commands.Houses;
using Gongkai.Documents.Calendars;
using Gongkai.Domain.Calendar;

namespace Gongkai.Commands.Calendars;

/// <summary><c>gongkai calendar import</c>: a year's days off from an office's file into its house.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var house = new HouseOptions();
        var file = new Argument<string>("文件") { Description = "一年的放假调休文件。" };
        var command = new Command("import", """
            导入一年的放假安排，覆盖内置的同一年；以后的期限按它计算，暂计的日期随之确定。

            文件写法：
              {
                "year": 2027,
                "notice": "国办发明电〔2026〕×号",
                "issued": "2026-11-05",
                "changedBy": null,
                "holidays": { "元旦": ["2027-01-01"], "春节": ["2027-02-05", "2027-02-06"] },
                "workdays": ["2027-02-20"]
              }
            holidays 也可以只写日期的列表。issued、changedBy 可以不写。

            例子：
              gongkai calendar show --year 2026 --json > 2027.json    （照样子改成 2027 年）
              gongkai calendar import 2027.json
            """) { file };
        house.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(file)!;
            var bytes = await InputFile.ReadAsync(path, cancellation);
            if (bytes.IsRefused) return await Answer.RefuseAsync(bytes.Refusal, ExitCode.Unreadable);
            return await house.InHouseOrNewAsync(parsed, async opened =>
            {
                await using var audit = new AuditLog(opened);
                if (await new FileIntake(opened, audit).LookAtAsync(new Bringer(null, null, AuditEvent.CommandLine), Path.GetFileName(path), bytes.Value, cancellation) is { } marked)
                    return await Answer.RefuseAsync($"{path}：{marked}", ExitCode.Unreadable);
                using var stream = new MemoryStream(bytes.Value);
                var read = CalendarYearFile.Read(stream);
                if (read.IsRefused) return await Answer.RefuseAsync($"{path}：{read.Refusal}", ExitCode.Unreadable);
                var imported = await new HouseCalendar(opened, new ActRecorder(opened)).ImportAsync(read.Value, cancellation);
                if (imported.IsRefused) return await Answer.RefuseAsync(imported.Refusal, ExitCode.BadAnswer);
                var year = imported.Value;
                await Console.Out.WriteLineAsync($"已导入{year.Year}年放假安排（{year.Notice}）：放假 {year.Holidays.Count} 天，调休上班 {year.MakeUpDays.Count} 天。");
                if (year.MissingFestivals.Count > 0)
                {
                    await Console.Error.WriteLineAsync(
                        $"请核对：法定节日 {string.Join("、", year.MissingFestivals.Select(day => $"{day.Month}月{day.Day}日"))}不在放假日期里。");
                }
                return ExitCode.Done;
            }, cancellation);
        });
        return command;
    }
}
