using Gongkai.Domain.Agencies;
using Gongkai.Domain.Requests;

namespace Gongkai.App.Data;

/// <summary>A post that went from one person to another (岗位交接), with the sheet as it was that day.</summary>
public sealed class Handover : IVersioned, IOfAgency
{
    /// <summary>Identity; the subject of its entry.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>Who handed over.</summary>
    public required Guid FromPersonId { get; init; }

    /// <summary>Who took over.</summary>
    public required Guid ToPersonId { get; init; }

    /// <summary>Which post.</summary>
    public required PostRole Role { get; init; }

    /// <summary>First day of the successor.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The parts of the sheet as JSON, letter by letter as hashed.</summary>
    public required string Sheet { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTime HandedOverAt { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>The two ways in which another agency sees one case (两个通道).</summary>
public enum CaseDoorKind
{
    /// <summary>交办: it drafts.</summary>
    Assignment,

    /// <summary>会商: it reads and answers a question.</summary>
    Conference,
}

/// <summary>One request opened to one other agency (交办、会商), from an act to an act. Nothing else of the agency opens with it.</summary>
public sealed class CaseDoor : IVersioned, IOfAgency
{
    /// <summary>Identity, as it stands in the facts of its acts.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Which of the two.</summary>
    public required CaseDoorKind Kind { get; init; }

    /// <summary>Who is let in.</summary>
    public required AgencyId ToAgencyId { get; init; }

    /// <summary>In what part somebody is asked; null for an assignment.</summary>
    public ConferencePartner? Partner { get; init; }

    /// <summary>What is asked, or what is to be drafted; empty once destroyed.</summary>
    public required string Question { get; set; }

    /// <summary>Name of who opened it; empty once destroyed.</summary>
    public required string OpenedBy { get; set; }

    /// <summary>When it was opened, UTC.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>The answer or the draft, or null.</summary>
    public string? Answer { get; set; }

    /// <summary>Name of who answered, or null.</summary>
    public string? AnsweredBy { get; set; }

    /// <summary>When it was answered last, UTC, or null.</summary>
    public DateTime? AnsweredAt { get; set; }

    /// <summary>When it was closed, UTC; null while it is open.</summary>
    public DateTime? EndedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A file that goes through a door (随交办、会商的附件): with what is asked, or with the answer. It is read through this door and nowhere else.</summary>
public sealed class CaseDoorFile : IVersioned, IOfAgency
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>The door.</summary>
    public required Guid DoorId { get; init; }

    /// <summary>True when it came with an answer, from the agency that was let in.</summary>
    public required bool Answering { get; init; }

    /// <summary>Name it came with.</summary>
    public required string Name { get; init; }

    /// <summary>Hash of the stored file.</summary>
    public required string FileHash { get; init; }

    /// <summary>When it was sent, UTC.</summary>
    public required DateTime SentAt { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
