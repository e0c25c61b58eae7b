using System.Text;

namespace Gongkai.Commands.Reports;

/// <summary>Columns on a terminal, where a Chinese character is two columns wide.</summary>
internal static class TextWidth
{
    public static int Of(string text) => text.EnumerateRunes().Sum(Of);

    public static string PadLeft(string text, int width) => new string(' ', Math.Max(0, width - Of(text))) + text;

    public static string PadRight(string text, int width) => text + new string(' ', Math.Max(0, width - Of(text)));

    /// <summary>Cuts a text to a width; what was cut is marked with ….</summary>
    public static string Fit(string text, int width)
    {
        if (Of(text) <= width) return text;
        var (kept, used) = (new StringBuilder(), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (used + Of(rune) > width - 1) break;
            kept.Append(rune);
            used += Of(rune);
        }
        return kept.Append('…').ToString();
    }

    /// <summary>A cell's name cut to a width in its row, so that its column stays.</summary>
    public static string FitCell(string name, int width)
    {
        var column = name.LastIndexOf(" · ", StringComparison.Ordinal) is >= 0 and var at ? name[at..] : "";
        return Fit(name[..^column.Length], width - Of(column)) + column;
    }

    private static int Of(Rune rune) => rune.Value switch
    {
        < 0x1100 => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark ? 0 : 1,
        <= 0x115f or (>= 0x2e80 and <= 0xa4cf and not 0x303f) or (>= 0xac00 and <= 0xd7a3) or (>= 0xf900 and <= 0xfaff)
            or (>= 0xfe30 and <= 0xfe6f) or (>= 0xff00 and <= 0xff60) or (>= 0xffe0 and <= 0xffe6) or (>= 0x1f300 and <= 0x3fffd) => 2,
        _ => 1,
    };
}
