using System.CommandLine;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.Commands.Houses;

namespace Gongkai.Commands.Audits;

/// <summary><c>gongkai audit export</c>: events into a file; the export is an event itself.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var (house, filter) = (new HouseOptions(), new FilterOptions());
        var output = new Option<string>("-o") { Description = "写到文件。", HelpName = "文件", Required = true };
        var format = new Option<string>("--format") { Description = "jsonl（含校验码，供核验）或 csv（供阅读）。", HelpName = "格式", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "csv");
        var command = new Command("export", """
            导出审计日志。导出这件事本身也记入审计日志。

            例子：
              gongkai audit export -o 审计.jsonl
              gongkai audit export --from 2026-01-01 --to 2026-06-30 --format csv -o 审计.csv
            """) { output, format };
        filter.AddTo(command);
        house.AddTo(command);
        command.SetAction((parsed, cancellation) => house.InHouseAsync(parsed, async opened =>
        {
            var path = parsed.GetValue(output)!;
            await using var db = opened.Open(AgencyScope.All);
            var asked = await filter.ReadAsync(parsed, db, cancellation);
            if (asked.IsRefused) return await Answer.RefuseAsync(asked.Refusal, ExitCode.Unreadable);
            try
            {
                await using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
                await using var audit = new AuditLog(opened);
                await audit.WriteAsync(new AuditEvent(
                    AuditKind.Exported, null, asked.Value.Agency, "Audit", AuditEvent.CommandLine, $"{HouseOptions.Who}导出审计日志"), cancellation);
                var rows = db.Audited(asked.Value);
                var count = parsed.GetValue(format) == "csv"
                    ? await rows.WriteCsvAsync(stream, cancellation)
                    : await rows.WriteJsonLinesAsync(stream, cancellation);
                Console.WriteLine($"{path}：{count} 条");
                return ExitCode.Done;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                return await Answer.RefuseAsync($"“{path}”写不进去：文件夹不存在、正被别的程序占用，或没有写入权限。", ExitCode.Unreadable);
            }
        }, cancellation));
        return command;
    }
}
