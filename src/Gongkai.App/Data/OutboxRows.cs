using Gongkai.App.Personal;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.Data;

/// <summary>What a message tells (消息种类).</summary>
public enum MessageKind
{
    /// <summary>有呈批件待审批.</summary>
    ApprovalWaiting,

    /// <summary>有代录待确认.</summary>
    ProxyToConfirm,

    /// <summary>呈批件被退回.</summary>
    SentBack,

    /// <summary>代录被否认，审批作废.</summary>
    ProxyDenied,

    /// <summary>呈批件已签发.</summary>
    Approved,

    /// <summary>受委托代行.</summary>
    Delegated,

    /// <summary>申请临近期限.</summary>
    DueSoon,

    /// <summary>申请今天到期.</summary>
    DueToday,

    /// <summary>申请已超期.</summary>
    Overdue,

    /// <summary>有到期的档案待鉴定.</summary>
    RetentionOver,

    /// <summary>一次性审批链接：by text message to the one person it is for, and by nothing else.</summary>
    ApprovalLink,

    /// <summary>台账校验不通过：for the administrators of the house.</summary>
    LedgerBroken,

    /// <summary>审计日志校验不通过：for the administrators of the house.</summary>
    AuditBroken,
}

/// <summary>How a message reaches somebody (通知渠道). Paper needs no row: the sheet is printed when it is wanted.</summary>
public enum DeliveryMeans
{
    /// <summary>办公桌面上的消息.</summary>
    Desk,

    /// <summary>电子邮件.</summary>
    Email,

    /// <summary>短信.</summary>
    Sms,

    /// <summary>工作群机器人.</summary>
    Robot,
}

/// <summary>Where a delivery stands (送出状态).</summary>
public enum DeliveryState
{
    /// <summary>待发.</summary>
    Waiting,

    /// <summary>正在发：one runner has it until <see cref="Delivery.NextAt"/>.</summary>
    Sending,

    /// <summary>已送出.</summary>
    Delivered,

    /// <summary>放弃，原因另记.</summary>
    GivenUp,
}

/// <summary>
/// Something somebody is to be told (消息), written in the transaction of the act it tells of. It says what and of which thing by identity
/// alone: no name, no title, no text, so that nothing of the matter can leave with it.
/// </summary>
public sealed class OutboxMessage : IOfAgency
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>What happened.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>The draft, the request, the delegation, the agency or the house it is about.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>The person it is for, or null when it is for a post.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The post it is for, or null when it is for a person.</summary>
    public PostRole? Role { get; init; }

    /// <summary>The last day of the term it speaks of, or null.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>What makes it the same message when it is told again; unique within the agency.</summary>
    public required string Key { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTime HappenedAt { get; init; }
}

/// <summary>One message on its way to one person, or to one group (送达记录), by one means.</summary>
public sealed class Delivery : IVersioned, IOfAgency
{
    /// <summary>Identity; adapters hand it on, so that a receiver can tell a repetition.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>The message.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>By which means.</summary>
    public required DeliveryMeans Means { get; init; }

    /// <summary>To whom; null for the agency's group.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Where it stands.</summary>
    public required DeliveryState State { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is to be tried next or, while it is being sent, until when it is left to who sends it, UTC.</summary>
    public required DateTime NextAt { get; set; }

    /// <summary>Why the last try failed, without an address; null while none did.</summary>
    public string? Reason { get; set; }

    /// <summary>When it was delivered, UTC.</summary>
    public DateTime? DeliveredAt { get; set; }

    /// <summary>When it was marked as read on the desk, UTC.</summary>
    public DateTime? ReadAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A means by which somebody wants to be told outside the desk (本人启用的通知方式); the address is the person's contact.</summary>
public sealed class PersonNotice
{
    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>By what.</summary>
    public required DeliveryMeans Means { get; init; }
}

/// <summary>By which means an agency lets its people be told outside the desk (机关的通知渠道). Without a row by none.</summary>
public sealed class AgencyNotices : IVersioned, IOfAgency
{
    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>By mail, to those who gave an address.</summary>
    public bool ByEmail { get; set; }

    /// <summary>By text message, to those who gave a number.</summary>
    public bool BySms { get; set; }

    /// <summary>Code of the shape the agency's group robot understands, or null without one.</summary>
    public string? Robot { get; set; }

    /// <summary>Address of the robot; whoever knows it can write to the group.</summary>
    public Sealed? RobotAddress { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
