namespace Gongkai.Domain.Requests;

/// <summary>
/// The row of section three in which a closed request is counted (办理结果). Every closed request counts in exactly one of them:
/// the form's column identity leaves no other reading.
/// </summary>
[Law("国办公开办函〔2021〕30号")]
public enum OutcomeRow
{
    /// <summary>（一）予以公开.</summary>
    Granted,

    /// <summary>（二）部分公开：区分处理的，只计这一情形.</summary>
    PartlyGranted,

    /// <summary>（三）1 属于国家秘密.</summary>
    RefusedStateSecret,

    /// <summary>（三）2 其他法律行政法规禁止公开.</summary>
    RefusedProhibitedByLaw,

    /// <summary>（三）3 危及“三安全一稳定”.</summary>
    RefusedSecurityAndStability,

    /// <summary>（三）4 保护第三方合法权益.</summary>
    RefusedThirdPartyRights,

    /// <summary>（三）5 属于三类内部事务信息.</summary>
    RefusedInternalAffairs,

    /// <summary>（三）6 属于四类过程性信息.</summary>
    RefusedDeliberative,

    /// <summary>（三）7 属于行政执法案卷.</summary>
    RefusedEnforcementFile,

    /// <summary>（三）8 属于行政查询事项.</summary>
    RefusedAdministrativeInquiry,

    /// <summary>（四）1 本机关不掌握相关政府信息.</summary>
    UnavailableNotHeld,

    /// <summary>（四）2 没有现成信息需要另行制作.</summary>
    UnavailableRequiresCreation,

    /// <summary>（四）3 补正后申请内容仍不明确.</summary>
    UnavailableStillUnclear,

    /// <summary>（五）1 信访举报投诉类申请.</summary>
    NotProcessedPetition,

    /// <summary>（五）2 重复申请.</summary>
    NotProcessedRepeated,

    /// <summary>（五）3 要求提供公开出版物.</summary>
    NotProcessedPublication,

    /// <summary>（五）4 无正当理由大量反复申请.</summary>
    NotProcessedExcessive,

    /// <summary>（五）5 要求行政机关确认或重新出具已获取信息.</summary>
    NotProcessedConfirmation,

    /// <summary>（六）1 申请人无正当理由逾期不补正.</summary>
    OtherClarificationLapsed,

    /// <summary>（六）2 申请人逾期未按收费通知要求缴纳费用.</summary>
    OtherFeeLapsed,

    /// <summary>（六）3 其他.</summary>
    OtherOther,
}

/// <summary>The written key of a row (行代码), as in <c>gongkai.annual-report/1</c>: <c>refused.stateSecret</c>.</summary>
public static class OutcomeRowKey
{
    private static readonly string[] Groups = ["Refused", "Unavailable", "NotProcessed", "Other"];

    private static readonly Dictionary<OutcomeRow, string> Keys = Enum.GetValues<OutcomeRow>().ToDictionary(row => row, Write);

    private static readonly Dictionary<string, OutcomeRow> Rows = Keys.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The key of a row.</summary>
    public static string Of(OutcomeRow row) => Keys[row];

    /// <summary>Finds a row by its key, exactly.</summary>
    public static bool TryParse(string? key, out OutcomeRow row)
    {
        row = default;
        return key is not null && Rows.TryGetValue(key, out row);
    }

    private static string Write(OutcomeRow row)
    {
        var name = row.ToString();
        foreach (var group in Groups)
        {
            if (name.Length > group.Length && name.StartsWith(group, StringComparison.Ordinal))
                return $"{Lower(group)}.{Lower(name[group.Length..])}";
        }
        return Lower(name);
    }

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
