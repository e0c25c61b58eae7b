namespace Gongkai.Domain.Requests;

/// <summary>One item of a request and what was decided on it (申请事项及其答复).</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Withheld">For an item given in part (区分处理): why the rest was withheld; else null.</param>
public readonly record struct RequestItem(DecisionType Decision, DecisionType? Withheld = null)
{
    /// <summary>The decision, and the reason for what was withheld.</summary>
    public IEnumerable<DecisionType> Decisions => Withheld is { } withheld ? [Decision, withheld] : [Decision];
}

/// <summary>Folds the items of a request to the one row it counts in (一件申请只计一行).</summary>
public static class RequestItems
{
    /// <summary>The row of a request.</summary>
    /// <param name="items">Its items with their decisions.</param>
    /// <param name="rows">The table of the agency's region.</param>
    /// <param name="main">Where nothing was given: the row of the main outcome, if the officer names one; else null.</param>
    /// <returns>The row, or why the items and the main outcome do not go together.</returns>
    [Law("国办公开办函〔2021〕30号")]
    public static Outcome<OutcomeRow> FoldToRow(IReadOnlyCollection<RequestItem> items, DecisionRows rows, OutcomeRow? main = null)
    {
        if (items.Count == 0) return new Refusal("request.no-items", "没有任何申请事项的答复，无法确定计入哪一行。");
        var found = items.SelectMany(item => item.Decisions).Select(decision => rows[decision].Row).Distinct().Order().ToList();
        // Rows stand in the order of the form, so the first is （一）予以公开 or （二）部分公开 exactly when something was given.
        var row = found switch
        {
            [OutcomeRow.Granted] => OutcomeRow.Granted,
            [OutcomeRow.Granted, .. var rest] when rest.All(IsUnavailable) => rows.GivenAndUnavailable,
            [<= OutcomeRow.PartlyGranted, ..] => OutcomeRow.PartlyGranted,
            _ => main ?? found[0],
        };
        if (main is not { } named || named == row && (row <= OutcomeRow.PartlyGranted || found.Contains(row))) return row;
        return new Refusal("request.main-outcome", row <= OutcomeRow.PartlyGranted
            ? "有事项已予公开：按表三说明，区分处理的只计“部分公开”，不能另指主要结果。"
            : "所指的主要结果不是任何一个事项的答复：请从各事项的答复中选择。");
    }

    private static bool IsUnavailable(OutcomeRow row) => row is OutcomeRow.UnavailableNotHeld or OutcomeRow.UnavailableRequiresCreation;
}
