using Gongkai.Domain.Agencies;

namespace Gongkai.Domain.Approvals;

/// <summary>What posts are called on screens and forms (岗位名称).</summary>
public static class PostWords
{
    /// <summary>The name of a post.</summary>
    public static string Of(PostRole role) => role switch
    {
        PostRole.Officer => "承办人",
        PostRole.Reviewer => "核稿人",
        PostRole.LegalityReviewer => "合法性审核人",
        PostRole.SecrecyReviewer => "保密审查责任人",
        PostRole.DisclosureOfficeHead => "工作机构负责人",
        PostRole.DeputyLeader => "分管负责人",
        PostRole.Leader => "主要负责人",
        PostRole.AgencyAdministrator => "机关管理员",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
