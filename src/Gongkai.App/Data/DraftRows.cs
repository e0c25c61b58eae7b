using Gongkai.App.Personal;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Publishing;

namespace Gongkai.App.Data;

/// <summary>
/// What is drafted to be approved (呈批件). Its substance is what approvals speak of; the reserved fields are filled after the sign-off.
/// Where its approval stands is computed from the ledger; the columns for lists are copies of that.
/// </summary>
public sealed class Draft : IVersioned, IOfAgency
{
    /// <summary>Identity; the subject of its entries.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>What people see and sheets carry: 10 random characters.</summary>
    public required string Code { get; init; }

    /// <summary>Code of its form (审批表).</summary>
    public required string Form { get; init; }

    /// <summary>Substance: title (标题).</summary>
    public required string Title { get; set; }

    /// <summary>Substance: text (正文); empty where <see cref="SealedText"/> holds it.</summary>
    public required string Body { get; set; }

    /// <summary>Substance: grounds (依据和理由); empty where <see cref="SealedText"/> holds them.</summary>
    public required string Grounds { get; set; }

    /// <summary>Substance: text and grounds, sealed, where the form says that they hold personal data; otherwise null.</summary>
    public Sealed? SealedText { get; set; }

    /// <summary>Substance: proposed attribute (拟公开属性), or null where the form has none.</summary>
    public DisclosureAttribute? Attribute { get; set; }

    /// <summary>Reserved: 文号.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>Reserved: 成文日期.</summary>
    public DateOnly? DatedOn { get; set; }

    /// <summary>Reserved: 索引号.</summary>
    public string? IndexNumber { get; set; }

    /// <summary>Reserved: day of 用印.</summary>
    public DateOnly? SealedOn { get; set; }

    /// <summary>Reserved: day of 送达.</summary>
    public DateOnly? ServedOn { get; set; }

    /// <summary>Copy for lists: where the approval stands.</summary>
    public ApprovalState State { get; set; }

    /// <summary>Copy for lists: name of the step that waits, or null.</summary>
    public string? WaitingStep { get; set; }

    /// <summary>Since when it is where it is, UTC.</summary>
    public DateTime SinceAt { get; set; }

    /// <summary>When it was begun, UTC.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>Last day it was this agency's: its work went over to the successor (移交); null while it did not.</summary>
    public DateOnly? HandedOverOn { get; set; }

    /// <summary>Day on which its text and files were destroyed by an approved list (按清册销毁); null while they are kept.</summary>
    public DateOnly? DestroyedOn { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>An attachment of a draft: substance, with its place.</summary>
public sealed class DraftAttachment : IVersioned, IOfAgency
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>The draft.</summary>
    public required Guid DraftId { get; init; }

    /// <summary>Place, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>Name as printed.</summary>
    public required string Name { get; init; }

    /// <summary>Hash of the stored file.</summary>
    public required string FileHash { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Somebody who writes on a draft (拟稿人), and therefore never approves it.</summary>
public sealed class Drafter : IVersioned, IOfAgency
{
    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>The draft.</summary>
    public required Guid DraftId { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Name, as printed on the form.</summary>
    public required string Name { get; init; }

    /// <summary>Since when, UTC.</summary>
    public DateTime SinceAt { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
