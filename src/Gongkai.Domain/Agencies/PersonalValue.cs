namespace Gongkai.Domain.Agencies;

/// <summary>Kinds of personal values (个人信息种类) that are kept sealed. The kind says how a value is masked and compared.</summary>
public enum PersonalValue
{
    /// <summary>姓名.</summary>
    Name,

    /// <summary>公民身份号码.</summary>
    IdentityNumber,

    /// <summary>移动电话.</summary>
    MobilePhone,

    /// <summary>固定电话.</summary>
    Landline,

    /// <summary>电子邮箱.</summary>
    Email,

    /// <summary>住址、通信地址.</summary>
    Address,

    /// <summary>Any other text: nothing of it is shown.</summary>
    Other,
}
