using System.CommandLine;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Commands.Reports;

/// <summary><c>gongkai report check</c>: what is wrong with reports, cell by cell.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var files = FileArguments.Many();
        var previous = new Option<string?>("--previous") { Description = "同一机关上一年的年度报告；只能与一个文件同用。", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "每个文件输出一行 JSON（JSON Lines）。" };
        var command = new Command("check", """
            检查年度报告：勾稽关系、年度与格式、文字与表格是否一致、残留文字，逐格指出。
            同时给出同一机关相邻年度的文件时，自动检查跨年关系。

            例子：
              gongkai report check 年报.docx
              gongkai report check 2023年报.docx --previous 2022年报.docx
              gongkai report check "报送/*.docx" --json

            退出码：0 没有错误；1 有错误；2 有文件读不出来。
            """) { files, previous, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(previous) is not null && FileArguments.Expand(result.GetValue(files) ?? []).Count > 1)
                result.AddError("--previous 只能与一个文件同用；多个文件会自动按机关和年度配对。");
        });
        command.SetAction((parsed, cancellation) =>
            RunAsync(FileArguments.Expand(parsed.GetValue(files)!), parsed.GetValue(previous), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> paths, string? previousPath, bool json, CancellationToken cancellation)
    {
        AnnualReport? previous = null;
        if (previousPath is not null)
        {
            var read = await ReportFile.ReadAsync(previousPath, cancellation);
            if (read.IsRefused) return await Answer.RefuseAsync($"{previousPath}：{read.Refusal}", ExitCode.Unreadable);
            previous = read.Value.Report;
        }
        var shelf = await ReportShelf.OfAsync(paths, cancellation);
        var sum = new CheckSummary();
        using var progress = new Progress("已检查", paths.Count);
        await foreach (var answer in paths.SelectInOrder(path => FileAnswer.OfAsync(path, shelf, previous, cancellation)))
        {
            progress.Step();
            sum.Add(answer);
            if (answer.Refusal is { } refusal)
            {
                progress.Clear();
                await Console.Error.WriteLineAsync($"{answer.Path}：{refusal}");
            }
            await Console.Out.WriteAsync(json ? answer.ToJsonLine() : answer.ToText());
        }
        if (!json) await Console.Out.WriteLineAsync(sum.ToString());
        return sum.ExitCode;
    }
}
