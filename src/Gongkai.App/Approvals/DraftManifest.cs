using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.Domain;
using Gongkai.Domain.Approvals;

namespace Gongkai.App.Approvals;

/// <summary>
/// Writes down the substance of a draft as it is at this moment: from the rows, and from the bytes of the files read again. No flag is
/// believed, so whoever changed a column or a byte, by whatever way, changed the hash.
/// </summary>
internal static class DraftManifest
{
    private const int Version = 1;

    /// <summary>The substance, and what is wrong with a file when one cannot be read as it was stored.</summary>
    public static async Task<(ContentManifest Manifest, Refusal? Damage)> ReadAsync(
        Draft draft, DraftText text, IEnumerable<DraftAttachment> attachments, FileStore files, CancellationToken cancellation)
    {
        List<ManifestFile> named = [];
        var damage = text.Damage;
        foreach (var attachment in attachments.OrderBy(attachment => attachment.Place))
        {
            var read = await files.ReadAsync(attachment.FileHash, cancellation);
            if (read.IsRefused) damage ??= new Refusal(read.Refusal.Code, $"附件“{attachment.Name}”：{read.Refusal.Message}");
            named.Add(new ManifestFile(attachment.Name, read.IsRefused ? "" : attachment.FileHash));
        }
        return (Of(draft, text, named), damage);
    }

    private static ContentManifest Of(Draft draft, DraftText text, IEnumerable<ManifestFile> files) => new("draft", Version, new Dictionary<string, string?>
    {
        ["form"] = draft.Form,
        ["title"] = draft.Title,
        ["body"] = text.Body,
        ["grounds"] = text.Grounds,
        ["attribute"] = draft.Attribute is { } attribute ? EnumCode<Gongkai.Domain.Publishing.DisclosureAttribute>.Of(attribute) : null,
    }, files);
}
