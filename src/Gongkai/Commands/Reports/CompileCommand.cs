using System.CommandLine;
using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Imports;
using Gongkai.App.Reports;
using Gongkai.Commands.Houses;
using Gongkai.Commands.Ledgers;
using Gongkai.Domain;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Folding;

namespace Gongkai.Commands.Reports;

/// <summary><c>gongkai report compile</c>: the annual report as a fold over a ledger.</summary>
internal static class CompileCommand
{
    public static Command Create()
    {
        var house = new HouseOptions();
        var ledger = new Option<string?>("--ledger") { Description = "从文件汇总，不用数据文件夹：导入文件，或 gongkai ledger export 导出的台账。", HelpName = "文件" };
        var agency = new Option<string?>("--agency") { Description = "机关代码（从数据文件夹汇总时必填）；与 --ledger 同用时为年报上的机关名称。", HelpName = "代码" };
        var year = new Option<int>("--year") { Description = "报告年度。", HelpName = "年", Required = true };
        var upTo = new Option<long>("--up-to") { Description = "只算到台账第几条（含）。", HelpName = "条", DefaultValueFactory = _ => long.MaxValue };
        var form = new Option<string>("--form") { Description = "年报格式，2021（现行）或 2019。", DefaultValueFactory = _ => "2021" };
        form.AcceptOnlyFromAmong("2021", "2019");
        var format = new Option<string>("--format") { Description = "json、docx、html 或 xlsx。", HelpName = "格式", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong([.. CompiledFile.Formats]);
        var output = new Option<string?>("--output", "-o") { Description = "写到文件；不写时输出到屏幕。", HelpName = "文件" };
        var explain = new Option<string?>("--explain") { Description = "不输出年报，列出这一格背后的登记或报数单。", HelpName = "单元格" };
        var command = new Command("compile", """
            由台账汇总年度报告。每个数字或由登记计出，或来自科室报数单，否则写“未报”“未建账”。问题写在标准错误输出上。

            例子：
              gongkai report compile --agency demo-yingji --year 2026 --data ./gongkai-data/demo
              gongkai report compile --agency demo-yingji --year 2025 --format docx -o 年报.docx
              gongkai report compile --agency demo-yingji --year 2025 --explain requests.granted.naturalPerson
              gongkai report compile --ledger 台账.csv --agency 示范区应急管理局 --year 2025
            """) { ledger, agency, year, upTo, form, format, output, explain };
        house.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(ledger) is null && result.GetValue(agency) is null) result.AddError("请给出 --ledger 文件，或 --agency 机关代码。");
        });
        command.SetAction((parsed, cancellation) =>
        {
            var request = new CompileRequest(
                parsed.GetValue(year), parsed.GetValue(upTo), parsed.GetValue(form)!, parsed.GetValue(format)!, parsed.GetValue(output), parsed.GetValue(explain));
            return parsed.GetValue(ledger) is { } file
                ? FromFileAsync(file, parsed.GetValue(agency), request, cancellation)
                : house.WithAgencyAsync(parsed, parsed.GetValue(agency)!,
                    (opened, found) => FromHouseAsync(opened, found, request, cancellation), cancellation);
        });
        return command;
    }

    private static async Task<int> FromFileAsync(string path, string? agency, CompileRequest request, CancellationToken cancellation)
    {
        var bytes = await InputFile.ReadAsync(path, cancellation);
        if (bytes.IsRefused) return await Answer.RefuseAsync(bytes.Refusal, ExitCode.Unreadable);
        var read = await LedgerFile.ReadAsync(bytes.Value, cancellation);
        if (read.IsRefused) return await Answer.RefuseAsync($"{path}：{read.Refusal}", ExitCode.Unreadable);
        var (entries, problems) = read.Value;
        if (problems.Count > 0)
        {
            await ImportProblems.WriteAsync(path, problems);
            return ExitCode.BadAnswer;
        }
        var compiled = LedgerActs.Read(entries, request.UpTo)
            .Then(acts => CompiledReport.Of(acts, agency ?? "", request.Year, request.Form, [], previous: null));
        if (compiled.IsRefused) return await Answer.RefuseAsync(compiled.Refusal, ExitCode.Unreadable);
        if (request.Explain is { } cell) return await ExplainedCell.WriteAsync(compiled.Value, cell, entries);
        return await CompiledFile.WriteAsync(compiled.Value, isDemo: false, request.Format, request.Output, cancellation);
    }

    private static async Task<int> FromHouseAsync(
        App.Houses.House house, Agency agency, CompileRequest request, CancellationToken cancellation)
    {
        var compiler = new ReportCompiler(house);
        var compiled = await compiler.CompileAsync(agency, request.Year, request.UpTo, request.Form, [], cancellation);
        if (compiled.IsRefused) return await Answer.RefuseAsync(compiled.Refusal, ExitCode.Unreadable);
        if (request.Explain is { } cell) return await ExplainedCell.WriteAsync(compiled.Value, cell, compiler, agency, cancellation);
        return await CompiledFile.WriteAsync(compiled.Value, house.IsDemo, request.Format, request.Output, cancellation);
    }

    private sealed record CompileRequest(int Year, long UpTo, string Form, string Format, string? Output, string? Explain);
}
