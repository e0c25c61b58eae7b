namespace Gongkai.Domain.Agencies;

/// <summary>Parts of the work an agency can do on this platform or leave out (模块): one that is off leaves no page, task or finding.</summary>
public enum AgencyModule
{
    /// <summary>主动公开.</summary>
    Publishing,

    /// <summary>依申请公开.</summary>
    Requests,

    /// <summary>年度报告.</summary>
    AnnualReports,

    /// <summary>监督.</summary>
    Oversight,
}

/// <summary>Where an agency publishes (发布在哪里).</summary>
public enum PublicationPlace
{
    /// <summary>本平台.</summary>
    Here,

    /// <summary>其他网站的栏目.</summary>
    Elsewhere,

    /// <summary>本平台和其他网站.</summary>
    Both,
}

/// <summary>Whom somebody turns to against a decision (救济机关): named by the agency with days, never computed.</summary>
public enum RemedyBody
{
    /// <summary>行政复议机关.</summary>
    ReviewOrgan,

    /// <summary>有管辖权的人民法院.</summary>
    Court,
}

/// <summary>What a profile holds (机关资料的项目); an act names the fields that changed, never what they hold.</summary>
public enum ProfileField
{
    /// <summary>机关类别.</summary>
    Kind,

    /// <summary>统一社会信用代码.</summary>
    SocialCreditCode,

    /// <summary>行政区划.</summary>
    Region,

    /// <summary>工作机构名称.</summary>
    OfficeName,

    /// <summary>办公地址.</summary>
    Address,

    /// <summary>办公时间.</summary>
    OfficeHours,

    /// <summary>联系电话.</summary>
    Phone,

    /// <summary>传真号码.</summary>
    Fax,

    /// <summary>互联网联系方式.</summary>
    InternetContact,

    /// <summary>邮寄地址.</summary>
    PostalAddress,

    /// <summary>邮政编码.</summary>
    PostalCode,

    /// <summary>接收申请的邮箱.</summary>
    ApplicationEmail,

    /// <summary>政府信息的分类.</summary>
    Classification,

    /// <summary>编排体系.</summary>
    Arrangement,

    /// <summary>获取方式.</summary>
    HowToObtain,
}
