using Gongkai.Documents.Handovers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Areas.Desk.Pages.Handover;

/// <summary>The sheet of a handover as a file to take away (交接单文件).</summary>
internal static class SheetFile
{
    public static FileContentResult Of(PageModel page, HandoverSheet sheet) => page.File(
        HandoverSheetDocx.Write(sheet), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"交接单-{sheet.Post}-{sheet.From}.docx");
}
