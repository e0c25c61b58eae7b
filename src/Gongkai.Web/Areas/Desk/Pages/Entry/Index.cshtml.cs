using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.App.Houses;
using Gongkai.App.Imports;
using Gongkai.Domain;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Areas.Desk.Pages.Entry;

/// <summary>登记：choosing what to record, or a whole year from a file.</summary>
[RequestSizeLimit(LargestFile)]
public sealed class IndexModel(GongkaiDb db, House house, LedgerImport import, FileIntake intake) : DeskPage
{
    private const int LargestFile = 20 * 1024 * 1024;

    /// <summary>What was found in the file, when it was not taken.</summary>
    public ImportResult? Result { get; private set; }

    /// <summary>What can be recorded by hand here.</summary>
    public IReadOnlyList<ActForm> Forms { get; private set; } = [];

    /// <summary>Shows what can be recorded.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) =>
        Forms = [.. ActForm.UsedIn(await AgencyState.ModulesAsync(db, Agency.Id, house.Today, cancellation))];

    /// <summary>Imports a file, or only checks it.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? file, string? only, CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        if (file is null) return Again("file", new Refusal("import.no-file", "没有选择文件。请选择要导入的表格。"));
        var (bringer, name) = (Who.Caller.BringerTo(Agency.Id), Path.GetFileName(file.FileName));
        var bytes = await intake.ReadAsync(bringer, file, cancellation);
        if (bytes.IsRefused) return Again("file", bytes.Refusal);
        var outcome = only == "check"
            ? await import.CheckAsync(Agency.Id, name, bytes.Value, bringer, cancellation)
            : await import.ImportAsync(Agency.Id, name, bytes.Value, bringer, Who.Caller.Name, cancellation);
        if (outcome.IsRefused) return Again("file", outcome.Refusal);
        if (only == "check" || outcome.Value.Problems.Count > 0)
        {
            Result = outcome.Value;
            if (Result.Problems.Count > 0) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        return Go(DeskUrls.Of(Agency.Code, "ledger"), $"已登记 {outcome.Value.Recorded.Values.Sum()} 条。{string.Join(' ', outcome.Value.Notices.Take(5).Select(notice => notice.Message))}");
    }
}
