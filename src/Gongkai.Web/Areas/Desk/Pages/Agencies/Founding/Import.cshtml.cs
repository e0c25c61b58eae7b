using Gongkai.App.Agencies.Imports;
using Gongkai.App.Files;
using Gongkai.App.Imports;
using Gongkai.Domain;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Areas.Desk.Pages.Agencies.Founding;

/// <summary>导入机关和人员：one table for a whole district.</summary>
[RequestSizeLimit(Largest + 65_536)]
public sealed class ImportModel(AgencyImport import, AgencyExport export, FileIntake intake) : DeskPage
{
    private const int Largest = 5 << 20;
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>What was done, or null before.</summary>
    public AgencyImportResult? Result { get; private set; }

    /// <summary>Why lines cannot be taken.</summary>
    public IReadOnlyList<ImportProblem> Problems => Result?.Problems ?? [];

    /// <summary>Hands out the template.</summary>
    public IActionResult OnGetTemplate() => File(AgencyTemplate.Workbook(), Workbook, "机关导入模板.xlsx");

    /// <summary>Hands out what is registered, as a table that can be imported again.</summary>
    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellation) => File(await export.WorkbookAsync(cancellation), Workbook, "机关和人员.xlsx");

    /// <summary>Takes a table.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? table, CancellationToken cancellation)
    {
        if (table is null or { Length: 0 }) return Again("table", new Refusal("agency-import.file", "请选择要导入的文件。"));
        if (table.Length > Largest) return Again("table", new Refusal("agency-import.size", "文件超过 5 MB。请只保留要导入的表，或分成几个文件。"));
        var bytes = await intake.ReadAsync(Who.Caller.BringerTo(null), table, cancellation);
        if (bytes.IsRefused) return Again("table", bytes.Refusal);
        var outcome = await import.ImportAsync(Who.Caller, Path.GetFileName(table.FileName), bytes.Value, cancellation);
        if (outcome.IsRefused) return Again("table", outcome.Refusal);
        Result = outcome.Value;
        return Problems.Count > 0 ? Again("table", new Refusal("agency-import.lines", $"{Problems.Count} 处问题，一行也没有导入。请改正后重新上传。")) : Page();
    }
}
