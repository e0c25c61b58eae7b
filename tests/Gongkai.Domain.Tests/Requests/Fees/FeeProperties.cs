using CsCheck;
using Gongkai.Documents.Data;
using Gongkai.Domain.Requests.Fees;

namespace Gongkai.Domain.Tests.Requests.Fees;

public sealed class FeeProperties
{
    private static readonly ProcessingFee Fee = new(BuiltInFees.Schedule);

    [Fact(DisplayName = "一个月的件分几次申请，合计与一次申请相同")]
    [Law("国办函〔2020〕109号")]
    public void Splitting_a_month_changes_nothing() => Gen.Select(Gen.Int[0, 200], Gen.Int[1, 200], Gen.Int[1, 200]).Sample((before, first, second) =>
        Assert.Equal(
            Fee.ForItems(first + second, before).Value.Total,
            Fee.ForItems(first, before).Value.Total + Fee.ForItems(second, before + first).Value.Total));

    [Fact(DisplayName = "逐件、逐页数出来的金额相同")]
    public void Each_unit_has_its_price() => Gen.Int[1, 400].Sample(units =>
    {
        Assert.Equal(Enumerable.Range(1, units).Sum(ItemPrice), Fee.ForItems(units, 0).Value.Total.Yuan);
        Assert.Equal(Enumerable.Range(1, units).Sum(PagePrice), Fee.ForPages(units).Value.Total.Yuan);
        Assert.Equal(units, Fee.ForItems(units, 0).Value.Bands.Sum(band => band.Count));
    });

    private static int ItemPrice(int item) => item <= 10 ? 0 : item <= 30 ? 100 : 200 + (item - 31) / 10 * 100;

    private static int PagePrice(int page) => page <= 30 ? 0 : page <= 100 ? 10 : page <= 200 ? 20 : 40;
}
