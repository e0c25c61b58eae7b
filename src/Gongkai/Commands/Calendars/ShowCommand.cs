using System.CommandLine;
using System.Text.Json.Nodes;
using Gongkai.Commands.Houses;
using Gongkai.Documents.Calendars;
using Gongkai.Documents.Json;
using Gongkai.Domain.Calendar;

namespace Gongkai.Commands.Calendars;

/// <summary><c>gongkai calendar show</c>: the days off and working weekends that days are counted by.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var house = new HouseOptions();
        var year = NumberOption.Create("--year", "年", "只看这一年；不写时列出全部年份。");
        var json = new Option<bool>("--json") { Description = "输出 JSON；带 --year 时就是可以修改后导入的文件。" };
        var command = new Command("show", """
            列出放假和调休上班的日期，每年附国务院办公厅通知的文号。

            例子：
              gongkai calendar show
              gongkai calendar show --year 2026
              gongkai calendar show --year 2026 --json > 2027.json
            """) { year, json };
        house.AddTo(command);
        command.SetAction((parsed, cancellation) => house.InHouseOrNoneAsync(parsed, async opened =>
        {
            var inUse = await CalendarInUse.OfAsync(opened, cancellation);
            var years = inUse.Calendar.Years.Where(known => parsed.GetValue(year) is not { } wanted || known.Year == wanted).ToList();
            if (years.Count == 0)
            {
                return await Answer.RefuseAsync(
                    $"没有{parsed.GetValue(year)}年的放假安排。国务院办公厅的通知公布后，用 gongkai calendar import 文件 导入。", ExitCode.BadAnswer);
            }
            if (parsed.GetValue(json)) await PrintJsonAsync(years, one: parsed.GetValue(year) is not null, inUse);
            else await PrintTextAsync(years, inUse);
            return ExitCode.Done;
        }, cancellation));
        return command;
    }

    private static Task PrintJsonAsync(List<CalendarYear> years, bool one, CalendarInUse inUse) => Console.Out.WriteAsync(one
        ? CalendarYearFile.Write(years[0])
        : ReadableJson.Write(new JsonObject
        {
            ["years"] = new JsonArray([.. years.Select(year => (JsonNode)CalendarYearFile.ToJson(year))]),
            ["calendar"] = inUse.Source,
        }));

    private static async Task PrintTextAsync(List<CalendarYear> years, CalendarInUse inUse)
    {
        foreach (var year in years)
        {
            var issued = year.IssuedOn is { } day ? $"（{DayWords.Of(day)}印发）" : "";
            var changed = year.ChangedBy is null ? "" : $"，经 {year.ChangedBy} 调整";
            await Console.Out.WriteLineAsync($"{year.Year}年  {year.Notice}{issued}{changed}");
            foreach (var festival in year.Holidays.GroupBy(off => off.Value, off => off.Key).OrderBy(festival => festival.Min()))
                await Console.Out.WriteLineAsync($"  {festival.Key}放假：{Spans(festival.Order())}");
            await Console.Out.WriteLineAsync(
                $"  调休上班：{string.Join("、", year.MakeUpDays.Order().Select(on => $"{on.Month}月{on.Day}日（{DayWords.Weekday(on)}）"))}");
        }
        await Console.Out.WriteLineAsync($"日历：{inUse.Source}");
    }

    private static string Spans(IEnumerable<DateOnly> days)
    {
        List<(DateOnly From, DateOnly To)> spans = [];
        foreach (var day in days)
        {
            if (spans.Count > 0 && spans[^1].To.AddDays(1) == day) spans[^1] = (spans[^1].From, day);
            else spans.Add((day, day));
        }
        return string.Join("、", spans.Select(span => span.From == span.To
            ? $"{span.From.Month}月{span.From.Day}日"
            : $"{span.From.Month}月{span.From.Day}日至{span.To.Month}月{span.To.Day}日"));
    }
}
