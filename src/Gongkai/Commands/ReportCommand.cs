using System.CommandLine;
using Gongkai.Commands.Reports;

namespace Gongkai.Commands;

/// <summary><c>gongkai report</c>: annual reports.</summary>
internal static class ReportCommand
{
    public static Command Create() => new("report", "年度报告：读取、检查、比对、汇总、公布。")
    {
        ReadCommand.Create(), CheckCommand.Create(), DiffCommand.Create(), CompileCommand.Create(), PublishCommand.Create(),
    };
}
