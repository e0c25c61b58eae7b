using System.CommandLine;
using System.Globalization;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.Commands.Houses;
using Gongkai.Domain.Calendar;

namespace Gongkai.Commands.Audits;

/// <summary><c>gongkai audit list</c>: the newest events that a filter leaves.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var (house, filter) = (new HouseOptions(), new FilterOptions());
        var count = NumberOption.Create("--count", "条数", "最多列出多少条，不写时为 50。");
        var command = new Command("list", """
            列出审计日志，最近的在前。

            例子：
              gongkai audit list --from 2026-03-01 --kind signInFailed
              gongkai audit list --agency demo-yingji --count 200
            """) { count };
        filter.AddTo(command);
        house.AddTo(command);
        command.SetAction((parsed, cancellation) => house.InHouseAsync(parsed, async opened =>
        {
            await using var db = opened.Open(AgencyScope.All);
            var asked = await filter.ReadAsync(parsed, db, cancellation);
            if (asked.IsRefused) return await Answer.RefuseAsync(asked.Refusal, ExitCode.Unreadable);
            var lines = await db.SearchAuditAsync(asked.Value, null, Math.Clamp(parsed.GetValue(count) ?? 50, 1, 10_000), cancellation);
            foreach (var line in lines)
            {
                var at = (line.HappenedAt + ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
                Console.WriteLine($"{at}\t{AuditWords.Of(line.Kind)}\t{line.Who?.Value.ToString("D") ?? "—"}\t{line.Subject ?? "—"}\t{line.From}\t{line.Message}");
            }
            if (lines.Count == 0) Console.WriteLine("没有符合条件的记录。");
            return ExitCode.Done;
        }, cancellation));
        return command;
    }
}
