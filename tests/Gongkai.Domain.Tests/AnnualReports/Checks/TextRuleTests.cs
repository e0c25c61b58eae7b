using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Checks;
using static Gongkai.Testing.ReportBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Checks;

/// <summary>Rules about words: each fires on what it is for, and the good report is silent.</summary>
[Law("条例", 6)]
[Law("条例", 24)]
[Law("条例", 47)]
public sealed class TextRuleTests
{
    [Fact(DisplayName = "六个部分写得没有毛病的年报没有问题")]
    public void A_well_written_report_is_silent() => Assert.Empty(Check.Of(AReport().WithSections()));

    [Theory(DisplayName = "模板和文字处理软件的残留：警告")]
    [InlineData("[bookmark: _GoBack]认真落实各项制度。")]
    [InlineData("{{agency}}认真落实各项制度。")]
    [InlineData("×××认真落实各项制度。")]
    [InlineData("××年，认真落实各项制度。")]
    [InlineData("XX年，认真落实各项制度。")]
    [InlineData("主动公开信息（待补充）条，落实各项制度。")]
    [InlineData("详见错误！未找到引用源。并落实各项制度。")]
    [InlineData("HYPERLINK \"http://example.gov.cn\" 认真落实各项制度。")]
    public void Leftovers_are_warned_of(string words)
    {
        var finding = Assert.Single(Check.OfWords(AReport(), words));
        Assert.Equal(("text.leftover", Severity.Warning), (finding.Rule, finding.Severity));
    }

    [Fact(DisplayName = "读取时发现的残留（表格里、批注里）也报，同一处只报一次")]
    public void What_the_reader_found_is_told_once()
    {
        var residue = new Residue("书签标记", new Evidence("table 1", "[bookmark: _GoBack]"));
        var report = AReport().WithSections("本年度我局认真做好工作[bookmark: _GoBack]，成效明显。").Build();
        var finding = Assert.Single(Check.Of(report, residue: [residue]));
        Assert.Equal(("text.leftover", "table 1"), (finding.Rule, finding.Evidence!.Where));
    }

    [Theory(DisplayName = "第六部分没写信息处理费：提示；写了没有收取的不提示")]
    [InlineData("我局无其他需要报告事项。", 1)]
    [InlineData("无。", 1)]
    [InlineData("2023年，无收取信息处理费情况。", 0)]
    [InlineData("2023年度，我局政府信息公开未发生收费情况。", 0)]
    [InlineData("全年收取政府信息公开信息处理费 0 元。", 0)]
    public void The_processing_fee_is_to_be_stated(string matters, int findings) =>
        Assert.Equal(findings, Check.Of(AReport().WithSections(matters: matters)).Count(finding => finding.Rule == "text.fee-not-stated" && finding.Severity == Severity.Hint));

    [Fact(DisplayName = "部门年报写“督促指导各部门”：提示")]
    public void Words_of_another_role_are_a_hint()
    {
        const string words = "我们将督促指导各部门及时、准确公开。";
        Assert.Equal("text.other-role", Assert.Single(Check.OfWords(AReport(), words)).Rule);
        Assert.Empty(Check.OfWords(AReport().Of("示范区人民政府办公室"), words));
        Assert.Empty(Check.OfWords(AReport().Of("示范区人民政府"), words));
    }

    [Fact(DisplayName = "区级部门写区政府网站又写市政府门户网站：提示")]
    public void A_site_of_a_higher_level_is_a_hint()
    {
        const string words = "负责示范区人民政府网站本局网页，充分利用市政府门户网站公开。";
        Assert.Equal("text.higher-site", Assert.Single(Check.OfWords(AReport(), words)).Rule);
        Assert.Empty(Check.OfWords(AReport(), "负责示范区人民政府网站本局网页。"));
        Assert.Empty(Check.OfWords(AReport().Of("示范市应急管理局"), "充分利用市政府门户网站公开信息，指导区政府网站。"));
    }

    [Theory(DisplayName = "重复的字词：提示")]
    [InlineData("规范审核审核发布机制。")]
    [InlineData("加强资金资金管理工作。")]
    [InlineData("认真执行乡乡人民政府的要求。")]
    [InlineData("认真做好公开工作。。成效明显。")]
    public void Doubled_words_are_a_hint(string words) => Assert.Equal(["text.duplicated"], Check.OfWords(AReport(), words).Select(finding => finding.Rule));

    [Theory(DisplayName = "合乎习惯的叠用和连写不提示")]
    [InlineData("研究研究再研究，讨论讨论再决定，一件一件落实。")]
    [InlineData("修订政府信息公开公开指南和依申请公开公开目录。")]
    [InlineData("全市市场监管系统和各县县级部门参加，我局局长出席。")]
    [InlineData("踏踏实实、认认真真做好工作。")]
    public void Customary_doubling_is_silent(string words) => Assert.Empty(Check.OfWords(AReport(), words));

    [Fact(DisplayName = "残缺的句子：提示；有动词的不提示")]
    public void A_sentence_that_lost_its_verb_is_a_hint()
    {
        Assert.Equal("text.broken-sentence", Assert.Single(Check.OfWords(AReport(), "加强公开力度。公开方面的薄弱环节，坚持问题导向，持续推进。")).Rule);
        Assert.Empty(Check.OfWords(AReport(), "加强公开力度。针对公开方面的薄弱环节，坚持问题导向，持续推进。"));
    }

    [Fact(DisplayName = "引用已被取代的格式文件：提示")]
    public void A_superseded_notice_is_a_hint()
    {
        const string words = "根据国办公开办函〔2019〕60号的要求编制本报告。";
        Assert.Equal("text.superseded-basis", Assert.Single(Check.OfWords(AReport(2022), words)).Rule);
        Assert.DoesNotContain(Check.OfWords(AnOldReport(2020), words), finding => finding.Rule == "text.superseded-basis");
    }
}
