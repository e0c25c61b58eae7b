using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Requests;
using Gongkai.App.Requests.Doors;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.Disputes;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Publishing;
using Gongkai.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Agencies.Mergers;

/// <summary>
/// The acts of a merger within one transaction (撤并的登记): every open matter gets a row and an act of its own in the successor, and a mark and
/// an act in the agency that ends. History stays where it was.
/// </summary>
internal sealed class MergerActs(ActSession acts, MergerPlan plan, string who)
{
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);

    /// <summary>The successor's books begin with what it takes over.</summary>
    public void OpenBooks(AgencyId into) => acts.Record(
        into,
        new BooksOpened(InForceRow.All.ToDictionary(row => row, _ => 0L), Requests: true, Disputes: true, Source: null),
        new SubjectId(Guid.CreateVersion7()), new DateOnly(plan.On.Year, 1, 1), new PrivatePart(who, "因撤并新组建，期初数为承接的事项"));

    /// <summary>Ends an agency, with everything it leaves to the successor.</summary>
    public async Task EndAsync(PredecessorMatters matters, CancellationToken cancellation)
    {
        var agency = matters.Agency;
        if (plan.Into is { } into)
        {
            await RequestsAsync(agency, into, cancellation);
            await DisputesAsync(agency, into, cancellation);
            await InstrumentsAsync(agency, into, cancellation);
            acts.Record(into, new AgencyTookOver(agency.Id, matters.UnnamedInForce), new SubjectId(agency.Id.Value), plan.On, Named("name", agency.Name));
        }
        (agency.ClosedOn, agency.SuccessorId, agency.FilesBrokenYear) = (plan.LastDay, plan.Into, plan.FilesBrokenYear);
        acts.Record(agency.Id, new AgencyClosed(plan.Into), new SubjectId(agency.Id.Value), plan.LastDay, Named("name", agency.Name));
    }

    private async Task RequestsAsync(Agency agency, AgencyId into, CancellationToken cancellation)
    {
        var rows = await acts.Db.Requests.Where(row => row.AgencyId == agency.Id).Open().OrderBy(row => row.Number).ToListAsync(cancellation);
        var pasts = await RequestHistories.LoadPastAsync(acts.Db, [.. rows.Select(row => row.Id)], cancellation);
        await TakenAsync(acts.Db.Requests.Where(row => row.AgencyId == into).Select(row => row.Number), cancellation);
        foreach (var row in rows)
        {
            var copy = new InformationRequest
            {
                Id = Guid.CreateVersion7(),
                AgencyId = into,
                Number = NumberFor(row.Number, agency),
                Applicant = row.Applicant,
                Channel = row.Channel,
                ReceivedOn = row.ReceivedOn,
                BroughtForward = true,
            };
            acts.Db.Requests.Add(copy);
            acts.Record(into, new RequestBroughtForward(row.Applicant), new SubjectId(copy.Id), plan.On, Named("number", copy.Number));
            acts.Record(into, new RequestTakenOver(agency.Id, new SubjectId(row.Id), pasts.GetValueOrDefault(row.Id) ?? []), new SubjectId(copy.Id), plan.On,
                Named("number", copy.Number, "was", row.Number));
            row.HandedOverOn = plan.LastDay;
            HandOver(agency, row.Id, copy.Id, row.Number);
        }
        // Whoever was let into a case was let in by the agency that ends; the successor opens its own doors.
        foreach (var door in await acts.Db.CaseDoors.Where(door => door.AgencyId == agency.Id && door.EndedAt == null).ToListAsync(cancellation))
            CaseDoors.End(acts, door, plan.LastDay, who);
    }

    private async Task DisputesAsync(Agency agency, AgencyId into, CancellationToken cancellation)
    {
        var rows = await acts.Db.Disputes.Where(row => row.AgencyId == agency.Id).Pending().OrderBy(row => row.Number).ToListAsync(cancellation);
        await TakenAsync(acts.Db.Disputes.Where(row => row.AgencyId == into).Select(row => row.Number), cancellation);
        foreach (var row in rows)
        {
            var copy = new Dispute
            {
                Id = Guid.CreateVersion7(),
                AgencyId = into,
                Number = NumberFor(row.Number, agency),
                Route = row.Route,
                FiledOn = row.FiledOn,
                BroughtForward = true,
            };
            acts.Db.Disputes.Add(copy);
            acts.Record(into, new DisputeBroughtForward(row.Route), new SubjectId(copy.Id), plan.On, Named("number", copy.Number));
            acts.Record(into, new DisputeTakenOver(agency.Id, new SubjectId(row.Id)), new SubjectId(copy.Id), plan.On, Named("number", copy.Number, "was", row.Number));
            row.HandedOverOn = plan.LastDay;
            HandOver(agency, row.Id, copy.Id, row.Number);
        }
    }

    private async Task InstrumentsAsync(Agency agency, AgencyId into, CancellationToken cancellation)
    {
        var rows = await acts.Db.Instruments.Where(row => row.AgencyId == agency.Id).InForce().OrderBy(row => row.Number).ToListAsync(cancellation);
        await TakenAsync(acts.Db.Instruments.Where(row => row.AgencyId == into).Select(row => row.Number), cancellation);
        foreach (var row in rows)
        {
            var copy = new Instrument
            {
                Id = Guid.CreateVersion7(),
                AgencyId = into,
                Kind = row.Kind,
                Number = NumberFor(row.Number, agency),
                Title = row.Title,
                IssuedOn = row.IssuedOn,
                Lead = row.Lead,
                TakenOverOn = plan.On,
            };
            acts.Db.Instruments.Add(copy);
            acts.Record(into, new InstrumentTakenOver(row.Kind, row.Lead, agency.Id, new SubjectId(row.Id)), new SubjectId(copy.Id), plan.On,
                Named("number", copy.Number, "title", row.Title));
            row.HandedOverOn = plan.LastDay;
            HandOver(agency, row.Id, copy.Id, row.Number);
        }
    }

    private void HandOver(Agency agency, Guid was, Guid becomes, string number) => acts.Record(
        agency.Id, new MatterHandedOver(plan.Into!.Value, new SubjectId(becomes)), new SubjectId(was), plan.LastDay, Named("number", number));

    // Rows added for the predecessor before are not in the database yet.
    private async Task TakenAsync(IQueryable<string> numbers, CancellationToken cancellation)
    {
        _numbers.Clear();
        _numbers.UnionWith(await numbers.ToListAsync(cancellation));
        _numbers.UnionWith(acts.Db.Requests.Local.Where(row => row.AgencyId == plan.Into).Select(row => row.Number));
        _numbers.UnionWith(acts.Db.Disputes.Local.Where(row => row.AgencyId == plan.Into).Select(row => row.Number));
        _numbers.UnionWith(acts.Db.Instruments.Local.Where(row => row.AgencyId == plan.Into).Select(row => row.Number));
    }

    // The number people know stays; where the successor has it too, it says whose it was.
    private string NumberFor(string number, Agency from)
    {
        var wanted = number;
        for (var again = 1; !_numbers.Add(wanted); again++) wanted = again == 1 ? $"{number}（原{from.Code}）" : $"{number}（原{from.Code}之{again}）";
        return wanted;
    }

    private PrivatePart Named(params string[] references) =>
        new(who, "机关撤并", references.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]));
}
