namespace Gongkai.Documents.Retention;

/// <summary>One record on a list (清册的一行).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">题名.</param>
/// <param name="EndedOn">The day the matter ended.</param>
/// <param name="Years">Years it was to be kept.</param>
/// <param name="KeptUntil">Last day of that term, inclusive.</param>
public sealed record DestructionLine(string Kind, string Name, DateOnly EndedOn, int Years, DateOnly KeptUntil);

/// <summary>The list of records to be destroyed (销毁清册), to be printed, signed by who approved and who watched, and kept for good.</summary>
/// <param name="Agency">The agency's name.</param>
/// <param name="Number">Number of the list.</param>
/// <param name="ApprovalCode">Code of the draft by which it is approved.</param>
/// <param name="PreparedBy">Who prepared it.</param>
/// <param name="PreparedOn">The day it was prepared.</param>
/// <param name="DestroyedOn">The day it was carried out, or null.</param>
/// <param name="Witnesses">The two who watched, or null.</param>
/// <param name="Lines">The records in order.</param>
/// <param name="IsDemo">True when everything on it is made up.</param>
public sealed record DestructionSheet(
    string Agency, string Number, string ApprovalCode, string PreparedBy, DateOnly PreparedOn, DateOnly? DestroyedOn, string? Witnesses,
    IReadOnlyList<DestructionLine> Lines, bool IsDemo)
{
    /// <summary>What destroying does and what it leaves.</summary>
    public const string Notice = "销毁的是本平台里的正文、附件、办理经过中的姓名和文字；登记簿的编号、日期、分类和台账的校验码永久保留，年度报告的数字不变。纸质案卷另行监销。";
}
