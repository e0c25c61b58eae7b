namespace Gongkai.Domain.Agencies;

/// <summary>
/// Code of a region (行政区划代码): 6 digits by GB/T 2260 down to the county, 9 to the township (GB/T 10114), 12 to the village.
/// </summary>
public readonly record struct RegionCode
{
    private RegionCode(string text) => Text = text;

    /// <summary>The digits.</summary>
    public string Text { get; }

    /// <summary>The region one level up, by the digits alone; null for a province.</summary>
    public RegionCode? Above => Text switch
    {
        { Length: 12 } => new RegionCode(Text[..9]),
        { Length: 9 } => new RegionCode(Text[..6]),
        _ when !Text.EndsWith("00", StringComparison.Ordinal) => new RegionCode(Text[..4] + "00"),
        _ when !Text.EndsWith("0000", StringComparison.Ordinal) => new RegionCode(Text[..2] + "0000"),
        _ => null,
    };

    /// <summary>Reads a code.</summary>
    public static Outcome<RegionCode> Parse(string text)
    {
        if (text.Length is not (6 or 9 or 12) || !text.All(char.IsAsciiDigit))
            return new Refusal("region.form", $"“{text}”不是行政区划代码：应为 6 位数字（县级以上），或 9 位（乡镇、街道）、12 位（村、社区）。");
        if (text[0] is '0' or '9' || text[1] == '0')
            return new Refusal("region.province", $"行政区划代码“{text}”的前两位不是省级代码（GB/T 2260）。请核对。");
        if (text.Length > 6 && text.AsSpan(4, 2) is "00")
            return new Refusal("region.county", $"“{text}”：乡镇以下的代码前六位应是一个县级代码，不能以 00 结尾。请核对。");
        return text is [_, _, '0', '0', not '0', _] or [_, _, '0', '0', _, not '0']
            ? new Refusal("region.gap", $"“{text}”：第三、四位为 00 的是省级代码，后两位也应为 00。请核对。")
            : new RegionCode(text);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
