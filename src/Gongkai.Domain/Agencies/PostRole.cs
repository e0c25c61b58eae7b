namespace Gongkai.Domain.Agencies;

/// <summary>What a post in an agency entitles to (岗位职责). One person may hold several, several persons may hold one.</summary>
public enum PostRole
{
    /// <summary>承办人：drafts, registers, answers.</summary>
    Officer,

    /// <summary>核稿人.</summary>
    Reviewer,

    /// <summary>合法性审核人 (法制机构、公职律师).</summary>
    LegalityReviewer,

    /// <summary>保密审查责任人 (条例17).</summary>
    SecrecyReviewer,

    /// <summary>政府信息公开工作机构负责人, who alone agrees to an extension (条例33).</summary>
    DisclosureOfficeHead,

    /// <summary>分管负责人.</summary>
    DeputyLeader,

    /// <summary>主要负责人.</summary>
    Leader,

    /// <summary>机关管理员：people, posts and profile of the agency; no act of office.</summary>
    AgencyAdministrator,
}

/// <summary>The three administrators of a house (三员): nobody is two of them, and none of them does an act of office.</summary>
public enum HouseRole
{
    /// <summary>系统管理员：agencies, settings, background work.</summary>
    SystemAdministrator,

    /// <summary>安全管理员：accounts, posts, password rules.</summary>
    SecurityAdministrator,

    /// <summary>审计管理员：reads everything, changes nothing.</summary>
    AuditAdministrator,
}
