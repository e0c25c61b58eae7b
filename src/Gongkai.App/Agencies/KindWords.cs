using Gongkai.Domain;
using Gongkai.Domain.Agencies;

namespace Gongkai.App.Agencies;

/// <summary>The Chinese words for kinds of agencies, channels, modules and places, as forms and import files write them.</summary>
public static class KindWords
{
    private static readonly Dictionary<AgencyKind, string> Kinds = new()
    {
        [AgencyKind.Government] = "县级以上人民政府",
        [AgencyKind.Department] = "县级以上人民政府部门",
        [AgencyKind.Township] = "乡镇人民政府",
        [AgencyKind.Subdistrict] = "街道办事处",
        [AgencyKind.AuthorisedOrganisation] = "法律、法规授权的组织",
    };

    /// <summary>All kinds of agencies.</summary>
    public static IEnumerable<string> All => Kinds.Values;

    /// <summary>A kind of agency.</summary>
    public static string Of(AgencyKind kind) => Kinds[kind];

    /// <summary>Reads a kind of agency, by its word or its code.</summary>
    public static bool TryParse(string text, out AgencyKind kind)
    {
        kind = Kinds.FirstOrDefault(pair => pair.Value == text).Key;
        return Kinds.ContainsValue(text) || EnumCode<AgencyKind>.TryParse(text, out kind);
    }

    /// <summary>A channel.</summary>
    public static string Of(ApplicationChannel channel) => channel switch
    {
        ApplicationChannel.Counter => "当面提交",
        ApplicationChannel.Post => "邮寄",
        ApplicationChannel.Web => "网上提交",
        ApplicationChannel.Email => "电子邮件",
        _ => "传真",
    };

    /// <summary>A module.</summary>
    public static string Of(AgencyModule module) => module switch
    {
        AgencyModule.Publishing => "主动公开",
        AgencyModule.Requests => "依申请公开",
        AgencyModule.AnnualReports => "年度报告",
        _ => "监督",
    };

    /// <summary>A place of publication.</summary>
    public static string Of(PublicationPlace place) => place switch
    {
        PublicationPlace.Here => "本平台",
        PublicationPlace.Elsewhere => "其他网站",
        _ => "本平台和其他网站",
    };

    /// <summary>The review organ or the court.</summary>
    public static string Of(RemedyBody body) => body == RemedyBody.ReviewOrgan ? "行政复议机关" : "管辖法院";
}
