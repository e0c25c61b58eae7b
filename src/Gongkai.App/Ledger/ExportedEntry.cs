using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongkai.App.Ledger;

/// <summary>First line of an exported ledger: which chain it is, and where it ends.</summary>
/// <param name="Schema"><see cref="CurrentSchema"/>.</param>
/// <param name="Chain">Identity of the chain.</param>
/// <param name="Entries">How many lines follow; also the sequence of the last.</param>
/// <param name="Head">Hash of the last entry, empty when there is none.</param>
public sealed record ExportHeader(string Schema, Guid Chain, long Entries, string Head)
{
    /// <summary>Name of the format: public facts only, nothing of the private parts but their digests.</summary>
    public const string CurrentSchema = "gongkai.ledger-facts/1";
}

/// <summary>One entry of an exported ledger; enough to verify the chain, and to fold from.</summary>
/// <param name="Facts">The canonical text, letter by letter as hashed.</param>
/// <param name="PrivateDigest">Digest of the private part, which stays behind.</param>
/// <param name="PreviousHash">Hash of the entry before.</param>
/// <param name="Hash">Hash of the entry.</param>
internal sealed record ExportedEntry(string Facts, string PrivateDigest, string PreviousHash, string Hash);

[JsonSerializable(typeof(ExportHeader))]
[JsonSerializable(typeof(ExportedEntry))]
internal sealed partial class ExportJson : JsonSerializerContext
{
    /// <summary>Strict in reading; in writing quotes stay readable, for these lines go into a file and never into a page.</summary>
    public static ExportJson Lines { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
