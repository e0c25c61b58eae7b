using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Documents.Reading.Recognition;

/// <summary>Who reports on which year, as the title says it, on one line or broken over several.</summary>
internal static partial class TitleLines
{
    private const int MaxTitle = 60;
    private const int MaxLines = 20;

    /// <summary>What the title says.</summary>
    /// <param name="Text">The title as printed, or empty.</param>
    /// <param name="Agency">The agency, or null.</param>
    /// <param name="Year">The year, or null.</param>
    internal sealed record Title(string Text, string? Agency, int? Year);

    /// <summary>Reads the title.</summary>
    /// <param name="metadata">The document's own title, or null.</param>
    /// <param name="lines">The lines before section one.</param>
    /// <param name="publisher">Who published it by the metadata of the page, or null.</param>
    public static Title Read(string? metadata, IReadOnlyList<string> lines, string? publisher)
    {
        List<Title> found = [];
        foreach (var (text, isJoined) in Candidates(metadata, lines))
        {
            if (Parse(text, isJoined) is not { } title) continue;
            if (title is { Agency: not null, Year: not null }) return title;
            found.Add(title);
        }
        return new Title(
            found.FirstOrDefault()?.Text ?? "",
            found.Select(title => title.Agency).FirstOrDefault(agency => agency is not null) ?? publisher,
            found.Select(title => title.Year).FirstOrDefault(year => year is not null) ?? PeriodYear(lines));
    }

    private static IEnumerable<(string Text, bool IsJoined)> Candidates(string? metadata, IReadOnlyList<string> lines)
    {
        if (metadata is not null) yield return (metadata, false);
        for (var size = 1; size <= 3; size++)
        {
            for (var i = 0; i + size <= Math.Min(lines.Count, MaxLines); i++) yield return (string.Concat(lines.Skip(i).Take(size)), size > 1);
        }
    }

    private static Title? Parse(string text, bool isJoined)
    {
        var plain = CjkText.Fold(text).Replace(" ", "", StringComparison.Ordinal).TrimStart('#', '*');
        if (plain.StartsWith("标题:", StringComparison.Ordinal)) plain = plain["标题:".Length..];
        if (plain.Length is 0 or > MaxTitle || plain.Contains("条例", StringComparison.Ordinal)) return null;
        var match = Shape().Match(plain);
        if (!match.Success) return null;
        var year = YearIn(match.Value);
        var agency = YearWords().Replace(match.Groups["head"].Value, "").Trim('(', ')', '《', '》', '关', '于', ':', '-', '_');
        var isName = agency.Length is >= 2 and <= 40 && agency.All(c => CjkText.IsHan(c) || c is '(' or ')' or '·')
            && (!isJoined || OrganEnding().IsMatch(agency));
        return new Title(match.Value, isName ? agency : null, year);
    }

    private static int? YearIn(string text)
    {
        if (DigitYear().Match(text) is { Success: true } digits) return int.Parse(digits.Groups["year"].Value, CultureInfo.InvariantCulture);
        if (HanYear().Match(text) is not { Success: true } han) return null;
        const string numerals = "〇一二三四五六七八九";
        return han.Groups["year"].Value.Aggregate(0, (year, c) => year * 10 + Math.Max(0, numerals.IndexOf(c, StringComparison.Ordinal)));
    }

    private static int? PeriodYear(IReadOnlyList<string> lines) => lines
        .Select(line => Period().Match(CjkText.Fold(line).Replace(" ", "", StringComparison.Ordinal)))
        .Where(match => match.Success)
        .Select(match => (int?)int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture))
        .FirstOrDefault();

    [GeneratedRegex(@"^(?<head>.{0,40}?)(政府|政务)?信息(主动)?公开(工作)?.{0,10}?(报告|年报)|^(?<head>.{0,40}?)政务公开(工作)?.{0,10}?(报告|年报)")]
    private static partial Regex Shape();

    [GeneratedRegex(@"(?<year>20[0-4]\d)(年|$|[^\d])")]
    private static partial Regex DigitYear();

    [GeneratedRegex(@"(?<year>二[〇○零O0][一二三四〇○零][一二三四五六七八九〇○零])年")]
    private static partial Regex HanYear();

    [GeneratedRegex(@"20[0-4]\d(年度|年)?|二[〇○零O0][一二三四〇○零][一二三四五六七八九〇○零](年度|年)?")]
    private static partial Regex YearWords();

    [GeneratedRegex("(局|府|厅|委|办|会|院|队|所|中心|镇|乡|街道|区|市|县|省|州|旗|盟|处|部|校|馆|站|署|场|社|公司|委员会|办公室)$")]
    private static partial Regex OrganEnding();

    [GeneratedRegex(@"(?<year>20[0-4]\d)年0?1月0?1日.{0,12}?12月31日")]
    private static partial Regex Period();
}
