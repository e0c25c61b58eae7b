using System.CommandLine;
using Gongkai.App.Agencies.Imports;
using Gongkai.Commands.Houses;

namespace Gongkai.Commands.Agencies;

/// <summary><c>gongkai agency template</c> and <c>export</c>: the table empty but for examples, and the table as it stands.</summary>
internal static class TemplateCommand
{
    public static Command Create()
    {
        var (format, output) = (Format(), Output());
        var command = new Command("template", """
            输出机关导入模板：每一列，以及区划、机关、人员各一行例子。删去例子，照样填写。

            例子：
              gongkai agency template --format xlsx -o 机关.xlsx
            """) { format, output };
        command.SetAction((parsed, cancellation) => OutputFile.WriteAsync(
            parsed.GetValue(output), parsed.GetValue(format) == "xlsx" ? AgencyTemplate.Workbook() : AgencyTemplate.Csv(), cancellation));
        return command;
    }

    public static Command CreateExport()
    {
        var house = new HouseOptions();
        var (format, output) = (Format(), Output());
        var command = new Command("export", """
            把登记的区划、机关、人员和任职导出成导入用的表。改好可以再导入。没有口令。

            例子：
              gongkai agency export --format xlsx -o 机关.xlsx
            """) { format, output };
        house.AddTo(command);
        command.SetAction((parsed, cancellation) => house.InHouseAsync(parsed, async opened =>
        {
            var export = new AgencyExport(opened);
            var bytes = parsed.GetValue(format) == "xlsx" ? await export.WorkbookAsync(cancellation) : await export.CsvAsync(cancellation);
            return await OutputFile.WriteAsync(parsed.GetValue(output), bytes, cancellation);
        }, cancellation));
        return command;
    }

    private static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "csv 或 xlsx。", HelpName = "格式", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "xlsx");
        return format;
    }

    private static Option<string?> Output() => new("--output", "-o") { Description = "写到文件；不写时输出到屏幕。", HelpName = "文件" };
}
