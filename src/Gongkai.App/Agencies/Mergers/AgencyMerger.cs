using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Calendar;

namespace Gongkai.App.Agencies.Mergers;

/// <summary>
/// Mergers and closures (机关撤并): on a day the successor takes open requests, pending disputes and instruments in force; everything else stays
/// where it was, to be read. All of it happens or nothing.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="recorder">The house's recorder.</param>
public sealed class AgencyMerger(House house, ActRecorder recorder)
{
    /// <summary>Tells what a merger would do and what stands against it, and does nothing.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="plan">What is meant.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<MergerFindings>> CheckAsync(Caller caller, MergerPlan plan, CancellationToken cancellation)
    {
        if (caller.Lacks(DeskRight.ManageHouse) is { } refusal) return refusal;
        await using var db = house.Open(AgencyScope.All);
        return await new MergerCheck(db, plan, ChinaTime.DayOf(Instant.Now(house.Clock))).LookAsync(cancellation);
    }

    /// <summary>Carries a merger out.</summary>
    /// <inheritdoc cref="CheckAsync"/>
    public async Task<Outcome<MergerFindings>> MergeAsync(Caller caller, MergerPlan plan, CancellationToken cancellation)
    {
        if (caller.Lacks(DeskRight.ManageHouse) is { } refusal) return refusal;
        return await recorder.RecordAsync<MergerFindings>(plan.Agencies, async (acts, cancellation) =>
        {
            var findings = await new MergerCheck(acts.Db, plan, ChinaTime.DayOf(acts.Now)).LookAsync(cancellation);
            if (findings.Problems.Count > 0) return new Refusal("merger.problems", string.Join('\n', findings.Problems));
            var work = new MergerActs(acts, plan, caller.Name);
            if (findings.OpensBooks) work.OpenBooks(plan.Into!.Value);
            foreach (var matters in findings.Matters)
            {
                // While the agency still is open: the draft is handed over with its last day.
                if (plan.Into is { } into && await new MergerDrafts(house, acts, plan, caller.Name).HandOverAsync(matters.Agency, into, cancellation) is { } stuck) return stuck;
                await work.EndAsync(matters, cancellation);
            }
            acts.ChangePublicPages();
            return findings;
        }, cancellation);
    }
}
