using System.Text.Json.Nodes;
using Gongkai.Documents.Json;
using Gongkai.Domain;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;

namespace Gongkai.Commands.Deadlines;

/// <summary>A whole clock, as text or as JSON with the keys of a plain deadline and more.</summary>
internal static class ClockAnswer
{
    public static async Task<int> PrintAsync(ReplyClock clock, DeadlineRequest asked)
    {
        var standing = clock.AsOf(asked.AsOf!.Value);
        if (asked.Json) await Console.Out.WriteLineAsync(ReadableJson.WriteLine(ToJson(clock, standing, asked)));
        else await PrintTextAsync(clock, standing, asked);
        return ExitCode.Done;
    }

    private static async Task PrintTextAsync(ReplyClock clock, ClockStanding standing, DeadlineRequest asked)
    {
        var output = Console.Out;
        await output.WriteLineAsync($"收到申请之日：{Words(clock.ReceivedOn)}，{Receipt.EvidenceOf(clock.Channel)}（{Receipt.BasisOf(clock.Channel)}）");
        await output.WriteLineAsync(clock.DueOn is { } due
            ? $"届满之日：{Words(due)}，自{DayWords.Of(clock.RunsAfter)}次日起 {clock.WorkingDays} 个工作日"
            : $"届满之日：尚不能确定（{Waits(clock)}）");
        if (clock.ProvisionalNote is { } note) await output.WriteLineAsync($"  {note}");
        if (clock.ClosedOn is { } closed) await output.WriteLineAsync($"办结之日：{Words(closed)}");
        else await output.WriteLineAsync($"截至 {DayWords.Of(standing.On)}：{ClockWords.Of(standing.Colour)}{(standing.Remaining is { } left ? $"，{DeadlineRequest.Left(left)}" : "")}");
        foreach (var task in standing.Tasks) await output.WriteLineAsync($"待决：{task.Message}");
        foreach (var stop in clock.Stops) await output.WriteLineAsync($"不计入：{DayWords.Of(stop.From)}至{(stop.To is { } to ? DayWords.Of(to) : "今")}，{ClockWords.Of(stop.Kind)}");
        foreach (var term in clock.Terms) await output.WriteLineAsync($"{ClockWords.Of(term.Kind)}：{Words(term.LastOn)}（{term.Basis}）");
        foreach (var broken in clock.Breaks) await output.WriteLineAsync($"违规：{DayWords.Of(broken.On)}，{broken.Message}（{broken.Basis}）");
        if (asked.Explain) await DeadlineRequest.PrintDaysAsync(clock.Explain());
        await output.WriteLineAsync($"日历：{asked.InUse.Source}");
    }

    private static JsonObject ToJson(ReplyClock clock, ClockStanding standing, DeadlineRequest asked) => new()
    {
        ["receivedOn"] = DayOption.Iso(clock.ReceivedOn),
        ["workingDays"] = clock.WorkingDays,
        ["dueOn"] = Iso(clock.DueOn),
        ["provisional"] = clock.ProvisionalNote is not null,
        ["days"] = DeadlineRequest.ToJson(clock.Explain()),
        ["note"] = clock.ProvisionalNote,
        ["channel"] = EnumCode<ReceiptChannel>.Of(clock.Channel),
        ["closedOn"] = Iso(clock.ClosedOn),
        ["asOf"] = DayOption.Iso(standing.On),
        ["colour"] = EnumCode<ClockColour>.Of(standing.Colour),
        ["remaining"] = standing.Remaining,
        ["tasks"] = List(standing.Tasks, task => new JsonObject { ["term"] = EnumCode<TermKind>.Of(task.Term.Kind), ["message"] = task.Message }),
        ["intervals"] = List(clock.Runs.Concat(clock.Stops), span => new JsonObject
        {
            ["kind"] = EnumCode<IntervalKind>.Of(span.Kind),
            ["from"] = DayOption.Iso(span.From),
            ["to"] = Iso(span.To),
        }),
        ["terms"] = List(clock.Terms, term => new JsonObject
        {
            ["kind"] = EnumCode<TermKind>.Of(term.Kind),
            ["lastOn"] = DayOption.Iso(term.LastOn),
            ["doneOn"] = Iso(term.DoneOn),
            ["basis"] = term.Basis.ToString(),
        }),
        ["breaks"] = List(clock.Breaks, broken => new JsonObject
        {
            ["rule"] = broken.Rule,
            ["on"] = DayOption.Iso(broken.On),
            ["message"] = broken.Message,
            ["basis"] = broken.Basis.ToString(),
        }),
        ["calendar"] = asked.InUse.Source,
    };

    private static string Waits(ReplyClock clock) => clock.ClosedOn is not null ? "办结时期限没有在计算" :
        string.Join("、", clock.Stops.Where(stop => stop.To is null).Select(stop => ClockWords.Of(stop.Kind)).Distinct());

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> write) => new([.. items.Select(item => (JsonNode)write(item))]);

    private static string? Iso(DateOnly? day) => day is { } known ? DayOption.Iso(known) : null;

    private static string Words(DateOnly day) => $"{DayWords.Of(day)}（{DayWords.Weekday(day)}）";
}
