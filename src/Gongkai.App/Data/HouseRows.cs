namespace Gongkai.App.Data;

/// <summary>What a data folder is: one row. A demonstration house never becomes a real one.</summary>
public sealed class HouseRow
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>True when its data are made up; every page and document says 演示数据.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Identity of the house; the files folder carries it too, so that a database never meets somebody else's files.</summary>
    public Guid HouseId { get; init; }

    /// <summary>When it was founded, UTC.</summary>
    public DateTime FoundedAt { get; init; }

    /// <summary>Name of the digest that new ledger entries are sealed with; older entries keep theirs.</summary>
    public required string LedgerHash { get; set; }

    /// <summary>How many days security events are kept before they may be archived; never fewer than the law's six months.</summary>
    public int AuditRetentionDays { get; set; } = Audit.AuditArchive.ShortestRetention;
}

/// <summary>
/// Generation of the public site: one row, raised in the transaction of every act that changes public pages. A cached page carries the
/// generation it was made from, so no node serves it after.
/// </summary>
public sealed class SiteGeneration
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>The generation.</summary>
    public long Number { get; set; }
}

/// <summary>A stored file, named by its content.</summary>
public sealed class StoredFile
{
    /// <summary>SHA-256 in lower-case hexadecimal: also its place, <c>files/ab/cd/…</c>.</summary>
    public required string Hash { get; init; }

    /// <summary>Length in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Media type sniffed from its bytes.</summary>
    public required string MediaType { get; init; }

    /// <summary>Name it came with; empty once purged.</summary>
    public required string OriginalName { get; set; }

    /// <summary>When it was stored, UTC.</summary>
    public DateTime StoredAt { get; init; }

    /// <summary>When its bytes were removed for good, UTC, or null.</summary>
    public DateTime? PurgedAt { get; set; }
}

/// <summary>A calendar year the office imported; it overrides the built-in one.</summary>
public sealed class CalendarYearRow : IVersioned
{
    /// <summary>The year.</summary>
    public int Year { get; init; }

    /// <summary>Days off and working weekends, in the shape of <c>data/calendars/</c>.</summary>
    public required string Json { get; set; }

    /// <summary>Number of the notice it comes from.</summary>
    public required string Source { get; set; }

    /// <summary>When it was imported, UTC.</summary>
    public DateTime ImportedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
