using Gongkai.Domain.AnnualReports;
using static Gongkai.Testing.ReportBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Checks;

[Law("条例", 50)]
[Law("国办公开办函〔2019〕60号")]
public sealed class YearAndFormTests
{
    [Theory(DisplayName = "标题、统计期限、总体情况所写年度与年报年度不一致：错误")]
    [InlineData("示范区应急管理局2022年政府信息公开工作年度报告", "本年度我局认真做好政府信息公开工作。")]
    [InlineData("本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。", "本年度我局认真做好政府信息公开工作。")]
    [InlineData("本年度报告中所列数据的统计期限为2022年1月1日至12月31日。", "本年度我局认真做好政府信息公开工作。")]
    [InlineData("", "2022年，我局认真做好政府信息公开工作，取得明显成效。")]
    [InlineData("", "2024年度，我局认真做好政府信息公开工作，取得明显成效。")]
    public void A_year_that_contradicts_is_an_error(string preface, string overview)
    {
        var finding = Check.Of(AReport(2023).Section(0, "", preface).WithSections(overview))[0];
        Assert.Equal(("report.year", Severity.Error, 2023), (finding.Rule, finding.Severity, finding.Expected));
    }

    [Theory(DisplayName = "年度一致，或提到别的年份但不矛盾：没有问题")]
    [InlineData("示范区应急管理局2023年度政府信息公开工作年度报告", "2023年，我局认真做好政府信息公开工作。")]
    [InlineData("本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止，2024年1月20日公布。", "及时公开2022年部门决算、2023年部门预算。")]
    [InlineData("示范区应急管理局2023年政府信息公开工作年度报告\n相关链接\n2022年政府信息公开工作年度报告", "与2022年相比，主动公开数量有所上升。")]
    public void Other_years_that_do_not_contradict_are_silent(string preface, string overview) =>
        Assert.Empty(Check.Of(AReport(2023).Section(0, "", preface).WithSections(overview)));

    [Fact(DisplayName = "正文写的是上一年的工作：警告")]
    public void A_paragraph_left_from_last_year_is_warned_of() => Assert.Equal(
        "words.year", Assert.Single(Check.OfWords(AReport(2023), "认真做好各项工作。\n（一）2022年我局主动公开政府信息120条。")).Rule);

    [Fact(DisplayName = "2021年度以后仍用2019年格式：警告，不是错误")]
    public void The_old_form_in_a_later_year_is_a_warning()
    {
        var finding = Assert.Single(Check.Of(AnOldReport(2022)));
        Assert.Equal(("report.form-of-year", Severity.Warning), (finding.Rule, finding.Severity));
    }

    [Fact(DisplayName = "表二混用两种格式：错误")]
    public void Two_forms_in_one_table_are_an_error()
    {
        var finding = Assert.Single(Check.Of(AReport().With("proactive.regulations.made", 0)));
        Assert.Equal(("report.form", Severity.Error, "proactive.regulations.made"), (finding.Rule, finding.Severity, finding.Cells[0].Value));
    }
}
