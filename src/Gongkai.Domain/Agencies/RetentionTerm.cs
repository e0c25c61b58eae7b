namespace Gongkai.Domain.Agencies;

/// <summary>What is kept for a term and then destroyed (到期档案的种类). Stored by code: members are never renamed.</summary>
public enum RetainedRecords
{
    /// <summary>依申请公开案卷.</summary>
    Request,

    /// <summary>复议诉讼案卷.</summary>
    Dispute,

    /// <summary>答复文书的呈批件.</summary>
    Approval,
}

/// <summary>How long records are kept (保管期限), by the agency's own schedule or, where none was entered, by the longest that rules name.</summary>
/// <param name="Records">Which.</param>
/// <param name="Years">Whole years.</param>
/// <param name="Source">The schedule it comes from (归档范围和保管期限表).</param>
public sealed record RetentionTerm(RetainedRecords Records, int Years, string Source)
{
    /// <summary>The longest term with an end; what is kept longer is kept for good.</summary>
    public const int Longest = 100;

    /// <summary>Last day on which what ended on a day is kept, inclusive: the years are counted from the first of January after it.</summary>
    /// <param name="endedOn">The day the matter ended.</param>
    public DateOnly LastDayOf(DateOnly endedOn) => new(endedOn.Year + Years, 12, 31);

    /// <summary>True when the term of what ended on a day is over.</summary>
    /// <param name="endedOn">The day the matter ended.</param>
    /// <param name="today">The present day.</param>
    public bool IsOver(DateOnly endedOn, DateOnly today) => LastDayOf(endedOn) < today;
}
