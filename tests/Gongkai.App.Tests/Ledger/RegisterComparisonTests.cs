using System.Text.Json.Nodes;
using Gongkai.App.Acts;
using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.Ledger;
using Gongkai.Domain;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.Disputes;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Publishing;
using Gongkai.Domain.Requests;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests;

/// <summary>Registers and ledger are written together and neither is rebuilt from the other: <c>verify --deep</c> says where they differ.</summary>
public sealed class RegisterComparisonTests
{
    private static readonly PrivatePart Private = new("测试员");

    [Theory(DisplayName = "登记簿与台账一一对应：申请、复议诉讼、文件、决定、报数单、科室"), BothDatabases]
    public async Task Registers_and_ledger_agree(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await FillAsync(house);
        var found = await VerifyAsync(house, agency);
        Assert.True(found.IsWhole, string.Join("\n", found.Discrepancies.Select(difference => difference.Message)));
    }

    [Theory(DisplayName = "登记簿被改、被删、被添，都查得出"), BothDatabases]
    public async Task A_register_that_says_something_else_is_found(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await FillAsync(house);
        await using var stored = await StoredRow.OpenAsync(house, agency.Id);
        var differences = 0;
        foreach (var damage in (string[])
        [
            """UPDATE "Requests" SET "Row" = 'partlyGranted' """,
            """UPDATE "Disputes" SET "Result" = NULL, "ConcludedOn" = NULL """,
            """UPDATE "Instruments" SET "RepealedOn" = NULL """,
            """UPDATE "Decisions" SET "DecidedOn" = '2026-03-03' """,
            """UPDATE "Returns" SET "Values" = '{"proactive.licences":"15"}' WHERE "ReplacedById" IS NULL""",
            """DELETE FROM "Units" """,
        ])
        {
            await stored.ExecuteAsync(damage);
            var found = await VerifyAsync(house, agency);
            Assert.Null(found.Break);
            Assert.True(found.Discrepancies.Count > differences, damage);
            differences = found.Discrepancies.Count;
        }
    }

    [Theory(DisplayName = "更正以后，登记簿应当是更正后的样子"), BothDatabases]
    public async Task After_a_correction_the_register_says_the_corrected(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        var received = (await house.Recorder.ReceiveRequestAsync(agency.Id)).Value;

        await CorrectAsync(changeRow: false);
        Assert.Equal(2, (await VerifyAsync(house, agency)).Discrepancies.Count);
        await CorrectAsync(changeRow: true);
        Assert.True((await VerifyAsync(house, agency)).IsWhole);

        Task CorrectAsync(bool changeRow) => house.Recorder.RecordAsync<long>(agency.Id, async (acts, cancellation) =>
        {
            var row = await acts.Db.Requests.SingleAsync(cancellation);
            if (changeRow) row.Applicant = ApplicantKind.LegalService;
            JsonObject right = new RequestReceived(ApplicantKind.LegalService, ReceiptChannel.Web).Write();
            return acts.Record(agency.Id, new Correction(null, right), new SubjectId(row.Id), SampleActs.Day, Private, corrects: received);
        }, TestContext.Current.CancellationToken);
    }

    private static async Task<ChainVerification> VerifyAsync(TestHouse house, Agency agency) =>
        (await new LedgerVerification(house.House).VerifyAsync(agency.Id, null, deep: true, TestContext.Current.CancellationToken)).Value;

    private static async Task<Agency> FillAsync(TestHouse house)
    {
        var agency = await house.RegisterAgencyAsync();
        var day = SampleActs.Day;
        var recorded = await house.Recorder.RecordAsync<int>(agency.Id, (acts, _) =>
        {
            acts.ReceiveRequest(agency.Id, "1");
            var request = acts.Db.Requests.Local.Single();
            (request.Row, request.ClosedOn) = (OutcomeRow.Granted, day.AddDays(9));
            acts.Record(agency.Id, new RequestClosed(OutcomeRow.Granted, null, []), new SubjectId(request.Id), day.AddDays(9), Private);
            var dispute = Add(acts, new Dispute
            {
                Id = Guid.CreateVersion7(),
                AgencyId = agency.Id,
                Number = "1",
                Route = DisputeRoute.Reconsideration,
                FiledOn = day,
                ConcludedOn = day,
                Result = DisputeResult.Upheld,
            });
            acts.Record(agency.Id, new DisputeFiled(DisputeRoute.Reconsideration), new SubjectId(dispute.Id), day, Private);
            acts.Record(agency.Id, new DisputeConcluded(DisputeResult.Upheld), new SubjectId(dispute.Id), day, Private);
            var instrument = Add(acts, new Instrument
            {
                Id = Guid.CreateVersion7(),
                AgencyId = agency.Id,
                Kind = InstrumentKind.NormativeDocument,
                Number = "1",
                Title = "示范办法",
                IssuedOn = day,
                RepealedOn = day,
            });
            acts.Record(agency.Id, new InstrumentIssued(InstrumentKind.NormativeDocument), new SubjectId(instrument.Id), day, Private);
            acts.Record(agency.Id, new InstrumentRepealed(InstrumentKind.NormativeDocument, false), new SubjectId(instrument.Id), day, Private);
            var decision = Add(acts, new AdministrativeDecision
            {
                Id = Guid.CreateVersion7(),
                AgencyId = agency.Id,
                Kind = AdministrativeDecisionKind.Licence,
                Number = "1",
                DecidedOn = day,
            });
            acts.Record(agency.Id, new AdministrativeDecisionMade(AdministrativeDecisionKind.Licence), new SubjectId(decision.Id), day, Private);
            SignTwice(acts, agency, day);
            return Task.FromResult<Outcome<int>>(0);
        }, TestContext.Current.CancellationToken);
        Assert.False(recorded.IsRefused, recorded.Refusal?.Message);
        return agency;
    }

    /// <summary>A return, and the later one that replaces it as a correction.</summary>
    private static void SignTwice(ActSession acts, Agency agency, DateOnly day)
    {
        var unit = AgencyRegister.AddUnit(acts, agency.Id, "审批科", day, "测试员");
        var (second, first) = (Row("2", "14.0"), Row("1", "13"));
        first.ReplacedById = second.Id;
        var sequence = acts.Record(agency.Id, Facts(13), new SubjectId(first.Id), day, Private);
        acts.Record(agency.Id, new Correction(null, Facts(14).Write()), new SubjectId(first.Id), day, Private, sequence);

        SignedReturn Row(string number, string licences) => Add(acts, new SignedReturn
        {
            Id = Guid.CreateVersion7(),
            AgencyId = agency.Id,
            UnitId = unit.Id,
            Number = number,
            Period = "2026",
            Values = $$"""{"proactive.licences":"{{licences}}"}""",
        });

        AggregateReturn Facts(decimal licences) => new(
            unit.Id, new ReturnPeriod(2026), new Dictionary<CellKey, decimal> { [new CellKey("proactive.licences")] = licences }, "", null);
    }

    private static T Add<T>(ActSession acts, T row) where T : class
    {
        acts.Db.Add(row);
        return row;
    }
}
