using System.Text.Json;
using Gongkai.Documents.Approvals;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;

namespace Gongkai.Documents.Data;

/// <summary>
/// Chains and forms that come with the program (内置审批流程、审批表), from <c>data/approvals/</c>. Every edition that was ever shipped stays: an
/// approval finishes on the one it began with.
/// </summary>
public static class BuiltInApprovals
{
    /// <summary>All editions of all chains.</summary>
    public static IReadOnlyList<ApprovalChain> Chains { get; } = [.. BuiltInData.List("approvals/chains").Select(LoadChain)];

    /// <summary>The forms.</summary>
    public static IReadOnlyList<ApprovalForm> Forms { get; } = LoadForms();

    /// <summary>The newest edition of a chain, or null.</summary>
    public static ApprovalChain? Newest(string code) => Chains.Where(chain => chain.Version.Code == code).MaxBy(chain => chain.Version.Number);

    /// <summary>A certain edition, or null.</summary>
    public static ApprovalChain? Find(ChainVersion version) => Chains.FirstOrDefault(chain => chain.Version == version);

    /// <summary>The forms an agency uses, by its modules.</summary>
    public static IEnumerable<ApprovalForm> UsedIn(IReadOnlySet<AgencyModule> modules) =>
        Forms.Where(form => form.Module is not { } module || modules.Contains(module));

    /// <summary>The form with this code, or null.</summary>
    public static ApprovalForm? FindForm(string code) => Forms.FirstOrDefault(form => form.Code == code);

    private static ApprovalChain LoadChain(string path)
    {
        using var stream = BuiltInData.Open(path);
        return ApprovalChainFile.Read(stream, own: false).Value;
    }

    private static List<ApprovalForm> LoadForms()
    {
        using var stream = BuiltInData.Open("approvals/forms.json");
        using var document = JsonDocument.Parse(stream);
        return
        [
            .. document.RootElement.EnumerateArray().Select(form => new ApprovalForm(
                form.GetProperty("code").GetString()!, form.GetProperty("name").GetString()!, form.GetProperty("chain").GetString()!,
                form.GetProperty("personal").GetBoolean(),
                form.GetProperty("module").GetString() is { } module ? EnumCode<AgencyModule>.Parse(module) : null)),
        ];
    }
}
