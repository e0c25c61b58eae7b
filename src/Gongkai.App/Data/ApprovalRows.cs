using Gongkai.Domain.Agencies;

namespace Gongkai.App.Data;

/// <summary>What somebody has to do next in an approval (待办事项种类).</summary>
public enum ApprovalTask
{
    /// <summary>审批.</summary>
    Decide,

    /// <summary>送审, or revise and submit anew.</summary>
    Submit,

    /// <summary>确认代录.</summary>
    Confirm,
}

/// <summary>Copy for the list of what waits for whom (待办): one row for each post or person it waits for.</summary>
public sealed class WaitingApproval : IVersioned, IOfAgency
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>The draft.</summary>
    public required Guid DraftId { get; init; }

    /// <summary>What is to be done.</summary>
    public required ApprovalTask Task { get; init; }

    /// <summary>Code of the step, or null where none is decided.</summary>
    public string? Step { get; init; }

    /// <summary>The person it waits for, or null when it waits for a post.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The post it waits for, or null when it waits for a person.</summary>
    public PostRole? Role { get; init; }

    /// <summary>The entry to confirm, or null.</summary>
    public long? Entry { get; init; }

    /// <summary>Since when, UTC.</summary>
    public DateTime SinceAt { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>An agency's own edition of a chain (本机关审批流程). Editions stay: approvals finish on the one they began with.</summary>
public sealed class AdoptedChain : IVersioned, IOfAgency
{
    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>Code of the chain it takes the place of.</summary>
    public required string Code { get; init; }

    /// <summary>Number of the edition, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The chain, in the shape of <c>data/approvals/chains/</c>.</summary>
    public required string Json { get; init; }

    /// <summary>The rule it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>From which day it holds.</summary>
    public required DateOnly AdoptedOn { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A post delegated for some days (委托代行).</summary>
public sealed class DelegationRow : IVersioned, IOfAgency
{
    /// <summary>Identity; the subject of its entries.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>Whose post.</summary>
    public required Guid FromPersonId { get; init; }

    /// <summary>Who exercises it.</summary>
    public required Guid ToPersonId { get; init; }

    /// <summary>Which post.</summary>
    public required PostRole Role { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public required DateOnly EndsOn { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A link that decides one step once (一次性审批链接).</summary>
public sealed class ApprovalLink : IVersioned, IOfAgency
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>The draft.</summary>
    public required Guid DraftId { get; init; }

    /// <summary>The one person who may use it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The one step it decides.</summary>
    public required string Step { get; init; }

    /// <summary>Hash of the content it was made for.</summary>
    public required string Manifest { get; init; }

    /// <summary>Who had it sent.</summary>
    public required Guid IssuedById { get; init; }

    /// <summary>SHA-256 of the token: who reads the table cannot use it.</summary>
    public required byte[] TokenHash { get; set; }

    /// <summary>Until when it can be used, UTC, exclusive.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was used, UTC; null while it was not.</summary>
    public DateTime? UsedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A scanned page of an approval sheet, filed by its code (已归卷的呈批单).</summary>
public sealed class FiledSheet : IVersioned, IOfAgency
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>The draft.</summary>
    public required Guid DraftId { get; init; }

    /// <summary>Hash of the stored scan.</summary>
    public required string FileHash { get; init; }

    /// <summary>Page within it, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Hash of the content the page was printed for.</summary>
    public required string Manifest { get; init; }

    /// <summary>When it was filed, UTC.</summary>
    public DateTime FiledAt { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
