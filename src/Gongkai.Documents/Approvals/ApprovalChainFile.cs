using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Ledger;

namespace Gongkai.Documents.Approvals;

/// <summary>
/// An edition of a chain as a file (审批流程文件): <c>code</c>, <c>version</c>, <c>name</c>, <c>draft</c>, <c>source</c>, <c>proxy</c>,
/// <c>urgent</c> and <c>steps</c>. The built-in chains and an agency's own have the same shape.
/// </summary>
public static class ApprovalChainFile
{
    private const string What = "审批流程文件";

    /// <summary>Reads and checks a file.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="own">True when it is an agency's own edition.</param>
    /// <returns>The chain, or the first thing wrong with it.</returns>
    public static Outcome<ApprovalChain> Read(Stream stream, bool own)
    {
        var parsed = JsonText.Parse(stream, What);
        if (parsed.IsRefused) return parsed.Refusal;
        using var document = parsed.Value;
        try
        {
            var chain = Read(document.RootElement, own);
            return chain.Fault() is { } fault ? fault : chain;
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return new Refusal("chain.malformed",
                $"{What}写法不对：应有 code、version、name、draft、source、proxy、urgent（岗位列表）和 steps（各环节的 code、name、kind、roles）。可照内置流程的样子写。");
        }
    }

    /// <summary>Writes a chain in the same shape, in canonical form: equal chains give equal text.</summary>
    public static string Write(ApprovalChain chain) => CanonicalJson.Write(new JsonObject
    {
        ["code"] = chain.Version.Code,
        ["version"] = chain.Version.Number,
        ["name"] = chain.Name,
        ["draft"] = chain.DraftName,
        ["source"] = chain.Source,
        ["proxy"] = chain.AllowsProxy,
        ["urgent"] = Roles(chain.UrgentRoles),
        ["steps"] = new JsonArray([.. chain.Steps.Select(step => (JsonNode)new JsonObject
        {
            ["code"] = step.Code,
            ["name"] = step.Name,
            ["kind"] = EnumCode<StepKind>.Of(step.Kind),
            ["roles"] = Roles(step.Roles),
            ["skippedBy"] = Roles(step.SkippedBy),
            ["urgent"] = step.OnUrgentPath,
        })]),
    });

    /// <summary>Hash of a chain: an approval keeps that of the edition it began with.</summary>
    public static string Hash(ApprovalChain chain) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(chain))))}";

    private static ApprovalChain Read(JsonElement root, bool own) => new(
        new ChainVersion(Text(root, "code"), root.GetProperty("version").GetInt32(), own),
        Text(root, "name"),
        Text(root, "draft"),
        [.. root.GetProperty("steps").EnumerateArray().Select(ReadStep)],
        Roles(root, "urgent"),
        root.GetProperty("proxy").GetBoolean(),
        Text(root, "source"));

    private static ApprovalStep ReadStep(JsonElement step) => new(
        Text(step, "code"),
        Text(step, "name"),
        EnumCode<StepKind>.Parse(Text(step, "kind")),
        Roles(step, "roles"),
        Roles(step, "skippedBy"),
        step.TryGetProperty("urgent", out var urgent) && urgent.GetBoolean());

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() is { Length: > 0 } text && (name != "code" || !text.Contains('/', StringComparison.Ordinal))
            ? text
            : throw new FormatException(name);

    private static List<PostRole> Roles(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(role => EnumCode<PostRole>.Parse(role.GetString()!))] : [];

    private static JsonArray Roles(IEnumerable<PostRole> roles) => new([.. roles.Select(role => (JsonNode)EnumCode<PostRole>.Of(role))]);
}
