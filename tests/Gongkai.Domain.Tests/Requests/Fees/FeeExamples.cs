using Gongkai.Documents.Data;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Requests.Fees;
using static Gongkai.Testing.ARequest;

namespace Gongkai.Domain.Tests.Requests.Fees;

/// <summary>国办函〔2020〕109号：信息处理费.</summary>
[Law("条例", 42)]
[Law("国办函〔2020〕109号")]
public sealed class FeeExamples
{
    private static readonly ProcessingFee Fee = new(BuiltInFees.Schedule);

    [Theory(DisplayName = "按件计收，同一申请人每自然月累计，只就超出部分收费")]
    [InlineData(10, 0, 0, TestDisplayName = "例1 三月共十件")]
    [InlineData(1, 10, 100, TestDisplayName = "例2 当月第十一件")]
    [InlineData(11, 0, 100, TestDisplayName = "例2 当月合计")]
    [InlineData(35, 0, 3000, TestDisplayName = "例3 三十五件")]
    [InlineData(47, 0, 6100, TestDisplayName = "例4 四十七件")]
    [InlineData(4, 9, 300, TestDisplayName = "例5 此前九件，一封信拆成四件")]
    [InlineData(1, 30, 200, TestDisplayName = "例8 单独第三十一件")]
    [InlineData(31, 0, 2200, TestDisplayName = "例8 当月合计")]
    public void By_item(int items, int before, int yuan) => Assert.Equal(Money.OfYuan(yuan), Fee.ForItems(items, before).Value.Total);

    [Theory(DisplayName = "按量计收，每件申请单独计算")]
    [InlineData(30, 0, TestDisplayName = "三十页以下不收")]
    [InlineData(68, 380, TestDisplayName = "例6 六十八页")]
    [InlineData(250, 4700, TestDisplayName = "例7 二百五十页")]
    public void By_page(int pages, int yuan) => Assert.Equal(Money.OfYuan(yuan), Fee.ForPages(pages).Value.Total);

    [Fact(DisplayName = "建议书写明计收方式、分档、依据，并说明由机关决定")]
    public void The_proposal_says_how_and_by_what_right()
    {
        var proposal = Fee.ForItems(35, 0).Value;
        Assert.Equal([new FeeBand(1, 10, Money.OfYuan(0)), new FeeBand(11, 30, Money.OfYuan(100)), new FeeBand(31, 35, Money.OfYuan(200))], proposal.Bands);
        Assert.Equal(
            "按件计收：同一申请人本自然月此前0件，本次35件；第11至30件20×100元，第31至35件5×200元，合计3000元（条例第四十二条，国办函〔2020〕109号）。"
            + "以上为测算；是否收取由本机关决定，并说明数量、频次明显超过合理范围的理由。",
            proposal.Sentence);
        Assert.Contains("在免费数量之内", Fee.ForPages(3).Value.Sentence, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "累计只在同一机关、同一申请人、同一自然月之内")]
    public void The_tally_never_runs_across_agencies_applicants_or_months()
    {
        var (bureau, other) = (new AgencyId(Guid.CreateVersion7()), new AgencyId(Guid.CreateVersion7()));
        ItemsAsked[] earlier =
        [
            new(bureau, "甲", Day("2026-03-01"), 4), new(bureau, "甲", Day("2026-03-31"), 5), new(bureau, "乙", Day("2026-03-05"), 7),
            new(other, "甲", Day("2026-03-05"), 8), new(bureau, "甲", Day("2026-02-28"), 16), new(bureau, "甲", Day("2025-03-05"), 32),
        ];
        Assert.Equal(9, FeeTally.Before(earlier, new ItemsAsked(bureau, "甲", Day("2026-03-31"), 4)));
        Assert.Equal(0, FeeTally.Before(earlier, new ItemsAsked(bureau, "甲", Day("2026-04-01"), 4)));
    }

    [Theory(DisplayName = "离谱的件数、页数是一句中文，不是异常")]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(int.MaxValue, 0)]
    [InlineData(1, -1)]
    [InlineData(1, int.MaxValue)]
    public void Absurd_numbers_are_refused(int items, int before)
    {
        Assert.Equal("fee.out-of-range", Fee.ForItems(items, before).Refusal?.Code);
        if (items != 1) Assert.Equal("fee.out-of-range", Fee.ForPages(items).Refusal?.Code);
    }
}
