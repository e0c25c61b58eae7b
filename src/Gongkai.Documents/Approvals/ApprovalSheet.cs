using Gongkai.Domain.Approvals;

namespace Gongkai.Documents.Approvals;

/// <summary>A line of the form (表内一栏).</summary>
/// <param name="Name">What stands on the left.</param>
/// <param name="Text">What stands on the right.</param>
public sealed record SheetLine(string Name, string Text);

/// <summary>An opinion as printed (意见栏).</summary>
/// <param name="Words">What was said.</param>
/// <param name="Who">Who signed, with the post exercised for another where it was.</param>
/// <param name="On">The day.</param>
/// <param name="Means">How it was given, as it is to be called: 网上审批, 纸质审批, 代录…</param>
public sealed record SheetOpinion(string Words, string Who, DateOnly On, string Means);

/// <summary>A step as printed: opinions, or room to sign (审批栏).</summary>
/// <param name="Name">Name of the step.</param>
/// <param name="By">Who may sign.</param>
/// <param name="Opinions">What was said so far.</param>
/// <param name="Remark">Why nobody signs here, or null: 紧急办理，未经此环节.</param>
public sealed record SheetStep(string Name, string By, IReadOnlyList<SheetOpinion> Opinions, string? Remark);

/// <summary>
/// The approval sheet (呈批单), under the name the office has for it. Before the decision it is printed to be signed, afterwards it is the
/// history: one form.
/// </summary>
/// <param name="Agency">The agency's name.</param>
/// <param name="Form">What the form is called.</param>
/// <param name="Code">Code of matter and content, printed on every page in letters and as a picture.</param>
/// <param name="PrintedOn">The day it is printed.</param>
/// <param name="Lines">Title, drafters, attribute, grounds, and whatever was filled in after the sign-off.</param>
/// <param name="Body">The whole text: who signs has read it.</param>
/// <param name="Attachments">Names of the attachments with the beginning of their hash.</param>
/// <param name="Steps">The steps in order.</param>
/// <param name="Remarks">Sentences about the course: sent back, urgent path, earlier rounds.</param>
/// <param name="IsDemo">True when everything on it is made up.</param>
public sealed record ApprovalSheet(
    string Agency, string Form, SheetCode Code, DateOnly PrintedOn, IReadOnlyList<SheetLine> Lines, string Body, IReadOnlyList<string> Attachments,
    IReadOnlyList<SheetStep> Steps, IReadOnlyList<string> Remarks, bool IsDemo)
{
    /// <summary>What signing on paper means.</summary>
    internal const string Notice = "本单与内容码所指的内容一一对应：签署后扫描归卷，凭码归入本件；内容改动后本单作废，须重新打印送签。";

    /// <summary>Made-up data says so.</summary>
    internal const string DemoNotice = "演示数据：机关、人员和内容均为虚构。";
}
