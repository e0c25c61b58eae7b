using Gongkai.Domain.Agencies;
using Gongkai.Domain.Disputes;
using Gongkai.Domain.Publishing;
using Gongkai.Domain.Requests;

namespace Gongkai.App.Data;

/// <summary>A request in the register (申请登记簿): the state beside its ledger entries.</summary>
public sealed class InformationRequest : IVersioned, IOfAgency
{
    /// <summary>Identity; the subject of its entries.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>Number in the agency's series, as people see it; unique within the agency.</summary>
    public required string Number { get; set; }

    /// <summary>The column it counts in.</summary>
    public ApplicantKind Applicant { get; set; }

    /// <summary>How it came; null when it was brought forward.</summary>
    public ReceiptChannel? Channel { get; set; }

    /// <summary>Day of receipt (条例31), by the predecessor where it was taken over; null when it was brought forward from before the books.</summary>
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>True when it was open before the books were opened.</summary>
    public bool BroughtForward { get; set; }

    /// <summary>Day of service of the decision; null while open.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>The row it counts in; null while open.</summary>
    public OutcomeRow? Row { get; set; }

    /// <summary>Last day it was open here: it went over to the successor (移交); null while it did not.</summary>
    public DateOnly? HandedOverOn { get; set; }

    /// <summary>True when the registration was voided or split: it counts nowhere.</summary>
    public bool Voided { get; set; }

    /// <summary>Day on which what names people was destroyed by an approved list (按清册销毁); null while it is kept.</summary>
    public DateOnly? DestroyedOn { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>What is still open here (在办、未审结).</summary>
public static class OpenMatters
{
    /// <summary>Requests that wait for an answer of this agency.</summary>
    public static IQueryable<InformationRequest> Open(this IQueryable<InformationRequest> requests) =>
        requests.Where(row => row.ClosedOn == null && !row.Voided && row.HandedOverOn == null);

    /// <summary>Disputes that are pending against this agency.</summary>
    public static IQueryable<Dispute> Pending(this IQueryable<Dispute> disputes) => disputes.Where(row => row.ConcludedOn == null && row.HandedOverOn == null);

    /// <summary>Instruments in force that this agency answers for.</summary>
    public static IQueryable<Instrument> InForce(this IQueryable<Instrument> instruments) =>
        instruments.Where(row => row.RepealedOn == null && row.HandedOverOn == null);
}

/// <summary>A reconsideration or lawsuit about requests (复议、诉讼).</summary>
public sealed class Dispute : IVersioned, IOfAgency
{
    /// <summary>Identity; the subject of its entries.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>Number as people see it; unique within the agency.</summary>
    public required string Number { get; set; }

    /// <summary>Its group in section four.</summary>
    public DisputeRoute Route { get; set; }

    /// <summary>Day of the notice; null when it was brought forward.</summary>
    public DateOnly? FiledOn { get; set; }

    /// <summary>True when it was pending before the books were opened.</summary>
    public bool BroughtForward { get; set; }

    /// <summary>Day it ended; null while pending.</summary>
    public DateOnly? ConcludedOn { get; set; }

    /// <summary>Last day it was open here: it went over to the successor (移交); null while it did not.</summary>
    public DateOnly? HandedOverOn { get; set; }

    /// <summary>How it ended; null while pending.</summary>
    public DisputeResult? Result { get; set; }

    /// <summary>Day on which what names people was destroyed by an approved list (按清册销毁); null while it is kept.</summary>
    public DateOnly? DestroyedOn { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A regulation or normative document (规章、行政规范性文件) with its validity.</summary>
public sealed class Instrument : IVersioned, IOfAgency
{
    /// <summary>Identity; the subject of its entries.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>Which kind.</summary>
    public InstrumentKind Kind { get; set; }

    /// <summary>文号, unique within the agency.</summary>
    public required string Number { get; set; }

    /// <summary>标题.</summary>
    public required string Title { get; set; }

    /// <summary>成文日期.</summary>
    public DateOnly IssuedOn { get; set; }

    /// <summary>False for a co-maker of a joint document: it counts at the lead only (条例10).</summary>
    public bool Lead { get; set; } = true;

    /// <summary>Day it ceased to be in force; null while it is.</summary>
    public DateOnly? RepealedOn { get; set; }

    /// <summary>Day it came over from a predecessor (承接), which issued it; null when it was issued here.</summary>
    public DateOnly? TakenOverOn { get; init; }

    /// <summary>Last day it was this agency's: it went over to the successor (移交); null while it did not.</summary>
    public DateOnly? HandedOverOn { get; set; }

    /// <summary>True when it expired by itself.</summary>
    public bool Expired { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A licence, penalty or coercion decision (许可、处罚、强制决定) that was recorded singly.</summary>
public sealed class AdministrativeDecision : IVersioned, IOfAgency
{
    /// <summary>Identity; the subject of its entry.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>Which kind.</summary>
    public AdministrativeDecisionKind Kind { get; set; }

    /// <summary>决定书文号, unique within agency and kind.</summary>
    public required string Number { get; set; }

    /// <summary>Day of the decision.</summary>
    public DateOnly DecidedOn { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A signed return of a unit (科室报数单).</summary>
public sealed class SignedReturn : IVersioned, IOfAgency
{
    /// <summary>Identity; the subject of its entries.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>The unit that answers for the numbers.</summary>
    public UnitId UnitId { get; set; }

    /// <summary>Number of the sheet, unique within the agency.</summary>
    public required string Number { get; set; }

    /// <summary>The span in written form: <c>2026</c>, <c>2026-Q1</c>, <c>2026-03</c>.</summary>
    public required string Period { get; set; }

    /// <summary>Cell to value as a JSON object of decimal strings.</summary>
    public required string Values { get; set; }

    /// <summary>Code of the source system, or empty.</summary>
    public string Source { get; set; } = "";

    /// <summary>Hash of the signed sheet, or null.</summary>
    public string? AttachmentHash { get; set; }

    /// <summary>The later return that replaced it, or null.</summary>
    public Guid? ReplacedById { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
