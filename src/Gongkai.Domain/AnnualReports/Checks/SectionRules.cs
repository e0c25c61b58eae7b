namespace Gongkai.Domain.AnnualReports.Checks;

/// <summary>Are the six sections and the three tables there, in order and with something in them (六个部分、三张表).</summary>
internal static class SectionRules
{
    private const int ShortestText = 10;

    private static readonly string[] Numerals = ["", "一", "二", "三", "四", "五", "六"];

    /// <summary>What tells the sections apart, whatever words an office puts around it; the more telling first.</summary>
    private static readonly (int Number, string Word)[] Marks =
        [(4, "复议"), (4, "诉讼"), (5, "问题"), (5, "改进"), (5, "整改"), (6, "其他需要"), (6, "其他事项"), (6, "需要报告"), (3, "申请"), (2, "主动公开"), (1, "总体"), (1, "概述"), (1, "概况")];

    /// <summary>条例50 lists what a report contains; the form gives each its section.</summary>
    [Law("条例", 50)]
    public static IEnumerable<Flaw> Missing(CheckedReport report)
    {
        // A page without a single heading is a page of tables only: one sentence, not six.
        var numbers = report.Report.Sections.Select(NumberByTitle).Where(number => number > 0).ToHashSet();
        if (report.Report.Sections.Count == 0) yield break;
        if (numbers.Count == 0) yield return new Flaw("没有找到六个部分的标题", []);
        else
        {
            foreach (var section in report.Form.Sections.Where(section => !numbers.Contains(section.Number)))
                yield return new Flaw($"没有找到第{Numerals[section.Number]}部分“{section.Title}”的标题", []);
        }
    }

    /// <summary>各部分的序号与次序符合格式.</summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> Order(CheckedReport report)
    {
        var before = 0;
        foreach (var section in report.Report.Sections.Where(section => section.Number is >= 1 and <= 6))
        {
            var number = NumberByTitle(section);
            if (number != section.Number)
                yield return Flaw.OfWords($"“{section.Title}”的序号是“{Numerals[section.Number]}”，按格式应为“{Numerals[number]}”", section, section.Title);
            else if (number == before)
                yield return Flaw.OfWords($"第{Numerals[number]}部分的标题出现两次", section, section.Title);
            else if (number < before)
                yield return Flaw.OfWords($"第{Numerals[number]}部分排在第{Numerals[before]}部分之后，次序不符合格式", section, section.Title);
            before = Math.Max(before, number);
        }
    }

    /// <summary>各部分有实质内容. Sections two to four are their tables; section six has a rule of its own.</summary>
    [Law("条例", 50)]
    public static IEnumerable<Flaw> Empty(CheckedReport report) =>
        from section in report.Sections
        where section.Number is 1 or 5 && section.Squeezed.Length < ShortestText
        select Flaw.OfWords($"第{Numerals[section.Number]}部分“{section.Section.Title}”没有实质内容", section.Section, section.Section.Text.Trim());

    /// <summary>三张表齐全. Where a sentence stands in place of a table, the table is missing.</summary>
    [Law("国办公开办函〔2021〕30号")]
    public static IEnumerable<Flaw> MissingTable(CheckedReport report)
    {
        if (report.Report.Sections.Count == 0) yield break;
        foreach (var table in report.Tables.Where(table => table.Cells.All(cell => cell.State == CellState.NotPrinted)))
            yield return new Flaw($"没有找到{table.Form.ShortTitle}（第{Numerals[table.Form.Section]}部分的表格），没有发生的也应列表填 0；表格是图片的，请改为文字表格", []);
    }

    /// <summary>The number a section has by its title; its printed number where the title speaks for it, or says nothing.</summary>
    private static int NumberByTitle(ReportSection section)
    {
        var told = 0;
        foreach (var (number, word) in Marks)
        {
            if (!section.Title.Contains(word, StringComparison.Ordinal)) continue;
            if (number == section.Number) return number;
            if (told == 0) told = number;
        }
        return section.Number == 0 || told == 0 ? section.Number : told;
    }
}
