using System.CommandLine;
using Gongkai.App.Imports;

namespace Gongkai.Commands.Ledgers;

/// <summary><c>gongkai ledger template</c>: the template of an import file.</summary>
internal static class TemplateCommand
{
    public static Command Create()
    {
        var format = new Option<string>("--format") { Description = "csv、xlsx 或 jsonl。", HelpName = "格式", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "xlsx", "jsonl");
        var output = new Option<string?>("--output", "-o") { Description = "写到文件；不写时输出到屏幕。", HelpName = "文件" };
        var command = new Command("template", """
            输出导入模板：每一列，以及每一类登记的一行例子。删去例子，照样填写。

            例子：
              gongkai ledger template > 台账.csv
              gongkai ledger template --format xlsx -o 台账.xlsx
            """) { format, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var bytes = parsed.GetValue(format) switch
            {
                "xlsx" => ImportTemplate.Workbook(),
                "jsonl" => ImportTemplate.JsonLines(),
                _ => ImportTemplate.Csv(),
            };
            return await OutputFile.WriteAsync(parsed.GetValue(output), bytes, cancellation);
        });
        return command;
    }
}
