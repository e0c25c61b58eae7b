using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Desk;

/// <summary>The one place where a page opens what was uploaded (上传): it goes into the intake, or is looked at there before it is read.</summary>
internal static class Uploads
{
    /// <summary>Who brings what is uploaded or typed.</summary>
    public static Bringer BringerTo(this Caller caller, AgencyId? agency) => new(caller.Id, agency, caller.From);

    /// <summary>Stores the uploaded files; the first that is refused stops all.</summary>
    public static async Task<Outcome<List<StoredFile>>> TakeAsync(
        this FileIntake intake, Bringer bringer, IEnumerable<IFormFile> files, CancellationToken cancellation)
    {
        List<StoredFile> taken = [];
        foreach (var file in files.Where(file => file.Length > 0))
        {
            await using var content = file.OpenReadStream();
            var stored = await intake.TakeAsync(bringer, NameOf(file), content, null, cancellation);
            if (stored.IsRefused) return stored.Refusal;
            taken.Add(stored.Value);
        }
        return taken;
    }

    /// <summary>Reads an uploaded table that is not kept itself; a marked one is not read.</summary>
    public static async Task<Outcome<byte[]>> ReadAsync(this FileIntake intake, Bringer bringer, IFormFile file, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        var bytes = content.ToArray();
        return await intake.LookAtAsync(bringer, NameOf(file), bytes, cancellation) is { } marked ? marked : bytes;
    }

    private static string NameOf(IFormFile file) => Path.GetFileName(file.FileName);
}
