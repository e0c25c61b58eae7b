using Gongkai.Domain.Agencies;

namespace Gongkai.App.Data;

/// <summary>An agency (行政机关) and what 条例12 asks its guide to say of the disclosure office. What is null is not known yet, and said so.</summary>
public sealed class Agency : IVersioned
{
    /// <summary>Identity, and that of its ledger chain.</summary>
    public required AgencyId Id { get; init; }

    /// <summary>Public code in addresses and commands, e.g. the unified social credit code (统一社会信用代码).</summary>
    public required string Code { get; set; }

    /// <summary>Full legal name.</summary>
    public required string Name { get; set; }

    /// <summary>What kind of body it is.</summary>
    public AgencyKind Kind { get; set; }

    /// <summary>统一社会信用代码, checked; null while not known.</summary>
    public string? SocialCreditCode { get; set; }

    /// <summary>Code of its region (行政区划代码), or null.</summary>
    public string? RegionCode { get; set; }

    /// <summary>The body it belongs to (隶属), or null at the top.</summary>
    public AgencyId? ParentId { get; set; }

    /// <summary>The competent authority for its disclosure work (条例3), or null while not known.</summary>
    public AgencyId? AuthorityId { get; set; }

    /// <summary>Name of the disclosure office (政府信息公开工作机构).</summary>
    public GuideAnswer? OfficeName { get; set; }

    /// <summary>办公地址.</summary>
    public GuideAnswer? Address { get; set; }

    /// <summary>办公时间.</summary>
    public GuideAnswer? OfficeHours { get; set; }

    /// <summary>联系电话.</summary>
    public GuideAnswer? Phone { get; set; }

    /// <summary>传真号码.</summary>
    public GuideAnswer? Fax { get; set; }

    /// <summary>互联网联系方式.</summary>
    public GuideAnswer? InternetContact { get; set; }

    /// <summary>邮寄申请的地址.</summary>
    public GuideAnswer? PostalAddress { get; set; }

    /// <summary>邮政编码.</summary>
    public GuideAnswer? PostalCode { get; set; }

    /// <summary>接收申请的邮箱.</summary>
    public GuideAnswer? ApplicationEmail { get; set; }

    /// <summary>政府信息的分类.</summary>
    public GuideAnswer? Classification { get; set; }

    /// <summary>编排体系.</summary>
    public GuideAnswer? Arrangement { get; set; }

    /// <summary>获取方式.</summary>
    public GuideAnswer? HowToObtain { get; set; }

    /// <summary>Last day it acted under its own name (撤并); null while it does.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Who took over its work, or null.</summary>
    public AgencyId? SuccessorId { get; set; }

    /// <summary>True when it files the report on its last, broken year itself; false leaves that to the successor, in one report.</summary>
    public bool FilesBrokenYear { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>An internal unit (科室) that signs returns for numbers of its own.</summary>
public sealed class AgencyUnit : IVersioned, IOfAgency
{
    /// <summary>Identity, as it stands in the ledger's facts.</summary>
    public required UnitId Id { get; init; }

    /// <inheritdoc/>
    public required AgencyId AgencyId { get; init; }

    /// <summary>Name, unique within the agency.</summary>
    public required string Name { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
