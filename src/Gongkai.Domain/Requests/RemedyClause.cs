namespace Gongkai.Domain.Requests;

/// <summary>What the letter says about remedies (救济告知).</summary>
public enum RemedyClause
{
    /// <summary>甲：应当先申请行政复议，对复议决定不服的再起诉 (复议前置).</summary>
    ReconsiderationFirst,

    /// <summary>乙：可以申请行政复议，也可以直接起诉.</summary>
    ReconsiderationOrLitigation,
}

/// <summary>Chooses the remedy clause of a letter (救济告知的选择).</summary>
public static class Remedy
{
    private static readonly DateOnly ReconsiderationFirstSince = new(2024, 1, 1);

    /// <summary>The clause of a letter.</summary>
    /// <param name="items">What was decided, item by item; for an item given in part also why the rest was withheld.</param>
    /// <param name="servedOn">Day of service.</param>
    [Law("复议法", 23, 1, 4)]
    [Law("复议法", 23, 2)]
    public static RemedyClause For(IEnumerable<RequestItem> items, DateOnly servedOn) =>
        // 不予公开 is read as a refusal under 条例14–16, as the Supreme Court does; 无法提供 and 不予处理 are none (法释〔2025〕8号 1).
        // One such item is enough: the applicant cannot know which part of a mixed letter a court would take.
        servedOn >= ReconsiderationFirstSince && items.Any(item => item.Decisions.Any(DecisionGround.IsRefusal))
            ? RemedyClause.ReconsiderationFirst
            : RemedyClause.ReconsiderationOrLitigation;
}
