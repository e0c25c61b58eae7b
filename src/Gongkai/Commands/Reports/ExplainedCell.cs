using Gongkai.App.Data;
using Gongkai.App.Reports;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Folding;

namespace Gongkai.Commands.Reports;

/// <summary>Lists the entries behind a cell of a compiled report.</summary>
internal static class ExplainedCell
{
    public static async Task<int> WriteAsync(
        CompiledReport report, string name, ReportCompiler compiler, Agency agency, CancellationToken cancellation)
    {
        var cell = new CellKey(name);
        if (!report.Report.Cells.ContainsKey(cell)) return await UnknownAsync(name);
        WriteHead(report, cell);
        foreach (var entry in await compiler.ExplainAsync(agency, report, cell, cancellation))
        {
            var names = entry.Private is { } known ? string.Join(" ", known.References.Values) : entry.IsErased ? "（非公开部分已销毁）" : "（没有密钥，非公开部分读不出）";
            Console.WriteLine($"第 {entry.Sequence} 条\t{entry.On:yyyy-MM-dd}\t{entry.Kind.Name}\t{names}");
        }
        return ExitCode.Done;
    }

    public static async Task<int> WriteAsync(CompiledReport report, string name, IReadOnlyList<FoldEntry> entries)
    {
        var cell = new CellKey(name);
        if (!report.Report.Cells.ContainsKey(cell)) return await UnknownAsync(name);
        WriteHead(report, cell);
        foreach (var sequence in report.Folded.EntriesBehind(cell))
        {
            var entry = entries[(int)sequence - 1];
            Console.WriteLine($"第 {sequence} 条\t{entry.EffectiveOn:yyyy-MM-dd}\t{entry.Kind}");
        }
        return ExitCode.Done;
    }

    private static void WriteHead(CompiledReport report, CellKey cell)
    {
        var found = report.Report.Cells[cell];
        var value = found.State switch
        {
            CellState.NotReported => "未报",
            CellState.NotOpened => "未建账",
            _ => found.Printed,
        };
        Console.WriteLine($"{report.Form.LabelOf(cell)}：{value}");
    }

    private static Task<int> UnknownAsync(string name) =>
        Answer.RefuseAsync($"年报里没有单元格“{name}”。例：requests.granted.naturalPerson、proactive.licences、disputes.reconsideration.total。", ExitCode.Usage);
}
