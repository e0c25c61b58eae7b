using System.Text.Json.Nodes;
using Gongkai.Documents.Json;
using Gongkai.Domain;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;

namespace Gongkai.Commands.Deadlines;

/// <summary>A term of working days from a day of receipt, as text or as the JSON other programs read.</summary>
internal static class PlainDeadline
{
    /// <param name="receivedOn">收到申请之日.</param>
    /// <param name="channel">How the request came, or null when the caller did not say.</param>
    /// <param name="workingDays">Length of the term.</param>
    /// <param name="asked">What to show.</param>
    public static async Task<int> PrintAsync(DateOnly receivedOn, ReceiptChannel? channel, int workingDays, DeadlineRequest asked)
    {
        var calendar = asked.InUse.Calendar;
        var counted = calendar.WorkingDaysAfter(receivedOn, workingDays);
        if (counted.IsRefused) return await Answer.RefuseAsync(counted.Refusal, ExitCode.Usage);
        int? remaining = null;
        if (asked.AsOf is { } day)
        {
            var left = calendar.WorkingDaysBetween(day, counted.Value.LastOn);
            if (left.IsRefused) return await Answer.RefuseAsync(left.Refusal, ExitCode.Usage);
            remaining = left.Value;
        }
        var evidence = channel is { } way ? $"{Receipt.EvidenceOf(way)}（{Receipt.BasisOf(way)}）" : null;
        var days = calendar.Explain(receivedOn, workingDays).Value;
        if (asked.Json) await Console.Out.WriteLineAsync(ReadableJson.WriteLine(ToJson(counted.Value, channel, evidence, days, remaining, asked)));
        else await PrintTextAsync(counted.Value, evidence, days, remaining, asked);
        return ExitCode.Done;
    }

    private static async Task PrintTextAsync(Term term, string? evidence, IReadOnlyList<CountedDay> days, int? remaining, DeadlineRequest asked)
    {
        var output = Console.Out;
        await output.WriteLineAsync($"收到申请之日：{Words(term.After)}{(evidence is null ? "" : $"，{evidence}")}");
        await output.WriteLineAsync($"期限：{term.Days} 个工作日，次日起算");
        await output.WriteLineAsync($"届满之日：{Words(term.LastOn)}");
        if (Note(term, asked) is { } note) await output.WriteLineAsync($"  {note}");
        if (remaining is { } left) await output.WriteLineAsync($"截至 {DayWords.Of(asked.AsOf!.Value)}：{DeadlineRequest.Left(left)}");
        if (asked.Explain) await DeadlineRequest.PrintDaysAsync(days);
        await output.WriteLineAsync($"日历：{asked.InUse.Source}");
    }

    private static JsonObject ToJson(
        Term term, ReceiptChannel? channel, string? evidence, IReadOnlyList<CountedDay> days, int? remaining, DeadlineRequest asked) => new()
        {
            ["receivedOn"] = DayOption.Iso(term.After),
            ["workingDays"] = term.Days,
            ["dueOn"] = DayOption.Iso(term.LastOn),
            ["provisional"] = term.Provisional,
            ["days"] = DeadlineRequest.ToJson(days),
            ["note"] = Note(term, asked),
            ["channel"] = channel is { } way ? EnumCode<ReceiptChannel>.Of(way) : null,
            ["evidence"] = evidence,
            ["asOf"] = asked.AsOf is { } day ? DayOption.Iso(day) : null,
            ["remaining"] = remaining,
            ["calendar"] = asked.InUse.Source,
        };

    private static string? Note(Term term, DeadlineRequest asked) => asked.InUse.Calendar.ProvisionalNote(term.After, term.LastOn);

    private static string Words(DateOnly day) => $"{DayWords.Of(day)}（{DayWords.Weekday(day)}）";
}
