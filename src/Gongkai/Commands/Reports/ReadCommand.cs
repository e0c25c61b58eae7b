using System.CommandLine;
using System.Text.Json.Nodes;
using Gongkai.Documents.Json;
using Gongkai.Domain;

namespace Gongkai.Commands.Reports;

/// <summary><c>gongkai report read</c>: what a report prints, as a table or as JSON.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var files = FileArguments.Many();
        var json = new Option<bool>("--json") { Description = "输出 JSON（gongkai.annual-report/1）；多个文件时每个文件一行。" };
        var output = new Option<string?>("--output", "-o") { Description = "写到文件，而不是屏幕。", HelpName = "FILE" };
        var command = new Command("read", """
            读出年度报告里印的数字，一格一格如实读出，不作修补。

            例子：
              gongkai report read 年报.docx
              gongkai report read 年报.docx --json -o 年报.json
              gongkai report read "2023/*.docx" --json
            """) { files, json, output };
        command.SetAction((parsed, cancellation) =>
            RunAsync(FileArguments.Expand(parsed.GetValue(files)!), parsed.GetValue(json), parsed.GetValue(output), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> paths, bool json, string? output, CancellationToken cancellation)
    {
        if (output is null) return await WriteAsync(Console.Out, paths, json, cancellation);
        var file = OutputFile.Open(output);
        if (file.IsRefused) return await Answer.RefuseAsync(file.Refusal, ExitCode.Unreadable);
        await using var writer = file.Value;
        return await WriteAsync(writer, paths, json, cancellation);
    }

    private static async Task<int> WriteAsync(TextWriter writer, IReadOnlyList<string> paths, bool json, CancellationToken cancellation)
    {
        using var progress = new Progress("已读取", paths.Count);
        var code = ExitCode.Done;
        await foreach (var (path, outcome) in paths.SelectInOrder(async path => (path, await ReportFile.ReadAsync(path, cancellation))))
        {
            progress.Step();
            if (outcome.IsRefused)
            {
                progress.Clear();
                await Console.Error.WriteLineAsync($"{path}：{outcome.Refusal}");
                code = ExitCode.Unreadable;
                continue;
            }
            await writer.WriteAsync(Write(path, outcome.Value, json, paths.Count > 1));
        }
        return code;
    }

    private static string Write(string path, ReportFile read, bool json, bool many)
    {
        if (!json) return (many ? $"{path}\n" : "") + ReportText.Write(read.Report) + (many ? "\n" : "");
        if (!many) return AnnualReportJson.Write(read.Report);
        var line = AnnualReportJson.ToJson(read.Report);
        line.Insert(0, "file", JsonValue.Create(path));
        return ReadableJson.WriteLine(line) + "\n";
    }
}
