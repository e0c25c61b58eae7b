namespace Gongkai.Domain.Ledger;

/// <summary>The kept end of a chain (链头): without it a cut tail could not be seen.</summary>
/// <param name="Sequence">Sequence of the last entry, 0 for an empty chain.</param>
/// <param name="Hash">Hash of the last entry, empty for an empty chain.</param>
public readonly record struct ChainHead(long Sequence, string Hash)
{
    /// <summary>Head of a chain without entries.</summary>
    public static ChainHead Empty { get; } = new(0, "");
}
