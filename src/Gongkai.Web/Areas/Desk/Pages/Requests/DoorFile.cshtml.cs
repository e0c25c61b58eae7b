using Gongkai.App.Files;
using Gongkai.App.Requests.Doors;
using Gongkai.Web.Desk;
using Gongkai.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Areas.Desk.Pages.Requests;

/// <summary>随交办、会商的附件：handed over as a file to the two agencies of its door, never shown on our own origin.</summary>
public sealed class DoorFileModel(CaseReading cases, FileStore files) : DeskPage
{
    /// <summary>Hands it over.</summary>
    public async Task<IActionResult> OnGetAsync(Guid door, Guid file, CancellationToken cancellation)
    {
        if (await cases.FindFileAsync(Who.Caller, Agency.Id, door, file, cancellation) is not { } found) return NotFound();
        var content = await files.ReadAsync(found.FileHash, cancellation);
        if (content.IsRefused) return NotFound();
        Response.Headers.ContentSecurityPolicy = SecurityHeaders.FilePolicy;
        return File(content.Value, "application/octet-stream", found.Name);
    }
}
