using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.Agencies.Imports;

/// <summary>The words for posts in tables (岗位名称).</summary>
public static class RoleWords
{
    private static readonly Dictionary<PostRole, string> Words = new()
    {
        [PostRole.Officer] = "承办人",
        [PostRole.Reviewer] = "核稿人",
        [PostRole.LegalityReviewer] = "合法性审核人",
        [PostRole.SecrecyReviewer] = "保密审查责任人",
        [PostRole.DisclosureOfficeHead] = "工作机构负责人",
        [PostRole.DeputyLeader] = "分管负责人",
        [PostRole.Leader] = "主要负责人",
        [PostRole.AgencyAdministrator] = "机关管理员",
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<string> All => Words.Values;

    /// <summary>A post.</summary>
    public static string Of(PostRole role) => Words[role];

    /// <summary>Reads a post, by its word or its code.</summary>
    public static bool TryParse(string text, out PostRole role)
    {
        role = Words.FirstOrDefault(pair => pair.Value == text).Key;
        return Words.ContainsValue(text) || EnumCode<PostRole>.TryParse(text, out role);
    }
}
