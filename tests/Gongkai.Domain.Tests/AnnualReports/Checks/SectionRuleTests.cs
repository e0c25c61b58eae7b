using Gongkai.Domain.AnnualReports;
using static Gongkai.Testing.ReportBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Checks;

[Law("条例", 50)]
public sealed class SectionRuleTests
{
    [Fact(DisplayName = "缺少一个部分：警告")]
    public void A_missing_section_is_a_warning()
    {
        var report = AReport().WithSections().Build();
        var finding = Assert.Single(Check.Of(report with { Sections = [.. report.Sections.Where(section => section.Number != 5)] }));
        Assert.Equal(("sections.missing", Severity.Warning), (finding.Rule, finding.Severity));
        Assert.Contains("存在的主要问题及改进情况", finding.Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "没有任何标题的网页（只有表格）：只说一句")]
    public void A_page_without_headings_is_one_sentence() =>
        Assert.Equal("sections.missing", Assert.Single(Check.Of(AReport().Section(0, "", "本页只有表格。"))).Rule);

    [Fact(DisplayName = "序号与标题不符、次序颠倒、标题重复：警告")]
    public void Wrong_numbers_and_order_are_warnings()
    {
        var report = AReport().WithSections().Build();
        var misnumbered = report with { Sections = [.. report.Sections.Select(section => section.Number == 5 ? section with { Title = "其他需要报告的事项" } : section)] };
        Assert.Contains(Check.Of(misnumbered), finding => finding.Rule == "sections.order" && finding.Message.Contains("按格式应为“六”", StringComparison.Ordinal));
        Assert.Equal("sections.order", Assert.Single(Check.Of(report with { Sections = [report.Sections[1], report.Sections[0], .. report.Sections.Skip(2)] })).Rule);
        Assert.Equal("sections.order", Assert.Single(Check.Of(report with { Sections = [report.Sections[0], report.Sections[0], .. report.Sections.Skip(1)] })).Rule);
    }

    [Theory(DisplayName = "标题的常见变体不算错")]
    [InlineData(1, "概述")]
    [InlineData(4, "因政府信息公开工作被申请行政复议、提起行政诉讼情况")]
    [InlineData(5, "政府信息公开工作存在的主要问题及整改措施")]
    [InlineData(6, "其他需要报告的事项")]
    public void Usual_variants_of_a_title_are_right(int number, string title)
    {
        var report = AReport().WithSections().Build();
        Assert.Empty(Check.Of(report with { Sections = [.. report.Sections.Select(section => section.Number == number ? section with { Title = title } : section)] }));
    }

    [Fact(DisplayName = "第五部分只写“无”：提示")]
    public void A_section_that_says_nothing_is_a_hint()
    {
        var report = AReport().WithSections().Build();
        var empty = report with { Sections = [.. report.Sections.Select(section => section.Number == 5 ? section with { Text = "无。" } : section)] };
        Assert.Equal(("sections.empty", Severity.Hint), (Assert.Single(Check.Of(empty)).Rule, Check.Of(empty)[0].Severity));
    }

    [Fact(DisplayName = "表格缺失（以一句话代替）：警告")]
    public void A_missing_table_is_a_warning()
    {
        var finding = Assert.Single(Check.Of(AReport().NotPrinting(key => key.Table == "requests").WithSections()));
        Assert.Equal(("tables.missing", Severity.Warning), (finding.Rule, finding.Severity));
        Assert.Contains("表三", finding.Message, StringComparison.Ordinal);
    }
}
