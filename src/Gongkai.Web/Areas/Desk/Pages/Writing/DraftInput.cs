using System.ComponentModel.DataAnnotations;
using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Publishing;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Areas.Desk.Pages.Writing;

/// <summary>The form of a draft (拟稿表).</summary>
public sealed class DraftInput
{
    /// <summary>Code of the form it is approved on.</summary>
    [MaxLength(40)]
    public string? Form { get; set; }

    /// <summary>标题.</summary>
    [MaxLength(500)]
    public string? Title { get; set; }

    /// <summary>正文.</summary>
    public string? Body { get; set; }

    /// <summary>依据和理由.</summary>
    public string? Grounds { get; set; }

    /// <summary>Code of the proposed attribute.</summary>
    [MaxLength(40)]
    public string? Attribute { get; set; }

    /// <summary>Version that was looked at.</summary>
    public int Version { get; set; }

    /// <summary>Hashes of the attachments that stay.</summary>
    public IReadOnlyList<string> Keep { get; set; } = [];

    /// <summary>New attachments.</summary>
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    /// <summary>Everything that was typed, to be looked at before it goes anywhere.</summary>
    public IEnumerable<string?> Texts => [Title, Body, Grounds];

    /// <summary>The substance, once the uploads are stored.</summary>
    internal DraftContent ToContent(IReadOnlyList<DraftAttachment> had, IReadOnlyList<StoredFile> uploads) => new(
        (Title ?? "").Trim(), Plain(Body), Plain(Grounds),
        EnumCode<DisclosureAttribute>.TryParse(Attribute, out var attribute) ? attribute : null,
        [
            .. had.Where(known => Keep.Contains(known.FileHash)).Select(known => new DraftFile(known.Name, known.FileHash)),
            .. uploads.Select(upload => new DraftFile(upload.OriginalName, upload.Hash)),
        ]);

    // Browsers send line breaks as two characters; the substance has one form whatever it was typed in.
    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
