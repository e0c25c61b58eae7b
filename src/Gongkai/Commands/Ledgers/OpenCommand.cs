using System.CommandLine;
using System.Security.Cryptography;
using Gongkai.App.Imports;
using Gongkai.Documents.Reading;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Commands.Ledgers;

/// <summary><c>gongkai ledger open</c>: opening figures proposed from last year's published report.</summary>
internal static class OpenCommand
{
    public static Command Create()
    {
        var report = new Option<string>("--from-report") { Description = "上一年度公布的年报（docx、html、txt）。", HelpName = "文件", Required = true };
        var year = new Option<int>("--year") { Description = "从哪一年开始建账。", HelpName = "年", Required = true };
        var output = new Option<string?>("--output", "-o") { Description = "写到文件；不写时输出到屏幕。", HelpName = "文件" };
        var command = new Command("open", """
            从上一年度的年报提出期初数：在办申请逐件列出、现行有效件数、尚未审结的复议诉讼。
            输出的是导入文件（CSV）：把“待填”的编号改成真实编号，核对后用 gongkai ledger import 导入，即为建账。

            例子：
              gongkai ledger open --from-report 2025年年报.docx --year 2026 -o 期初.csv
              gongkai ledger import 期初.csv --agency demo-yingji
            """) { report, year, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(report)!;
            var bytes = await InputFile.ReadAsync(path, cancellation);
            if (bytes.IsRefused) return await Answer.RefuseAsync(bytes.Refusal, ExitCode.Unreadable);
            var read = AnnualReportReader.Read(bytes.Value);
            if (read.IsRefused) return await Answer.RefuseAsync($"{path}：{read.Refusal}", ExitCode.Unreadable);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Value));
            var proposal = Opening.Propose(read.Value.Report, parsed.GetValue(year), hash);
            if (proposal.IsRefused) return await Answer.RefuseAsync($"{path}：{proposal.Refusal}", ExitCode.BadAnswer);
            return await OutputFile.WriteAsync(parsed.GetValue(output), OpeningFile.Csv(proposal.Value), cancellation);
        });
        return command;
    }
}
