using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.App.People;
using Gongkai.Documents.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Retention;

/// <summary>How long an agency keeps what names people (保管期限): by the schedule it entered, and until then by the longest that rules name.</summary>
/// <param name="recorder">The house's recorder.</param>
public sealed class RetentionSchedule(ActRecorder recorder)
{
    private const int LongestSource = 300;

    /// <summary>The terms of an agency today.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyDictionary<RetainedRecords, RetentionTerm>> ReadAsync(GongkaiDb db, AgencyId agency, CancellationToken cancellation)
    {
        var own = await db.RetentionTerms.AsNoTracking().Where(row => row.AgencyId == agency).ToDictionaryAsync(row => row.Records, cancellation);
        return Enum.GetValues<RetainedRecords>().ToDictionary(
            records => records,
            records => own.TryGetValue(records, out var row) ? new RetentionTerm(records, row.Years, row.Source) : BuiltInRetentionTerms.Of(records));
    }

    /// <summary>Enters a term of the agency's own schedule.</summary>
    /// <param name="caller">Who asks: whoever manages the agency.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="term">The term.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Outcome<RetentionTerm>> AdoptAsync(Caller caller, AgencyId agency, RetentionTerm term, CancellationToken cancellation)
    {
        if ((caller.Lacks(DeskRight.ManageAgency, agency) ?? Fault(term)) is { } refusal) return Task.FromResult<Outcome<RetentionTerm>>(refusal);
        var source = term.Source.Trim();
        return recorder.RecordAsync<RetentionTerm>(agency, async (acts, cancellation) =>
        {
            var today = ChinaTime.DayOf(acts.Now);
            var row = await acts.Db.RetentionTerms.SingleOrDefaultAsync(known => known.AgencyId == agency && known.Records == term.Records, cancellation);
            if (row is null)
                acts.Db.RetentionTerms.Add(new AdoptedRetentionTerm { AgencyId = agency, Records = term.Records, Years = term.Years, Source = source, AdoptedOn = today });
            else (row.Years, row.Source, row.AdoptedOn) = (term.Years, source, today);
            acts.Record(agency, new RetentionTermAdopted(term.Records, term.Years), new SubjectId(agency.Value), today,
                new PrivatePart(caller.Name, source, new Dictionary<string, string> { ["name"] = BuiltInRetentionTerms.NameOf(term.Records) }));
            return term with { Source = source };
        }, cancellation);
    }

    private static Refusal? Fault(RetentionTerm term) =>
        term.Years is < 1 or > RetentionTerm.Longest
            ? new Refusal("retention.years", $"保管期限填 1 到 {RetentionTerm.Longest} 的整年数。永久保管的不会列入清册，不必登记。")
            : string.IsNullOrWhiteSpace(term.Source) || term.Source.Length > LongestSource
                ? new Refusal("retention.source", "请写明依据：本机关归档范围和保管期限表的文号和日期。")
                : SecretGuard.ExamineText(term.Source);
}
