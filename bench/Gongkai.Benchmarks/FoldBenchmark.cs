using Gongkai.App.Acts;
using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Ledger;
using Gongkai.Documents.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports.Folding;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Requests;

namespace Gongkai.Benchmarks;

/// <summary>The fold of 100,000 ledger entries, against one bare pass over the same rows of the same database.</summary>
internal static class FoldBenchmark
{
    private const int Requests = 50_000;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-bench-");
        try
        {
            using var house = (await HouseOpening.OpenOrFoundAsync(
                new HouseAddress(folder.FullName), HouseKind.Real, TimeProvider.System, CancellationToken.None)).Value;
            var agency = await FillAsync(house);
            new Comparison("Fold 100,000 ledger entries into an annual report", seconds: 12)
                .With("bare: one pass over the rows", () => PassAsync(house, agency).GetAwaiter().GetResult())
                .With("read and fold", () => FoldAsync(house, agency).GetAwaiter().GetResult(), goal: 2)
                .Print();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<long> PassAsync(House house, AgencyId agency)
    {
        await using var db = house.Open(AgencyScope.Of(agency));
        var letters = 0L;
        await foreach (var entry in db.FoldEntriesAsync(agency)) letters += entry.FactsText.Length;
        return letters;
    }

    private static async Task<FoldedReport> FoldAsync(House house, AgencyId agency)
    {
        await using var db = house.Open(AgencyScope.Of(agency));
        var acts = (await db.ReadActsAsync(agency, CancellationToken.None)).Value;
        return AnnualReportFold.Fold(acts, "示范区测速局", 2025, BuiltInForms.Form2021).Value;
    }

    private static async Task<AgencyId> FillAsync(House house)
    {
        var recorder = new ActRecorder(house);
        var agency = new Agency { Id = new AgencyId(Guid.CreateVersion7()), Code = "bench", Name = "示范区测速局", Kind = AgencyKind.Department };
        await new AgencyRegister(house, recorder).RegisterAsync(agency, new DateOnly(2023, 1, 1), "bench", CancellationToken.None);
        var random = new Random(7);
        var (applicants, rows) = (Enum.GetValues<ApplicantKind>(), Enum.GetValues<OutcomeRow>());
        for (var done = 0; done < Requests; done += 5_000)
        {
            await recorder.RecordAsync<int>(agency.Id, (acts, _) =>
            {
                for (var i = 0; i < 5_000; i++)
                {
                    var subject = new SubjectId(Guid.CreateVersion7());
                    var received = new DateOnly(2024, 1, 2).AddDays(random.Next(700));
                    acts.Record(agency.Id, new RequestReceived(applicants[random.Next(6)], ReceiptChannel.Web), subject, received, new PrivatePart("bench"));
                    acts.Record(agency.Id, new RequestClosed(rows[random.Next(rows.Length)], null, []), subject, received.AddDays(20), new PrivatePart("bench"));
                }
                return Task.FromResult<Outcome<int>>(5_000);
            }, CancellationToken.None);
        }
        return agency.Id;
    }
}
