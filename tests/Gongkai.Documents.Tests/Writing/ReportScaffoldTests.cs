using Gongkai.Documents.Data;
using Gongkai.Documents.Writing;
using Gongkai.Domain;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Folding;

namespace Gongkai.Documents.Tests.Writing;

/// <summary>条例第五十条：年度报告的内容.</summary>
public sealed class ReportScaffoldTests
{
    private static readonly ProcessingFeeTotal NoFees = new(0, 0, []);

    [Theory(DisplayName = "第六部分写明信息处理费，没有收取也写明")]
    [InlineData(0, 0, "本年度收取信息处理费0元。")]
    [InlineData(1, 38_000, "本年度收取信息处理费1件，共计380元。")]
    [InlineData(2, 12_350, "本年度收取信息处理费2件，共计123.5元。")]
    [InlineData(1, 0, "本年度收取信息处理费1件，共计0元。")]
    [Law("国办公开办函〔2021〕30号")]
    public void Section_six_states_the_fee(int count, long fen, string sentence) =>
        Assert.Equal(sentence, TextOf(6, ReportScaffold.Complete(Empty(), new ProcessingFeeTotal(fen, count, []))));

    [Fact(DisplayName = "第一部分写明依据、统计期限和表中各数")]
    [Law("条例", 50)]
    public void Section_one_states_basis_and_period()
    {
        var text = TextOf(1, ReportScaffold.Complete(Empty(), NoFees));
        Assert.Contains("国办公开办函〔2021〕30号", text, StringComparison.Ordinal);
        Assert.Contains("2025年1月1日至12月31日", text, StringComparison.Ordinal);
        Assert.Contains("本年新收政府信息公开申请3件", text, StringComparison.Ordinal);
        Assert.DoesNotContain('{', text);
    }

    [Fact(DisplayName = "没有数字的格子，文字里也不提，绝不写成 0")]
    public void Says_nothing_of_what_is_not_known()
    {
        var unknown = Without(SampleReport.InState(BuiltInForms.Form2021, CellState.NotReported));
        var text = TextOf(1, ReportScaffold.Complete(unknown, NoFees));
        Assert.DoesNotContain("件", text, StringComparison.Ordinal);
        Assert.Contains("统计期限", text, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "已有的文字一字不动，六个部分齐全、依次排列")]
    public void Keeps_what_is_written()
    {
        var written = Empty() with { Sections = [new(6, "其他需要报告的事项", "另有说明。"), new(0, "", "前言。")] };
        var complete = ReportScaffold.Complete(written, NoFees);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], complete.Sections.Select(section => section.Number));
        Assert.Equal("另有说明。", TextOf(6, complete));
    }

    private static AnnualReport Empty() => Without(SampleReport.Of(BuiltInForms.Form2021, (key, _) => ReportCell.OfNumber(key, 3)));

    private static AnnualReport Without(AnnualReport report) => report with { Sections = [] };

    private static string TextOf(int number, AnnualReport report) => report.Sections.Single(section => section.Number == number).Text;
}
