using Gongkai.Domain.Ledger;
using Gongkai.Domain.Requests;

namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>
/// An act that belongs to a year whose report had been published before it was recorded (年报发布后补记). The published report never
/// changes; the late act is the basis of a correction of it.
/// </summary>
/// <param name="Year">The published year.</param>
/// <param name="PublishedUpTo">Last entry the published numbers were folded from.</param>
/// <param name="Sequence">The late entry.</param>
/// <param name="EffectiveOn">The day it counts for.</param>
public sealed record LateAct(int Year, long PublishedUpTo, long Sequence, DateOnly EffectiveOn)
{
    /// <summary>The same as a finding.</summary>
    public Finding Finding => new("report.late-act", Severity.Warning, [], null, null,
        $"年报发布后补记：台账第 {Sequence} 条（{EffectiveOn:yyyy-MM-dd}）属于 {Year} 年度，在年报发布（截至第 {PublishedUpTo} 条）之后才登记。已发布的年报不变；影响数字的，请办理年报更正。");

    /// <summary>
    /// The late acts of a ledger: recorded after a published report's last entry, with a day in the published year, or as a return for it,
    /// or as a correction of an act that had such a day, or voiding a registration received then. In sequence order, year by year.
    /// </summary>
    public static IReadOnlyList<LateAct> Of(LedgerActs acts)
    {
        var published = acts.Recorded.Select(act => act.Facts).OfType<ReportPublished>()
            .GroupBy(report => report.Year).ToDictionary(year => year.Key, year => year.Max(report => report.UpTo));
        if (published.Count == 0) return [];
        return
        [
            .. Touched(acts)
                .Where(touch => published.TryGetValue(touch.Year, out var upTo) && touch.Sequence > upTo)
                .Select(touch => new LateAct(touch.Year, published[touch.Year], touch.Sequence, touch.On))
                .Distinct()
                .OrderBy(late => late.Year).ThenBy(late => late.Sequence),
        ];
    }

    private static IEnumerable<Touch> Touched(LedgerActs acts)
    {
        Dictionary<SubjectId, int> received = [];
        Dictionary<long, HashSet<int>> years = [];
        foreach (var act in acts.Recorded)
        {
            if (act.Facts is ReportPublished) continue;
            var year = act.Facts is AggregateReturn signed ? signed.Period.Year : act.On.Year;
            years[act.Sequence] = [year];
            if (act.Facts is RequestReceived) received.TryAdd(act.Subject, year);
            yield return new Touch(year, act.Sequence, act.On);
            if (act.Facts is RequestVoided && received.TryGetValue(act.Subject, out var voided)) yield return new Touch(voided, act.Sequence, act.On);
        }
        foreach (var correction in acts.Corrections)
        {
            // A correction of a correction reaches through to the act at the bottom: all three share one set of years.
            if (!years.TryGetValue(correction.Target, out var touched)) continue;
            years[correction.Sequence] = touched;
            if (correction.Content.EffectiveOn is { } day) touched.Add(day.Year);
            foreach (var year in touched) yield return new Touch(year, correction.Sequence, correction.On);
        }
    }

    private readonly record struct Touch(int Year, long Sequence, DateOnly On);
}
