using Gongkai.Domain.Agencies;

namespace Gongkai.Domain.Approvals;

/// <summary>How a step is decided (环节类别).</summary>
public enum StepKind
{
    /// <summary>审核：one person of the step's posts.</summary>
    Review,

    /// <summary>会签：everybody who was asked, at the same time and in any order.</summary>
    Countersign,

    /// <summary>签发：the last word, never left out.</summary>
    SignOff,
}

/// <summary>One step of a chain (审批环节).</summary>
/// <param name="Code">Stable code, unique in the chain.</param>
/// <param name="Name">Name as printed, e.g. 核稿.</param>
/// <param name="Kind">How it is decided.</param>
/// <param name="Roles">Posts that may decide; empty for a countersignature, which is asked of persons.</param>
/// <param name="SkippedBy">Posts that may leave it out, by an act with a reason; empty when nobody may.</param>
/// <param name="OnUrgentPath">True when the urgent path keeps it.</param>
public sealed record ApprovalStep(
    string Code, string Name, StepKind Kind, IReadOnlyList<PostRole> Roles, IReadOnlyList<PostRole> SkippedBy, bool OnUrgentPath);

/// <summary>
/// Which edition of a chain (审批流程版本): one that comes with the program, or an agency's own. Running approvals finish on the edition
/// they began with.
/// </summary>
/// <param name="Code">Code of the chain.</param>
/// <param name="Number">From 1.</param>
/// <param name="Own">True for an agency's own edition.</param>
public readonly record struct ChainVersion(string Code, int Number, bool Own)
{
    private const string OwnMark = "own";

    /// <summary>The written form: <c>document/1</c>, or <c>document/own/3</c>.</summary>
    public override string ToString() => Own ? $"{Code}/{OwnMark}/{Number}" : $"{Code}/{Number}";

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">It is no version.</exception>
    public static ChainVersion Parse(string text) => text.Split('/') switch
    {
        [var code, var number] => new ChainVersion(code, int.Parse(number, null), false),
        [var code, OwnMark, var number] => new ChainVersion(code, int.Parse(number, null), true),
        _ => throw new FormatException($"'{text}' is no version of a chain."),
    };
}

/// <summary>
/// Who decides, in which order (审批流程): data, because it is each agency's own. Drafting (拟稿) comes before the first step and is what the
/// submission stands for.
/// </summary>
/// <param name="Version">Which edition.</param>
/// <param name="Name">Name for people.</param>
/// <param name="DraftName">What drafting is called, e.g. 拟稿.</param>
/// <param name="Steps">The steps in order; the last is the sign-off.</param>
/// <param name="UrgentRoles">Posts that may take the urgent path; empty when there is none.</param>
/// <param name="AllowsProxy">False where the agency forbids 代录.</param>
/// <param name="Source">Where it comes from: a rule of the office with its date.</param>
public sealed record ApprovalChain(
    ChainVersion Version, string Name, string DraftName, IReadOnlyList<ApprovalStep> Steps, IReadOnlyList<PostRole> UrgentRoles, bool AllowsProxy,
    string Source)
{
    /// <summary>The step with this code, or null.</summary>
    public ApprovalStep? Find(string code) => Steps.FirstOrDefault(step => step.Code == code);

    /// <summary>What keeps this from being a chain, or null.</summary>
    public Refusal? Fault()
    {
        if (Steps.Count == 0 || Steps[^1].Kind != StepKind.SignOff || Steps.Count(step => step.Kind == StepKind.SignOff) != 1)
            return Wrong("sign-off", "最后一个环节必须是签发，并且只有一个签发环节。");
        if (Steps.GroupBy(step => step.Code, StringComparer.Ordinal).Any(same => same.Count() > 1)) return Wrong("codes", "有两个环节用了同一个代码。");
        if (Steps.FirstOrDefault(step => step.Kind != StepKind.Countersign && step.Roles.Count == 0) is { } nobody)
            return Wrong("roles", $"“{nobody.Name}”没有写明由哪些岗位办理。");
        if (Steps.Any(step => step.Roles.Concat(step.SkippedBy).Concat(UrgentRoles).Contains(PostRole.AgencyAdministrator)))
            return Wrong("administrator", "机关管理员不办理审批，请改写岗位。");
        return Steps[^1] is { OnUrgentPath: false } or { SkippedBy.Count: > 0 }
            ? Wrong("sign-off-omitted", "签发不能省略：紧急办理也必须保留，也不能允许跳过。")
            : null;
    }

    private static Refusal Wrong(string code, string message) => new($"chain.{code}", $"审批流程不能使用：{message}");
}
