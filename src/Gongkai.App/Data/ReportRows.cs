using Gongkai.Domain.Agencies;

namespace Gongkai.App.Data;

/// <summary>A published annual report: its numbers, the ledger state they were folded from, and where each comes from.</summary>
public sealed class PublishedReport : IVersioned, IOfAgency
{
    /// <summary>Identity; the subject of its entries.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>The year reported on; one report per agency and year.</summary>
    public int Year { get; init; }

    /// <summary>Code of the form.</summary>
    public required string Form { get; init; }

    /// <summary>The published JSON, <c>gongkai.annual-report/1</c>, letter by letter.</summary>
    public required string Json { get; set; }

    /// <summary>Cell to ledger sequences as JSON; never shown in public.</summary>
    public required string Provenance { get; set; }

    /// <summary>Sequence of the last entry that was folded.</summary>
    public long UpTo { get; init; }

    /// <summary>Hash of that entry.</summary>
    public required string HeadHash { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public DateTime PublishedAt { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
