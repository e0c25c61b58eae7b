using Gongkai.Documents.Data;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.AnnualReports.Checks;
using static Gongkai.Testing.ReportBuilder;

namespace Gongkai.Domain.Tests.AnnualReports.Checks;

/// <summary>条例42：what was collected in processing fees is reported in section six, and is what the ledger says.</summary>
[Law("条例", 42)]
public sealed class FeeAgainstLedgerTests
{
    [Theory(DisplayName = "第六部分所写信息处理费与台账一致的不报，不一致的警告")]
    [InlineData("本年度收取信息处理费1件，共计380元。", 380_00L, null)]
    [InlineData("本年度收取信息处理费1,380元。", 1_380_00L, null)]
    [InlineData("本年度未收取信息处理费。", 0L, null)]
    [InlineData("本年度收取信息处理费0.038万元。", 380_00L, null)]
    [InlineData("本年度收取信息处理费0元。", 380_00L, 0)]
    [InlineData("本年度未收取信息处理费。", 380_00L, 0)]
    [InlineData("本年度收取信息处理费1件，共计380元。", 0L, 380)]
    [InlineData("本机关无其他需要报告的事项，信息处理费情况见总体情况。", 380_00L, null)]
    public void Words_and_ledger_agree(string words, long fen, int? stated)
    {
        var report = AReport().Build() with { Sections = [new ReportSection(6, "其他需要报告的事项", words)] };
        var found = ReportCheck.Run(report, BuiltInForms.Form2021, BuiltInCheckWords.Words, processingFeeFen: fen)
            .Where(finding => finding.Rule == "words.fee-against-ledger").ToList();
        Assert.Equal(stated is null ? [] : [(decimal?)stated], found.Select(finding => finding.Found));
        Assert.All(found, finding => Assert.Equal(fen / 100m, finding.Expected));
    }

    [Fact(DisplayName = "背后没有台账的年报不比")]
    public void Without_a_ledger_nothing_is_said()
    {
        var report = AReport().Build() with { Sections = [new ReportSection(6, "其他需要报告的事项", "收取信息处理费380元。")] };
        Assert.DoesNotContain(Check.Of(report), finding => finding.Rule == "words.fee-against-ledger");
    }
}
