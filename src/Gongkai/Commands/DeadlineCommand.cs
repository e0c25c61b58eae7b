using System.CommandLine;
using Gongkai.Commands.Calendars;
using Gongkai.Commands.Deadlines;
using Gongkai.Commands.Houses;
using Gongkai.Documents.Clocks;
using Gongkai.Documents.Data;
using Gongkai.Domain;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Requests;
using Gongkai.Domain.Requests.Clocks;

namespace Gongkai.Commands;

/// <summary><c>gongkai deadline</c>: when an answer is due, and day by day why.</summary>
internal static class DeadlineCommand
{
    public static Command Create()
    {
        var house = new HouseOptions();
        var received = DayOption.Create("--received", "收到申请之日（条例第三十一条）：从次日起算。");
        var arrived = DayOption.Create("--arrived", "申请到达之日：由渠道和确认之日推出收到之日。");
        var confirmed = DayOption.Create("--confirmed", "与申请人确认之日；网页、电子邮件、传真、平常信函须有。");
        var channel = new Option<string?>("--channel") { Description = "申请渠道，即收到之日的依据。", HelpName = "渠道" };
        channel.AcceptOnlyFromAmong([.. EnumCode<ReceiptChannel>.All]);
        var days = NumberOption.Create("--days", "日", $"工作日数，不写为 {ReplyTerms.Reply}。");
        var events = new Option<string?>("--events") { Description = "一件申请的全部经过（JSON）：补正、征求意见、延期、收费等。", HelpName = "文件" };
        var asOf = DayOption.Create("--as-of", "看截至这一日的剩余工作日；与 --events 同用时不写为今天。");
        var explain = new Option<bool>("--explain") { Description = "逐日列出计入与不计入的理由。" };
        var json = new Option<bool>("--json") { Description = "输出一行 JSON。" };
        var command = new Command("deadline", $"""
            计算答复期限届满之日：收到之日不计，次日起算，调休上班日计入，放假日不计。

            例子：
              gongkai deadline --received 2026-02-09
              gongkai deadline --received 2026-04-30 --days 7 --explain
              gongkai deadline --arrived 2026-09-30 --confirmed 2026-10-08 --channel web
              gongkai deadline --events 经过.json --as-of 2026-07-01 --json

            --channel：counter 当面、signedPost 邮寄签收、plainPost 平常信函、web 网页、email 电子邮件、fax 传真、oral 口头。

            --events 的文件是事件的列表，先后不限：
            {string.Join('\n', ClockEventShape.All.Select(shape => $"  {shape.Example}\n    {shape.Meaning}"))}

            不合规定的事件照实计入经过，作为违规列出，不延长期限。
            """) { received, arrived, confirmed, channel, days, events, asOf, explain, json };
        house.AddTo(command);
        command.Validators.Add(result =>
        {
            var given = new Option[] { received, arrived, events }.Count(option => result.GetResult(option) is not null);
            if (given != 1) result.AddError("请给出 --received 收到之日、--arrived 到达之日、--events 文件三者之一。");
            if (result.GetResult(confirmed) is not null && result.GetResult(arrived) is null) result.AddError("--confirmed 与 --arrived 同用。");
            if (result.GetResult(events) is not null && (result.GetResult(channel) is not null || result.GetResult(days) is not null))
                result.AddError("--channel、--days 不与 --events 同用：渠道写在事件里，期限由法定。");
        });
        command.SetAction((parsed, cancellation) => house.InHouseOrNoneAsync(parsed, async opened =>
        {
            var inUse = await CalendarInUse.OfAsync(opened, cancellation);
            var today = ChinaTime.DayOf(TimeProvider.System.GetUtcNow());
            var asked = new DeadlineRequest(parsed.GetValue(asOf), parsed.GetValue(explain), parsed.GetValue(json), inUse);
            if (parsed.GetValue(events) is { } path) return await OfEventsAsync(path, asked with { AsOf = asked.AsOf ?? today }, cancellation);
            var way = EnumCode<ReceiptChannel>.TryParse(parsed.GetValue(channel), out var known) ? known : (ReceiptChannel?)null;
            var workingDays = parsed.GetValue(days) ?? ReplyTerms.Reply;
            if (parsed.GetValue(received) is { } day) return await PlainDeadline.PrintAsync(day, way, workingDays, asked);
            var receipt = Receipt.Of(way ?? ReceiptChannel.Counter, parsed.GetValue(arrived)!.Value, parsed.GetValue(confirmed));
            return receipt.IsRefused
                ? await Answer.RefuseAsync(receipt.Refusal, ExitCode.BadAnswer)
                : await PlainDeadline.PrintAsync(receipt.Value.ReceivedOn, receipt.Value.Channel, workingDays, asked);
        }, cancellation));
        return command;
    }

    private static async Task<int> OfEventsAsync(string path, DeadlineRequest asked, CancellationToken cancellation)
    {
        var bytes = await InputFile.ReadAsync(path, cancellation);
        if (bytes.IsRefused) return await Answer.RefuseAsync(bytes.Refusal, ExitCode.Unreadable);
        using var stream = new MemoryStream(bytes.Value);
        var clock = ClockEventFile.Read(stream).Then(events => ReplyClock.Of(events, asked.InUse.Calendar, BuiltInClocks.Settings));
        return clock.IsRefused
            ? await Answer.RefuseAsync($"{path}：{clock.Refusal}", ExitCode.Unreadable)
            : await ClockAnswer.PrintAsync(clock.Value, asked);
    }
}
