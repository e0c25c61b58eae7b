using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.Testing;

namespace Gongkai.App.Tests.Audit;

/// <summary>数据校验码 day by day, and the log read from its beginning.</summary>
public sealed class ChainCodeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "每天终了时的校验码，以后再看还是一样；那天还没有的账不列"), BothDatabases]
    public async Task The_codes_of_a_day_stay(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var day = new DateOnly(2026, 3, 2);
        var agency = await house.RegisterAgencyAsync();
        await using (var audit = new AuditLog(house.House)) await audit.WriteAsync(SampleEvents.SignedIn, Cancel);
        await using var db = house.House.Open(AgencyScope.All);
        var then = await db.ReadChainCodesAsync(day, Cancel);

        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.Recorder.ReceiveRequestAsync(agency.Id);
        var other = await house.RegisterAgencyAsync();

        Assert.Equal(then, await db.ReadChainCodesAsync(day, Cancel));
        Assert.Equal(2, then.Count);
        var next = await db.ReadChainCodesAsync(day.AddDays(1), Cancel);
        Assert.Equal(2, next.Single(code => code.Agency == agency.Id).Sequence);
        Assert.Contains(next, code => code.Agency == other.Id);
        Assert.Empty(await db.ReadChainCodesAsync(day.AddDays(-1), Cancel));
        Assert.Equal((await db.ReadChainCodesAsync(Cancel)).ToHashSet(), next.ToHashSet());
    }

    [Theory(DisplayName = "审计日志从最早的看起，一页一页翻，不重不漏"), BothDatabases]
    public async Task Oldest_first_page_by_page(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var audit = new AuditLog(house.House);
        for (var number = 0; number < 12; number++)
        {
            await audit.WriteAsync(SampleEvents.SignedIn, Cancel);
            if (number % 5 == 4) house.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        await using var db = house.House.Open(AgencyScope.All);
        List<long> seen = [];
        AuditPlace? after = null;
        while (await db.SearchAuditAsync(new AuditFilter(), after, 5, Cancel, oldestFirst: true) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(line => line.Sequence));
            after = page[^1].Place;
        }
        Assert.Equal(Enumerable.Range(1, 12).Select(number => (long)number), seen);
    }
}
