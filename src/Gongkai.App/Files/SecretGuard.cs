using Gongkai.Documents.Secrets;
using Gongkai.Domain;

namespace Gongkai.App.Files;

/// <summary>
/// Stands at the door of a house (保密门禁): whatever is about to be stored is examined in memory, and what is marked is never written
/// anywhere. The refusal names the rule and nothing of what was found.
/// </summary>
public static class SecretGuard
{
    private const string Classified = "secret.marked/";
    private const string WorkSecret = "secret.held/";
    private const string Unexaminable = "secret.unexaminable/";

    /// <summary>Why a file may not be stored, or null.</summary>
    /// <param name="name">The name it came with.</param>
    /// <param name="content">All of its bytes.</param>
    public static Refusal? Examine(string name, ReadOnlyMemory<byte> content) => Explain(SecretExamination.Examine(name, content));

    /// <summary>Why a text that was typed or pasted may not be stored, or null.</summary>
    public static Refusal? ExamineText(string text) => Explain(SecretExamination.ExamineText(text));

    /// <summary>What a refusal of this guard found, or null when it is another's.</summary>
    public static MarkKind? KindOf(Refusal refusal) =>
        refusal.Code.StartsWith(Classified, StringComparison.Ordinal) ? MarkKind.Classified
        : refusal.Code.StartsWith(WorkSecret, StringComparison.Ordinal) ? MarkKind.WorkSecret
        : refusal.Code.StartsWith(Unexaminable, StringComparison.Ordinal) ? MarkKind.Unexaminable : null;

    /// <summary>Name of the rule that a refusal of this guard goes back to.</summary>
    public static string RuleOf(Refusal refusal) => refusal.Code[(refusal.Code.IndexOf('/', StringComparison.Ordinal) + 1)..];

    [Law("保守国家秘密法", 31)]
    private static Refusal? Explain(SecretMark? mark) => mark switch
    {
        null => null,
        { Kind: MarkKind.Classified } => new Refusal(Classified + mark.Rule,
            "这份内容带有国家秘密的密级标志。系统没有保存它的任何部分。本系统为非涉密系统，请立即断开本机网络连接，不要再打开、转发或删除该文件，马上报告本单位保密工作机构处理。"),
        { Kind: MarkKind.WorkSecret } => new Refusal(WorkSecret + mark.Rule,
            "这份内容标有“内部”“工作秘密”或“不得外传”一类字样，暂不保存。请交本机关保密审查人决定：可以录入的，由其确认后再传；不可以的，不要录入本系统。"),
        { Rule: "encrypted" } => new Refusal(Unexaminable + mark.Rule, "文件设有打开密码，无法做保密检查，没有保存。请取消密码另存后再传。"),
        { Rule: "too-large" } => new Refusal(Unexaminable + mark.Rule, "文件展开后过大、层数过多或检查超时，无法做保密检查，没有保存。请拆分后再传，不要把压缩包套压缩包。"),
        { Rule: "damaged" } => new Refusal(Unexaminable + mark.Rule, "文件不完整或已损坏，无法做保密检查，没有保存。请用原来的软件打开、另存后再传。"),
        _ => new Refusal(Unexaminable + mark.Rule, "认不出这种文件格式，无法做保密检查，没有保存。请改用 Word、WPS、Excel、PDF、纯文本或常见图片格式。"),
    };
}
