using Gongkai.Domain.Agencies;

namespace Gongkai.App.People;

/// <summary>Which role holds which rights (权限表), all of it on one page. What is not listed is not held.</summary>
public static class Rights
{
    private static readonly IReadOnlySet<DeskRight> None = new HashSet<DeskRight>();

    private static readonly Dictionary<PostRole, IReadOnlySet<DeskRight>> OfPosts = new()
    {
        [PostRole.Officer] = Set(DeskRight.ReadAgency, DeskRight.ReadProfile, DeskRight.Draft, DeskRight.DoActs),
        [PostRole.Reviewer] = Set(DeskRight.ReadAgency, DeskRight.ReadProfile, DeskRight.Approve),
        [PostRole.LegalityReviewer] = Set(DeskRight.ReadAgency, DeskRight.ReadProfile, DeskRight.Approve),
        [PostRole.SecrecyReviewer] = Set(DeskRight.ReadAgency, DeskRight.ReadProfile, DeskRight.Approve),
        [PostRole.DisclosureOfficeHead] = Set(DeskRight.ReadAgency, DeskRight.ReadProfile, DeskRight.DoActs, DeskRight.Approve),
        [PostRole.DeputyLeader] = Set(DeskRight.ReadAgency, DeskRight.ReadProfile, DeskRight.Approve),
        [PostRole.Leader] = Set(DeskRight.ReadAgency, DeskRight.ReadProfile, DeskRight.Approve),
        [PostRole.AgencyAdministrator] = Set(DeskRight.ReadAgency, DeskRight.ReadProfile, DeskRight.ManageAgency, DeskRight.ManagePeople, DeskRight.ManageTokens),
    };

    // No administrator does an act of office; the auditor reads everything and changes nothing.
    private static readonly Dictionary<HouseRole, IReadOnlySet<DeskRight>> OfAdministrators = new()
    {
        [HouseRole.SystemAdministrator] = Set(DeskRight.ReadHouse, DeskRight.ReadProfile, DeskRight.ManageHouse, DeskRight.ManageAgency),
        [HouseRole.SecurityAdministrator] = Set(DeskRight.ReadHouse, DeskRight.ManageSecurity, DeskRight.ManagePeople, DeskRight.ManageTokens),
        [HouseRole.AuditAdministrator] = Set(DeskRight.ReadHouse, DeskRight.ReadProfile, DeskRight.ReadAudit, DeskRight.ReadAgency),
    };

    private static readonly Dictionary<DeskRight, string> Names = new()
    {
        [DeskRight.ReadAgency] = "查看本机关事项",
        [DeskRight.ReadProfile] = "查看机关资料",
        [DeskRight.ReadHouse] = "查看全部机关",
        [DeskRight.Draft] = "拟稿",
        [DeskRight.DoActs] = "办理事项",
        [DeskRight.Approve] = "审批",
        [DeskRight.ManageAgency] = "管理机关资料",
        [DeskRight.ManagePeople] = "管理人员和任职",
        [DeskRight.ManageHouse] = "管理平台",
        [DeskRight.ManageSecurity] = "管理账号安全",
        [DeskRight.ManageTokens] = "管理接口令牌",
        [DeskRight.ReadAudit] = "查阅审计记录",
    };

    /// <summary>The rights of a post, in its agency.</summary>
    public static IReadOnlySet<DeskRight> Of(PostRole role) => OfPosts[role];

    /// <summary>The rights of an administrator, in all agencies.</summary>
    /// <param name="role">Which one, or null for everybody else.</param>
    /// <param name="actsForSecurity">True while nobody is the security administrator.</param>
    public static IReadOnlySet<DeskRight> Of(HouseRole? role, bool actsForSecurity) => role switch
    {
        null => None,
        HouseRole.SystemAdministrator when actsForSecurity => OfAdministrators[HouseRole.SystemAdministrator].Union(OfAdministrators[HouseRole.SecurityAdministrator]).ToHashSet(),
        { } one => OfAdministrators[one],
    };

    /// <summary>Name of a right, in Chinese.</summary>
    public static string NameOf(DeskRight right) => Names[right];

    private static HashSet<DeskRight> Set(params DeskRight[] rights) => rights.ToHashSet();
}
