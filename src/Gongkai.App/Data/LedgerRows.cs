using Gongkai.Domain.Agencies;

namespace Gongkai.App.Data;

/// <summary>A ledger entry as stored: the exact text that was hashed, and columns that are a projection of it.</summary>
public sealed class LedgerEntryRow : IOfAgency
{
    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>Place in the agency's chain, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>Projection: kind and version, e.g. <c>request.received/1</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Projection: what the act is about.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Projection: the day the act counts for.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>Projection: when it was recorded.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Projection: the entry it corrects.</summary>
    public long? Corrects { get; init; }

    /// <summary>The canonical facts, letter by letter as hashed.</summary>
    public required string FactsText { get; init; }

    /// <summary>The private part with its salt, sealed with the house's keys; null once erased.</summary>
    public byte[]? PrivateBytes { get; set; }

    /// <summary>
    /// Salt of an entry from before private parts were sealed: then <see cref="PrivateBytes"/> are the canonical bytes in clear. Null in
    /// every other entry.
    /// </summary>
    public byte[]? Salt { get; set; }

    /// <summary>Digest of salt and private part; stays.</summary>
    public required string PrivateDigest { get; init; }

    /// <summary>Hash of the entry before; empty for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>Hash of this entry.</summary>
    public required string Hash { get; init; }
}

/// <summary>The kept head of an agency's chain. Locked by updating it before anything of the act is read.</summary>
public sealed class ChainHeadRow : IOfAgency
{
    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>Sequence of the last entry, 0 for none.</summary>
    public long Sequence { get; set; }

    /// <summary>Hash of the last entry, empty for none.</summary>
    public string Hash { get; set; } = "";
}
