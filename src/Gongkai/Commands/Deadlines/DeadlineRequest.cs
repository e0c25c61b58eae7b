using System.Text.Json.Nodes;
using Gongkai.Commands.Calendars;
using Gongkai.Domain.Calendar;

namespace Gongkai.Commands.Deadlines;

/// <summary>What the caller wants to see of a deadline, and the calendar it is counted by.</summary>
internal sealed record DeadlineRequest(DateOnly? AsOf, bool Explain, bool Json, CalendarInUse InUse)
{
    public static JsonArray ToJson(IEnumerable<CountedDay> days) => new([.. days.Select(day => new JsonObject
    {
        ["on"] = DayOption.Iso(day.On), ["counts"] = day.Counts, ["number"] = day.Number, ["why"] = day.Why,
    })]);

    public static async Task PrintDaysAsync(IEnumerable<CountedDay> days)
    {
        foreach (var day in days)
            await Console.Out.WriteLineAsync($"  {DayOption.Iso(day.On)}  {(day.Number is { } number ? $"第{number,2}日" : "不计入")}  {day.Why}");
    }

    public static string Left(int remaining) => remaining >= 0 ? $"剩余 {remaining} 个工作日" : $"已超期 {-remaining} 个工作日";
}
