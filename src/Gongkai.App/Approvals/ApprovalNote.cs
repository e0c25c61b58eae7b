using Gongkai.Domain.Ledger;

namespace Gongkai.App.Approvals;

/// <summary>
/// What was said with an act of approval (审批意见). It stands in one place, the private part of the act's entry: sealed there, covered by
/// the chain, and gone with it when it is erased.
/// </summary>
/// <param name="Who">Name of who decided or did it.</param>
/// <param name="Words">The opinion, the reason, or the value filled in.</param>
/// <param name="RecordedBy">Name of who recorded it for another, or null.</param>
public sealed record ApprovalNote(string Who, string Words, string? RecordedBy = null)
{
    private const string Draft = "draft";
    private const string DecidedBy = "decidedBy";

    /// <summary>What is shown in the place of a note that was erased.</summary>
    public static ApprovalNote Erased { get; } = new("（已依规清除）", "");

    /// <summary>The note as it is sealed into its act.</summary>
    /// <param name="code">Code of the draft.</param>
    internal PrivatePart Write(string code) => new(RecordedBy ?? Who, Words, RecordedBy is null
        ? new Dictionary<string, string> { [Draft] = code }
        : new Dictionary<string, string> { [Draft] = code, [DecidedBy] = Who });

    /// <summary>The note of an act's private part; null is one that was erased.</summary>
    internal static ApprovalNote Of(PrivatePart? part) => part is null ? Erased
        : part.References.GetValueOrDefault(DecidedBy) is { } decided ? new(decided, part.Why, part.Who) : new(part.Who, part.Why);
}
