using Gongkai.App.Imports;
using Gongkai.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Areas.Desk.Pages.Entry;

/// <summary>登记模板：the workbook of the import, to be filled in.</summary>
public sealed class TemplateModel : DeskPage
{
    /// <summary>Hands it over.</summary>
    public IActionResult OnGet() => File(ImportTemplate.Workbook(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "台账模板.xlsx");
}
