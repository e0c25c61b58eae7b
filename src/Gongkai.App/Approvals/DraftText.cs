using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.App.Data;
using Gongkai.App.Personal;
using Gongkai.Documents.Data;
using Gongkai.Domain;
using Gongkai.Domain.Ledger;

namespace Gongkai.App.Approvals;

/// <summary>What stands in a draft (正文、依据和理由), read from where its form keeps it: in clear, or sealed where it names people.</summary>
/// <param name="Body">正文.</param>
/// <param name="Grounds">依据和理由.</param>
/// <param name="Damage">Why it cannot be read, or null.</param>
public sealed record DraftText(string Body, string Grounds, Refusal? Damage = null)
{
    /// <summary>True when drafts on a form are kept sealed.</summary>
    public static bool IsSealedOn(string form) => BuiltInApprovals.FindForm(form) is { HoldsPersonalData: true };

    /// <summary>Reads the text of a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="ring">The house's keys, or why they are not here.</param>
    internal static DraftText Of(Draft draft, Outcome<KeyRing> ring)
    {
        if (draft.SealedText is not { } text) return new(draft.Body, draft.Grounds);
        if (ring.IsRefused) return new("", "", ring.Refusal);
        try
        {
            using var written = JsonDocument.Parse(new SealedValues(ring.Value).OpenSecret(PlaceOf(draft), text));
            // What somebody wrote into the columns in clear is no part of the text, and must not go unseen: it changes the manifest.
            return new(draft.Body + written.RootElement.GetProperty("body").GetString(), draft.Grounds + written.RootElement.GetProperty("grounds").GetString());
        }
        catch (CryptographicException)
        {
            return new("", "", new Refusal("draft.unreadable", "正文解不开：内容被改动过，或者不是用现有密钥加密的。请联系系统管理员检查密钥和数据。"));
        }
    }

    /// <summary>Writes the text to where the draft's form keeps it.</summary>
    internal void Write(Draft draft, SealedValues values)
    {
        var (body, grounds, form) = (Body, Grounds, draft.Form);
        if (!IsSealedOn(form)) (draft.Body, draft.Grounds, draft.SealedText) = (body, grounds, null);
        else (draft.Body, draft.Grounds, draft.SealedText) = ("", "", values.SealSecret(
            PlaceOf(draft), CanonicalJson.Write(new JsonObject { ["body"] = body, ["grounds"] = grounds })));
    }

    private static SealedPlace PlaceOf(Draft draft) => new(nameof(GongkaiDb.Drafts), nameof(Draft.SealedText), draft.Id);
}
