using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>Does the report contradict itself on its year or its form (年度、格式).</summary>
internal static partial class YearAndForm
{
    private const int FirstYearOf2021Form = 2021;

    /// <summary>标题、统计期限、总体情况所写年度一致.</summary>
    [Law("条例", 50)]
    public static IEnumerable<Flaw> Year(CheckedReport report)
    {
        List<(int Year, ReportSection Section, string Words)> named = [.. report.Sections.SelectMany(YearsOf)];
        if ((report.Report.Year ?? named.FirstOrDefault().Year) is not (> 0 and var year)) yield break;
        foreach (var other in named.Where(other => other.Year != year).DistinctBy(other => other.Words))
        {
            yield return Flaw.OfWords($"年报年度为 {year} 年，而这里写的是 {other.Year} 年：“{other.Words}”", other.Section, other.Words) with
            {
                Expected = year,
                Found = other.Year,
            };
        }
    }

    /// <summary>正文讲的是本年度: a sentence about what was received or published names another year, and no comparison explains it.</summary>
    [Law("条例", 50)]
    public static IEnumerable<Flaw> Sentence(CheckedReport report)
    {
        if (report.Report.Year is not { } year) yield break;
        var thisYear = $"{year}年";
        foreach (var section in report.Sections.Where(section => section.Number > 0))
        {
            foreach (var paragraph in section.Paragraphs)
            {
                // Where this year is named too, the paragraph compares or looks back.
                if (paragraph.Contains(thisYear, StringComparison.Ordinal)) continue;
                foreach (Match match in DoneInYear().Matches(paragraph))
                {
                    var named = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
                    if (Math.Abs(named - year) != 1 || StartsSectionOne(section, match.Value)) continue;
                    yield return Flaw.OfWords($"年报年度为 {year} 年，正文写的是 {named} 年的工作：“{match.Value}”，是否沿用了旧稿", section.Section, match.Value);
                }
            }
        }
    }

    /// <summary>表二不混用两种格式.</summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> Form(CheckedReport report)
    {
        List<CellKey> strange =
            [.. report.Report.Cells.Keys.Where(key => key.IsIn("proactive") && !report.Form.Has(key)).Order(ByName)];
        if (strange.Count == 0) yield break;
        yield return new Flaw($"表二混用了两种格式：按{report.Form.Code}年格式不应有 {string.Join("、", strange)}", strange, Evidence: report.EvidenceOf(strange[0]));
    }

    /// <summary>
    /// 2021年度起用2021年格式. The numbers can be right all the same, hence no error; but the report will be returned, hence more than a
    /// hint.
    /// </summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> FormOfYear(CheckedReport report)
    {
        if (report.Report.Year is not { } year) yield break;
        var expected = year >= FirstYearOf2021Form ? "2021" : "2019";
        if (report.Form.Code == expected) yield break;
        yield return new Flaw(
            $"{year} 年度年报用的是{report.Form.Code}年格式（{report.Form.Source}），应当用{expected}年格式", [],
            int.Parse(expected, CultureInfo.InvariantCulture), int.Parse(report.Form.Code, CultureInfo.InvariantCulture));
    }

    /// <summary>2021年格式（六）其他处理分三行.</summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> SingleOtherRow(CheckedReport report)
    {
        if (report.Form.Code != "2021" || !report.Report.HasSingleOtherRow
            || report.Report.Cells.ContainsKey(CellKey.Request("other.other", CellKey.Total))) yield break;
        yield return new Flaw("表三（六）其他处理只有一行，2021年格式分为逾期不补正、逾期未缴费、其他三行", [CellKey.SingleOther], Evidence: report.EvidenceOf(CellKey.SingleOther));
    }

    private static readonly Comparer<CellKey> ByName = Comparer<CellKey>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value));

    private static IEnumerable<(int Year, ReportSection Section, string Words)> YearsOf(SectionText text)
    {
        var (section, paragraphs) = (text.Section, text.Paragraphs);
        if (section.Number == 0)
        {
            // Only the first: a page of a site lists the reports of other years below it.
            var title = section.Text.Split('\n').Select(line => Title().Match(Prose.Squeeze(line))).FirstOrDefault(match => match.Success);
            if (title is not null) yield return (Number(title, "year"), section, title.Value);
        }
        foreach (var period in paragraphs.Where(paragraph => paragraph.Contains("12月31日", StringComparison.Ordinal)).SelectMany(paragraph => Period().Matches(paragraph)))
        {
            yield return (Number(period, "from"), section, period.Value);
            if (period.Groups["to"].Success) yield return (Number(period, "to"), section, period.Value);
        }
        if (section.Number == 1 && paragraphs.Count > 0 && Opening().Match(paragraphs[0]) is { Success: true } opening)
            yield return (Number(opening, "year"), section, opening.Value);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static bool StartsSectionOne(SectionText section, string words) =>
        section.Number == 1 && section.Paragraphs[0].StartsWith(words, StringComparison.Ordinal);

    [GeneratedRegex(@"^.{0,40}?(?<year>20\d\d)年(?:度)?.{0,20}?信息公开.{0,6}年度?报告?$")]
    private static partial Regex Title();

    [GeneratedRegex(@"(?:统计|期限|时限|时间|期间|数据)[^。；]{0,16}?(?<from>20\d\d)年0?1月0?1日[^。；]{0,4}(?:至|到|-|—|~)[^。；]{0,4}?(?:(?<to>20\d\d)年)?12月31日")]
    private static partial Regex Period();

    [GeneratedRegex(@"^(?<year>20\d\d)年(?:度|来)?[，,]")]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?<year>20\d\d)年(?:度|全年)?[，,]?(?:我|本|全)[^，。；]{1,4}[，,]?(?:共|累计|总共)?(?:收到|新收|受理|主动公开)[^，。；]{0,20}")]
    private static partial Regex DoneInYear();
}
