namespace Gongkai.Web.Desk;

/// <summary>Sentences that stand on every page of the desk.</summary>
public static class Notices
{
    /// <summary>What offices write on every system that is not cleared for secrets.</summary>
    public const string NotForSecrets = "本系统为非涉密系统，严禁存储、处理、传输国家秘密和工作秘密。";
}
