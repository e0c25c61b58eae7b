namespace Gongkai.Domain.Requests;

/// <summary>Who applies (申请人情况), exactly as the six columns of the report's section three, in their order.</summary>
public enum ApplicantKind
{
    /// <summary>自然人.</summary>
    NaturalPerson,

    /// <summary>商业企业.</summary>
    Business,

    /// <summary>科研机构.</summary>
    Research,

    /// <summary>社会公益组织.</summary>
    PublicInterest,

    /// <summary>法律服务机构.</summary>
    LegalService,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>How a request came (申请渠道); the day of receipt follows from it (条例31).</summary>
public enum ReceiptChannel
{
    /// <summary>当面提交.</summary>
    Counter,

    /// <summary>邮寄，需签收 (挂号、特快).</summary>
    SignedPost,

    /// <summary>平常信函，无需签收.</summary>
    PlainPost,

    /// <summary>互联网渠道.</summary>
    Web,

    /// <summary>电子邮件.</summary>
    Email,

    /// <summary>传真.</summary>
    Fax,

    /// <summary>口头，由机关代为填写 (条例29).</summary>
    Oral,
}
