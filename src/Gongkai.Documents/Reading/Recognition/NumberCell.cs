using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Reading.Recognition;

/// <summary>What a place of the form holds.</summary>
internal enum NumberKind
{
    /// <summary>件数.</summary>
    Count,

    /// <summary>本年增/减: a signed number, the sign often a word.</summary>
    Change,

    /// <summary>万元.</summary>
    WanYuan,

    /// <summary>采购总金额: kept as the whole printed text, because its unit differs from report to report.</summary>
    Amount,
}

/// <summary>A cell as it was read, before it is known which one it is.</summary>
internal sealed record CellReading(CellState State, decimal? Value, string? Printed, IReadOnlyList<decimal> Candidates)
{
    public static CellReading NotPrinted { get; } = new(CellState.NotPrinted, null, null, []);

    public static CellReading Unreadable(string printed) => new(CellState.Unreadable, null, printed, []);
}

/// <summary>Reads the number that a cell prints. What could be read two ways is ambiguous, and nothing is ever guessed.</summary>
internal static partial class NumberCell
{
    private const int MaxLength = 200;

    private static readonly CellReading Zero = Number(0, "0");

    private static readonly HashSet<string> Strokes = new(StringComparer.OrdinalIgnoreCase)
    {
        "/", "\\", "-", "--", "---", "—", "——", "–", "─", "━", "―", "ー", "﹣", "无", "空", "空白", "不适用", "N/A", "NA", "*", "·", "…", "……", "~",
    };

    /// <summary>Reads a cell.</summary>
    public static CellReading Read(string raw, NumberKind kind)
    {
        var printed = raw.Trim();
        // Most cells of most reports.
        if (printed == "0") return Zero;
        if (IsPlain(printed)) return Number(long.Parse(printed, CultureInfo.InvariantCulture), printed);
        if (printed.Length > MaxLength) return CellReading.Unreadable(printed[..MaxLength]);
        var text = CjkText.Fold(printed);
        if (text.Length == 0) return new CellReading(CellState.Blank, null, null, []);
        if (Strokes.Contains(text)) return new CellReading(CellState.Blank, null, printed, []);
        if (kind == NumberKind.Amount) return ReadAmount(text, printed);
        if (text is "零" or "〇") return Number(0, printed);
        // Words without a digit are no number, whatever they look like.
        if (!text.Any(char.IsDigit) && !text.Contains('(')) return CellReading.Unreadable(printed);
        if (BareBracket().IsMatch(text)) return ReadTwo(text, printed);
        var match = Shape().Match(WithoutRemarks(text));
        if (!match.Success) return CellReading.Unreadable(printed);
        var sign = match.Groups["sign"].Value;
        if (sign.Length > 0 && kind != NumberKind.Change && sign is not ("-" or "+")) return CellReading.Unreadable(printed);
        var negative = sign.Length > 0 && sign is not ("+" or "增" or "增加" or "新增" or "上升" or "↑");
        return ReadDigits(match.Groups["digits"].Value.TrimEnd(), negative, match.Groups["unit"].Value, kind, printed);
    }

    /// <summary>True when nothing but a number, with its unit and remarks, or nothing at all stands in a cell.</summary>
    public static bool IsValue(string raw) => IsPlain(raw) || MayBeValue(raw) && Read(raw, NumberKind.Change).State != CellState.Unreadable;

    // Longer words, numbered or not, are a label: the usual case, told at a glance.
    private static bool MayBeValue(string raw)
    {
        var text = raw.AsSpan().Trim();
        if (text.Length <= 3) return true;
        var (first, second) = (CjkText.Fold(text[0]), CjkText.Fold(text[1]));
        if (CjkText.IsHan(first)) return first is '增' or '减' or '新' or '上' or '下';
        return !(first == '(' && CjkText.IsHan(second)) && !(char.IsAsciiDigit(first) && second is '.' or '、' && CjkText.IsHan(CjkText.Fold(text[2])));
    }

    private static bool IsPlain(string text) => text.Length is > 0 and <= 12 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    private static CellReading Number(decimal value, string printed) => new(CellState.Printed, value, printed, []);

    private static CellReading ReadDigits(string digits, bool negative, string unit, NumberKind kind, string printed)
    {
        var joined = digits.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (joined.Length > 15 || !decimal.TryParse(joined, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return CellReading.Unreadable(printed);
        if (negative) value = -value;
        if (kind == NumberKind.WanYuan) return ReadWanYuan(value, joined, unit, Grouped().IsMatch(digits), printed);
        if (unit is "元" or "万元" or "万" or "亿元") return value == 0 ? Number(0, printed) : CellReading.Unreadable(printed);
        if (!Grouped().IsMatch(digits)) return Ambiguous(printed, value);
        // 1.573 may be a fraction, or a thousand with the wrong separator.
        if (DottedThousands().IsMatch(digits)) return Ambiguous(printed, value, decimal.Parse(joined.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
        return Number(value, printed);
    }

    // The digits leave as printed, without unit and separators: 7730.28.
    private static CellReading ReadWanYuan(decimal value, string digits, string unit, bool grouped, string printed)
    {
        if (value != 0 && unit is "元") return Ambiguous(printed, value / 10_000, value);
        if (unit is not ("" or "元" or "万元" or "万")) return CellReading.Unreadable(printed);
        return grouped ? Number(value, (value < 0 ? "-" : "") + digits) : Ambiguous(printed, value);
    }

    // 251000元, 592万元, 8040: only the last is a number by itself; the printed text is what counts.
    private static CellReading ReadAmount(string text, string printed)
    {
        if (!FirstNumber().IsMatch(text)) return CellReading.Unreadable(printed);
        decimal? value = decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;
        return new CellReading(CellState.Printed, value, printed, []);
    }

    private static CellReading ReadTwo(string text, string printed) => Ambiguous(
        printed,
        [.. FirstNumber().Matches(text).Select(match => decimal.TryParse(match.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var value) ? value : -1).Where(value => value >= 0)]);

    private static CellReading Ambiguous(string printed, params decimal[] candidates) => new(CellState.Ambiguous, null, printed, [.. candidates.Distinct()]);

    private static string WithoutRemarks(string text)
    {
        var plain = Remark().Replace(text, " ");
        return Tail().Replace(plain, "").Trim();
    }

    // （其中修订16件） [1] and an unclosed bracket up to the end.
    [GeneratedRegex(@"\([^()]*\)|\[[^\[\]]*\]|[(\[].*$")]
    private static partial Regex Remark();

    [GeneratedRegex(@"[,;。、，；\s]*(其中|含|包括|包含|注[:：]|备注).*$|[*※①②③④⑤⑥⑦⑧⑨⑩¹²³\s]+$")]
    private static partial Regex Tail();

    // A number in brackets with nothing else inside is a second number, not a remark. Square brackets are footnote marks.
    [GeneratedRegex(@"^[\d,. ]*\(\s*[\d,.]+\s*\)$")]
    private static partial Regex BareBracket();

    [GeneratedRegex(@"^(?<sign>[+\-—–↑↓]|增加|新增|上升|增|减少|下降|减)?\s*(?<digits>\d[\d, ]*(\.\d+)?)\s*(?<unit>件次|人次|项目|万元|亿元|件|个|条|宗|项|份|次|起|部|例|元|万)?\s*$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"^(\d+|\d{1,3}(, ?\d{3})+|\d{1,3}( \d{3})+)(\.\d+)?$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^\d{1,3}\.\d{3}$")]
    private static partial Regex DottedThousands();

    [GeneratedRegex(@"\d[\d,]*(\.\d+)?")]
    private static partial Regex FirstNumber();
}
