namespace Gongkai.Domain.Agencies;

/// <summary>Kinds of reporting bodies (机关类别); deadlines and plausibility checks differ between them.</summary>
public enum AgencyKind
{
    /// <summary>县级以上人民政府.</summary>
    Government,

    /// <summary>县级以上人民政府部门.</summary>
    Department,

    /// <summary>乡镇人民政府.</summary>
    Township,

    /// <summary>街道办事处.</summary>
    Subdistrict,

    /// <summary>法律、法规授权的组织 (条例54).</summary>
    AuthorisedOrganisation,
}
