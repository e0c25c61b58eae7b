using Gongkai.App.Audit;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.Data;

/// <summary>A security event as stored: the exact text that was hashed, and columns that are a projection of it.</summary>
public sealed class AuditRow
{
    /// <summary>The chain it stands in.</summary>
    public required Guid ChainId { get; init; }

    /// <summary>Place in the chain, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>Projection: when it happened, UTC.</summary>
    public required DateTime HappenedAt { get; init; }

    /// <summary>Projection: what happened.</summary>
    public required AuditKind Kind { get; init; }

    /// <summary>Projection: who did it.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>Projection: whose work it concerns; null for the house, which only an unlimited scope sees.</summary>
    public AgencyId? AgencyId { get; init; }

    /// <summary>Projection: what it was done to.</summary>
    public string? Subject { get; init; }

    /// <summary>Projection: where it came from.</summary>
    public required string From { get; init; }

    /// <summary>Projection: a short sentence.</summary>
    public required string Message { get; init; }

    /// <summary>The canonical text, letter by letter as hashed.</summary>
    public required string Text { get; init; }

    /// <summary>Hash of the event before; empty for the first of a chain.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>Hash of this event.</summary>
    public required string Hash { get; init; }
}

/// <summary>A chain of security events: one per node, written by the programs of that node. Locked by updating it.</summary>
public sealed class AuditChainRow
{
    /// <summary>Identity of the chain.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name of the node.</summary>
    public required string Node { get; init; }

    /// <summary>Sequence of the last event, 0 for none.</summary>
    public long Sequence { get; set; }

    /// <summary>Hash of the last event, empty for none.</summary>
    public string Hash { get; set; } = "";

    /// <summary>Sequence of the last event that was archived and dropped, 0 for none.</summary>
    public long CutSequence { get; set; }

    /// <summary>Hash of the last event that was archived and dropped, empty for none.</summary>
    public string CutHash { get; set; } = "";
}
