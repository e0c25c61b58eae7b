namespace Gongkai.Domain.Ledger;

/// <summary>What is wrong with a chain (台账校验结论).</summary>
public enum ChainFault
{
    /// <summary>The entry's bytes are not those that were hashed (被改动).</summary>
    Altered,

    /// <summary>One or more entries before this one are missing (被删除).</summary>
    Removed,

    /// <summary>The entry does not belong here (被插入).</summary>
    Inserted,

    /// <summary>Entries at the end are missing (末尾被截断).</summary>
    TailCut,

    /// <summary>The kept head is not the hash of the last entry (链头不符).</summary>
    HeadMismatch,
}

/// <summary>The first broken place of a chain (断链处).</summary>
/// <param name="Sequence">Sequence of the entry where the chain first fails.</param>
/// <param name="Fault">What is wrong there.</param>
/// <param name="Message">The same in Chinese.</param>
public sealed record ChainBreak(long Sequence, ChainFault Fault, string Message);

/// <summary>
/// Checks a chain entry by entry, in stored order, and keeps the first break (台账校验). It holds no entries, so a chain of any length
/// can be streamed through it. What it cannot show: a chain rewritten whole together with its head; for that heads are published.
/// </summary>
/// <param name="algorithms">The digest algorithms entries may name.</param>
/// <param name="start">The last entry before those that are checked; empty for a chain from its beginning.</param>
public sealed class ChainVerifier(IEnumerable<ChainHash> algorithms, ChainHead start)
{
    /// <summary>Checks a chain from its beginning.</summary>
    /// <param name="algorithms">The digest algorithms entries may name.</param>
    public ChainVerifier(IEnumerable<ChainHash> algorithms) : this(algorithms, ChainHead.Empty) { }

    private readonly Dictionary<string, ChainHash> _algorithms = algorithms.ToDictionary(hash => hash.Name, StringComparer.Ordinal);

    /// <summary>Head of what was seen so far.</summary>
    public ChainHead Head { get; private set; } = start;

    /// <summary>The first break, or null while the chain holds.</summary>
    public ChainBreak? Break { get; private set; }

    /// <summary>Looks at the next entry in stored order.</summary>
    /// <param name="sequence">Sequence under which it is stored.</param>
    /// <param name="entry">The entry.</param>
    public void Next(long sequence, LedgerEntry entry)
    {
        if (Break is not null) return;
        var expected = Head.Sequence + 1;
        if (sequence > expected)
            Break = new ChainBreak(expected, ChainFault.Removed, $"第 {expected} 条缺失，其后为第 {sequence} 条：有条目被删除。");
        else if (sequence < expected)
            Break = new ChainBreak(sequence, ChainFault.Inserted, $"第 {sequence} 条出现两次：有条目被插入。");
        else if (!_algorithms.TryGetValue(entry.Hash.Split(':')[0], out var hash)
            || hash.OfEntry(entry.PreviousHash, entry.FactsText, entry.PrivateDigest) != entry.Hash)
            Break = new ChainBreak(sequence, ChainFault.Altered, $"第 {sequence} 条与其校验码不符：内容被改动。");
        else if (entry.PreviousHash != Head.Hash)
            Break = new ChainBreak(sequence, ChainFault.Inserted, $"第 {sequence} 条没有接在第 {Head.Sequence} 条之后：有条目被插入或整段被替换。");
        Head = new ChainHead(sequence, entry.Hash);
    }

    /// <summary>Reports a fault that the store found in the entry just seen, e.g. a column that is no longer what the text says.</summary>
    public void Fail(long sequence, ChainFault fault, string message) => Break ??= new ChainBreak(sequence, fault, message);

    /// <summary>Ends the check against the kept head.</summary>
    /// <returns>The first break, or null when the chain is whole.</returns>
    public ChainBreak? Finish(ChainHead kept)
    {
        if (Break is not null) return Break;
        if (kept.Sequence > Head.Sequence)
            Break = new ChainBreak(Head.Sequence + 1, ChainFault.TailCut,
                $"应有 {kept.Sequence} 条，实有 {Head.Sequence} 条：第 {Head.Sequence + 1} 条起被截去。");
        else if (kept != Head)
            Break = new ChainBreak(Head.Sequence, ChainFault.HeadMismatch, $"链头记录为第 {kept.Sequence} 条，与第 {Head.Sequence} 条的校验码不符。");
        return Break;
    }
}
