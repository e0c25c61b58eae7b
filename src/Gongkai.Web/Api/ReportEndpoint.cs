using Gongkai.App.Machines;
using Gongkai.App.Reports;
using Gongkai.Documents.Json;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Api;

/// <summary>The annual report for machines: <c>GET /api/report/2025</c>, folded from the ledger as it stands.</summary>
internal static class ReportEndpoint
{
    public static async Task<IResult> CompileAsync(
        HttpContext context, int year, ReportCompiler compiler, MachineTokens tokens, CancellationToken cancellation, string form = "2021")
    {
        if (year is < 2008 or > 2100) return ApiProblem.Of(new("report.year", "年度不对。请写四位数的年份，例如 2025。"), StatusCodes.Status400BadRequest);
        if (form is not ("2021" or "2019")) return ApiProblem.Of(new("report.form", "没有这种格式。form 可以是 2021（现行）或 2019。"), StatusCodes.Status400BadRequest);
        var machine = context.Features.Get<Machine>()!;
        var compiled = await compiler.CompileAsync(machine.Agency, year, long.MaxValue, form, [], cancellation);
        if (compiled.IsRefused) return ApiProblem.Of(compiled.Refusal, StatusCodes.Status409Conflict);
        await tokens.WriteExportAsync(machine, context.Origin().Address, $"读取 {year} 年年报数据");
        return TypedResults.Text(AnnualReportJson.Write(compiled.Value.Report), "application/json", System.Text.Encoding.UTF8);
    }
}
