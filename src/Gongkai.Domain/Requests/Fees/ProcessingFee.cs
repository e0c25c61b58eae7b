namespace Gongkai.Domain.Requests.Fees;

/// <summary>
/// Reckons the processing fee (信息处理费) for requests beyond a reasonable number or frequency. It proposes; an officer decides, states
/// why number or frequency is clearly excessive, and chooses one of the two ladders.
/// </summary>
/// <param name="schedule">The ladders.</param>
public sealed class ProcessingFee(FeeSchedule schedule)
{
    /// <summary>More items or pages than this are a slip of the pen.</summary>
    public const int MaxUnits = 100_000;

    /// <summary>Charges by item: only what lies above the items that the same applicant already asked of the same agency in the month.</summary>
    /// <param name="items">Items of this request, split into the smallest reasonable units (一事一申请), from 1.</param>
    /// <param name="before">Items in the same calendar month before it: see <see cref="FeeTally"/>.</param>
    [Law("条例", 42)]
    [Law("国办函〔2020〕109号")]
    public Outcome<FeeProposal> ForItems(int items, int before)
    {
        if (items is < 1 or > MaxUnits) return OutOfRange("件数", items, 1);
        if (before is < 0 or > MaxUnits) return OutOfRange("本月此前件数", before, 0);
        var bands = BandsOf(schedule.ByItem, before + 1, before + items);
        return Propose(FeeScale.ByItem, bands, $"按件计收：同一申请人本自然月此前{before}件，本次{items}件");
    }

    /// <summary>Charges by page: each request by itself, and only where copies are supplied.</summary>
    /// <param name="pages">Pages supplied, from 1; one side of A4 or smaller is a page.</param>
    [Law("条例", 42)]
    [Law("国办函〔2020〕109号")]
    public Outcome<FeeProposal> ForPages(int pages) => pages is < 1 or > MaxUnits
        ? OutOfRange("页数", pages, 1)
        : Propose(FeeScale.ByPage, BandsOf(schedule.ByPage, 1, pages), $"按量计收：本件申请提供{pages}页");

    private FeeProposal Propose(FeeScale scale, IReadOnlyList<FeeBand> bands, string reckoned)
    {
        var unit = scale is FeeScale.ByItem ? "件" : "页";
        var total = bands.Aggregate(new Money(0), (sum, band) => sum + band.Amount);
        var charged = bands.Where(band => band.Price.Fen > 0).Select(band => $"第{band.From}至{band.To}{unit}{band.Count}×{band.Price}").ToList();
        var sum = charged.Count == 0 ? "在免费数量之内" : $"{string.Join("，", charged)}，合计{total}";
        return new FeeProposal(scale, total, bands,
            $"{reckoned}；{sum}（{new Citation("条例", 42)}，{schedule.Source}）。以上为测算；是否收取由本机关决定，并说明数量、频次明显超过合理范围的理由。");
    }

    private static List<FeeBand> BandsOf(IReadOnlyList<FeeStep> steps, long first, long last) =>
        [.. steps.SelectMany(Flat).TakeWhile(band => band.From <= last)
            .Where(band => band.To >= first)
            .Select(band => band with { From = Math.Max(band.From, first), To = Math.Min(band.To, last) })];

    /// <summary>A step as bands of one price each; a last step that keeps rising gives bands without end.</summary>
    private static IEnumerable<FeeBand> Flat(FeeStep step)
    {
        if (step.Every == 0)
        {
            yield return new FeeBand(step.From, step.To ?? long.MaxValue, step.Price);
            yield break;
        }
        for (var (from, price) = (step.From, step.Price); ; (from, price) = (from + step.Every, price + step.Rise))
            yield return new FeeBand(from, from + step.Every - 1, price);
    }

    private static Refusal OutOfRange(string what, int found, int least) =>
        new("fee.out-of-range", $"{what} {found} 不对：应为 {least} 至 {MaxUnits} 之间的整数。");
}
