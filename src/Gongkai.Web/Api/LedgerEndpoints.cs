using Gongkai.App.Files;
using Gongkai.App.Imports;
using Gongkai.App.Ledger;
using Gongkai.App.Machines;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gongkai.Web.Api;

/// <summary>The ledger for machines: <c>GET /api/ledger</c> and <c>POST /api/ledger/import</c>.</summary>
internal static class LedgerEndpoints
{
    /// <summary>Writes the agency's chain of public facts, as <c>gongkai ledger export</c> does.</summary>
    public static async Task ExportAsync(HttpContext context, LedgerExport export, MachineTokens tokens, CancellationToken cancellation)
    {
        var machine = context.Features.Get<Machine>()!;
        // Written down before the first byte leaves.
        await tokens.WriteExportAsync(machine, context.Origin().Address, "导出台账");
        using var lines = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 4096,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var header = await export.WriteAsync(machine.Agency.Id, lines, cancellation);
        if (header.IsRefused)
        {
            await ApiProblem.Of(header.Refusal, StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
            return;
        }
        lines.Position = 0;
        context.Response.ContentType = "application/jsonl";
        context.Response.ContentLength = lines.Length;
        await lines.CopyToAsync(context.Response.Body, cancellation);
    }

    private const string FileName = "接口导入.jsonl";

    /// <summary>Imports acts, all or nothing, as <c>gongkai ledger import</c> does; with <c>?check=true</c> it only looks.</summary>
    public static async Task<Results<Ok<Imported>, ProblemHttpResult>> ImportAsync(
        HttpContext context, LedgerImport import, CancellationToken cancellation, bool check = false)
    {
        var machine = context.Features.Get<Machine>()!;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellation);
        var bringer = new Bringer(null, machine.Agency.Id, context.Connection.RemoteIpAddress?.ToString() ?? "");
        var done = check
            ? await import.CheckAsync(machine.Agency.Id, FileName, body.ToArray(), bringer, cancellation)
            : await import.ImportAsync(machine.Agency.Id, FileName, body.ToArray(), bringer, machine.Who, cancellation);
        if (done.IsRefused) return ApiProblem.Of(done.Refusal, StatusCodes.Status400BadRequest);
        var result = done.Value;
        if (result.Problems.Count > 0)
        {
            return ApiProblem.Of(
                new("ledger.lines", $"{result.Problems.Count} 处问题，一条也没有登记。请按 problems 里的行号改正后重新提交。"), StatusCodes.Status422UnprocessableEntity,
                new Dictionary<string, object?> { ["problems"] = Lines(result.Problems) });
        }
        return TypedResults.Ok(new Imported(!check, result.Recorded.ToDictionary(pair => pair.Key.Name, pair => pair.Value), Lines(result.Notices)));
    }

    private static IReadOnlyList<ImportedLine> Lines(IReadOnlyList<ImportProblem> problems) =>
        [.. problems.Select(problem => new ImportedLine(problem.Line, problem.Column, problem.Message))];

    /// <summary>What an import did.</summary>
    /// <param name="Done">False when it only looked.</param>
    /// <param name="Recorded">Acts by kind.</param>
    /// <param name="Notices">Lines that were taken and yet are irregular.</param>
    internal sealed record Imported(bool Done, IReadOnlyDictionary<string, int> Recorded, IReadOnlyList<ImportedLine> Notices);

    /// <summary>A line and what is to be said of it.</summary>
    internal sealed record ImportedLine(int Line, string? Column, string Message);
}
