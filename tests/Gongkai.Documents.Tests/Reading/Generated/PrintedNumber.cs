using System.Globalization;

namespace Gongkai.Documents.Tests.Reading.Generated;

/// <summary>Writes a number the way the quirks ask for.</summary>
internal static class PrintedNumber
{
    public static string Of(string key, decimal? value, Quirks quirks)
    {
        if (value is not { } number)
        {
            return quirks.Blanks switch { Blanks.SlashZeros => "/", Blanks.StrokeZeros => key.Length % 2 == 0 ? "—" : "-", Blanks.WordZeros => "无", _ => "" };
        }
        if (key.EndsWith("procurement.amount", StringComparison.Ordinal)) return $"{number}万元";
        if (key.EndsWith("change", StringComparison.Ordinal))
        {
            return number == 0 ? "0" : (number > 0, quirks.Numbers) switch
            {
                (true, Numbers.Units) => $"增{number}",
                (true, Numbers.Plain) => $"+{number}",
                (false, Numbers.Units) => $"减{-number}",
                (false, Numbers.FullWidth) => $"－{Wide((-number).ToString(CultureInfo.InvariantCulture))}",
                _ => number.ToString(CultureInfo.InvariantCulture),
            };
        }
        var plain = number.ToString("0.######", CultureInfo.InvariantCulture);
        return quirks.Numbers switch
        {
            Numbers.Commas => number.ToString("#,##0.######", CultureInfo.InvariantCulture),
            Numbers.Spaces => number.ToString("#,##0.######", CultureInfo.InvariantCulture).Replace(',', ' '),
            Numbers.FullWidth => Wide(plain),
            Numbers.Units => plain + (key.EndsWith("WanYuan", StringComparison.Ordinal) ? "万元" : "件"),
            Numbers.Remarks => number > 20 ? $"{plain}（其中修订16件）" : plain,
            Numbers.Footnotes => number > 20 ? $"{plain}①" : plain,
            _ => plain,
        };
    }

    private static string Wide(string text) => string.Concat(text.Select(c => c == '.' ? c : (char)(c + 0xFEE0)));
}
