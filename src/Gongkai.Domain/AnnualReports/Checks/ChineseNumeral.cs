using System.Globalization;

namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>Reads a number as prose writes it (中文数字): 1,113, 二十六, 一百零五, 三千六百零七, 二〇.</summary>
internal static class ChineseNumeral
{
    /// <summary>Letters that a Chinese numeral is made of, for a regular expression's class.</summary>
    public const string Letters = "零〇一二三四五六七八九两十百千万";

    private const string Digits = "零一二三四五六七八九";

    /// <summary>The number, or null when the letters make none.</summary>
    public static decimal? Read(string text)
    {
        if (text.Length == 0) return null;
        if (char.IsAsciiDigit(text[0]))
            return decimal.TryParse(text, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
        return text.Any(letter => "十百千万".Contains(letter)) ? ReadUnits(text) : ReadDigits(text);
    }

    private static decimal? ReadDigits(string text)
    {
        var number = 0m;
        // More than nine digits in words is no count.
        if (text.Length > 9) return null;
        foreach (var letter in text)
        {
            if (DigitOf(letter) is not { } digit) return null;
            number = number * 10 + digit;
        }
        return number;
    }

    private static decimal? ReadUnits(string text)
    {
        var (total, section, digit) = (0m, 0m, (int?)null);
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '万':
                    total = (total + section + (digit ?? 0)) * 10_000;
                    (section, digit) = (0, null);
                    break;
                case '十' or '百' or '千':
                    // 十二 begins with its unit: the one is not written.
                    section += (digit ?? 1) * (letter switch { '十' => 10, '百' => 100, _ => 1000 });
                    digit = null;
                    break;
                default:
                    if (DigitOf(letter) is not { } read) return null;
                    digit = read;
                    break;
            }
        }
        return total + section + (digit ?? 0);
    }

    private static int? DigitOf(char letter) => letter switch
    {
        '〇' => 0,
        '两' => 2,
        _ when Digits.IndexOf(letter) is >= 0 and var index => index,
        _ => null,
    };
}
