using System.Text.RegularExpressions;

namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>Rules about the words of a report that no number is needed for (文字规则).</summary>
internal static partial class TextRules
{
    /// <summary>没有模板或文字处理软件的残留.</summary>
    [Law("条例", 6)]
    public static IEnumerable<Flaw> Leftover(CheckedReport report)
    {
        foreach (var residue in report.Residue) yield return new Flaw($"残留的{residue.What}：“{residue.Place.Text}”", [], Evidence: residue.Place);
        var found = from leftover in report.Words.Leftovers
                    from section in report.Report.Sections
                    where section.Text.Length > 0
                    from match in leftover.In(section.Text).DistinctBy(match => match.Value)
                    where !report.Residue.Any(residue => residue.Place.Text.Contains(match.Value, StringComparison.Ordinal))
                    select Flaw.OfWords($"残留的{leftover.What}：“{match.Value.Trim()}”", section, Around(section.Text, match.Index, match.Length));
        foreach (var flaw in found) yield return flaw;
    }

    /// <summary>
    /// 第六部分写明收取信息处理费情况, also when none was charged: the form asks for it in that section. 行政事业性收费 of section two is
    /// another matter and says nothing about it.
    /// </summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> FeeNotStated(CheckedReport report)
    {
        if (report.Form.Code != "2021") yield break;
        foreach (var section in report.Sections.Where(section => section.Number == 6))
        {
            if (!FeeWords().IsMatch(section.Squeezed))
                yield return Flaw.OfWords("第六部分没有写收取信息处理费情况，没有收取的也应写明", section.Section, section.Section.Text.Trim());
        }
    }

    /// <summary>没有别的机关的职责用语: the mark of a paragraph copied from another agency's report.</summary>
    [Law("条例", 47)]
    public static IEnumerable<Flaw> OtherRole(CheckedReport report) =>
        from role in report.Words.Roles
        where role.Bodies.Contains(report.Body)
        from section in report.Sections
        let phrase = role.Phrases.FirstOrDefault(phrase => section.Squeezed.Contains(phrase, StringComparison.Ordinal))
        where phrase is not null
        select Flaw.OfWords($"“{phrase}”不是{report.Report.Agency}的职责（{role.Why}），是否照抄了别的单位的段落", section.Section, phrase);

    /// <summary>所写网站与本机关所在网站一致: a county's body that keeps its page on the county's site and names the city's portal as its own.</summary>
    [Law("条例", 24)]
    public static IEnumerable<Flaw> HigherSite(CheckedReport report)
    {
        if (report.Report.Agency is not { } agency || !BelowCity().IsMatch(agency.Replace("自治区", "", StringComparison.Ordinal))) yield break;
        var own = report.Sections.Select(section => OwnSite().Match(section.Squeezed)).FirstOrDefault(match => match.Success);
        if (own is null) yield break;
        foreach (var section in report.Sections)
        {
            if (HigherSiteName().Match(section.Squeezed) is { Success: true } higher)
                yield return Flaw.OfWords($"这里写的是“{higher.Value}”，而别处写的是“{own.Value}”，请核对本机关在哪个网站公开", section.Section, higher.Value);
        }
    }

    /// <summary>不引用已被取代的格式文件.</summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> SupersededBasis(CheckedReport report)
    {
        if (report.Report.Year is not >= 2021) yield break;
        foreach (var section in report.Sections)
        {
            if (OldNotice().Match(section.Squeezed) is { Success: true } match)
                yield return Flaw.OfWords("引用的国办公开办函〔2019〕60号已由〔2021〕30号取代", section.Section, match.Value);
        }
    }

    /// <summary>没有重复的字词.</summary>
    [Law("条例", 6)]
    public static IEnumerable<Flaw> Duplicated(CheckedReport report) =>
        from section in report.Sections
        where section.IsProse
        let repetitions = from paragraph in section.Paragraphs
                          from range in Repetition.In(paragraph)
                          select (Word: paragraph[range], Place: Around(paragraph, range.Start.Value, 2 * (range.End.Value - range.Start.Value)))
        from repetition in repetitions.DistinctBy(repetition => repetition.Word)
        where !report.Words.Reduplications.Any(allowed => repetition.Word.Contains(allowed, StringComparison.Ordinal))
        select Flaw.OfWords($"字词重复：“{repetition.Word}{repetition.Word}”", section.Section, repetition.Place);

    /// <summary>没有残缺的句子: a sentence that begins with an object whose verb was lost in editing, 公开方面的薄弱环节，坚持问题导向.</summary>
    [Law("条例", 6)]
    public static IEnumerable<Flaw> BrokenSentence(CheckedReport report) =>
        from section in report.Sections
        where section.IsProse
        from paragraph in section.Paragraphs
        where paragraph.Contains("，坚持", StringComparison.Ordinal)
        from match in LostVerb().Matches(paragraph)
        where !HasVerb().IsMatch(match.Groups["object"].Value)
        select Flaw.OfWords($"句子残缺，“{match.Groups["object"].Value}”前面似少了动词（如“针对”“聚焦”）", section.Section, match.Groups["sentence"].Value);

    private static string Around(string text, int index, int length)
    {
        const int margin = 15;
        var from = Math.Max(0, index - margin);
        return text[from..Math.Min(text.Length, index + length + margin)].ReplaceLineEndings(" ").Trim();
    }

    [GeneratedRegex("处理费|收费|收取.{0,12}费|费用")]
    private static partial Regex FeeWords();

    [GeneratedRegex("县|区|旗|镇|乡|街道")]
    private static partial Regex BelowCity();

    [GeneratedRegex("(?:县|区|旗)(?:人民)?政府(?:门户)?网站?")]
    private static partial Regex OwnSite();

    [GeneratedRegex("(?:省|市)(?:人民)?政府(?:门户)?网站")]
    private static partial Regex HigherSiteName();

    [GeneratedRegex("国办公开办函[〔（(\\[【]2019[〕）)\\]】]60号")]
    private static partial Regex OldNotice();

    [GeneratedRegex(@"(?<=^|[。；])(?<sentence>(?<object>[^，。；：、]{2,16}的(?:薄弱环节|短板弱项|突出问题))，坚持[^，。；]{2,12})")]
    private static partial Regex LostVerb();

    [GeneratedRegex("针对|围绕|聚焦|瞄准|直面|查找|补|解决|存在|整改|梳理|破解|着力|加强|对|抓|改|紧盯|找|排查|有|是|就|将|从")]
    private static partial Regex HasVerb();
}
