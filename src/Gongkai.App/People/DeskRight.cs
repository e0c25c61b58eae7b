namespace Gongkai.App.People;

/// <summary>What a page or a service asks for before it does anything (权限).</summary>
public enum DeskRight
{
    /// <summary>看本机关的事项.</summary>
    ReadAgency,

    /// <summary>看机关资料、渠道、发布位置和模块.</summary>
    ReadProfile,

    /// <summary>看全部机关的一览.</summary>
    ReadHouse,

    /// <summary>拟稿：begin a draft and change it.</summary>
    Draft,

    /// <summary>办理：register, import, print.</summary>
    DoActs,

    /// <summary>审批：give an opinion in a chain; which step is the chain's business.</summary>
    Approve,

    /// <summary>管理机关的资料、科室.</summary>
    ManageAgency,

    /// <summary>管理人员和任职.</summary>
    ManagePeople,

    /// <summary>管理机关、后台任务和设置.</summary>
    ManageHouse,

    /// <summary>管理账号安全.</summary>
    ManageSecurity,

    /// <summary>管理接口令牌.</summary>
    ManageTokens,

    /// <summary>查阅审计记录.</summary>
    ReadAudit,
}
