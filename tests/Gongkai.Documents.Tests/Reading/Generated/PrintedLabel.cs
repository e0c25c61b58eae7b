namespace Gongkai.Documents.Tests.Reading.Generated;

/// <summary>Writes a label the way the quirks ask for.</summary>
internal static class PrintedLabel
{
    private static readonly Dictionary<string, string> Variants = new()
    {
        ["行政规范性文件"] = "规范性文件",
        ["（六）其他处理"] = "（六）其他",
        ["2.其他法律行政法规禁止公开"] = "2.其它法律行政法规禁止公开",
        ["四、结转下年度继续办理"] = "四、结转下年度继续办理数量",
        ["（七）总计"] = "（七）合计",
        ["本年增/减"] = "本年度增减",
    };

    private static readonly Dictionary<string, string> Missing = new()
    {
        ["2.其他法律行政法规禁止公开"] = "2.其他法律行政止公开",
        ["现行有效件数"] = "现行有效件",
        ["1.本机关不掌握相关政府信息"] = "1.本机关不掌握相关信息",
        ["5.要求行政机关确认或重新出具已获取信息"] = "5.要求行政机关确认或重新出具获取信息",
        ["对外公开总数量"] = "对外公开总数",
    };

    public static string Of(string label, Labels labels) => labels switch
    {
        Labels.HalfWidth => label.Replace('（', '(').Replace('）', ')').Replace('：', ':').Replace('，', ','),
        Labels.Variants => Variants.GetValueOrDefault(label, label),
        Labels.MissingCharacters => Missing.GetValueOrDefault(label, label),
        Labels.Radicals => label.Replace('文', '⽂').Replace('行', '⾏').Replace('人', '⼈').Replace('大', '⼤').Replace('民', '⺠'),
        Labels.Residue => label is "第二十条第（五）项" or "行政许可" or "2.重复申请" ? "[bookmark: _GoBack]" + label : label,
        Labels.Spaced => string.Join(label.Length < 6 ? "　" : "", label.ToCharArray()).Replace(".", ". ", StringComparison.Ordinal),
        _ => label,
    };
}
