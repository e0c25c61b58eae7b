using Gongkai.App.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests;

/// <summary>The one way to write: nothing forks, nothing is lost, nothing stays of what was refused.</summary>
public sealed class ActRecorderTests
{
    [Theory(DisplayName = "八人同时登记，链不分叉，一条不丢"), BothDatabases]
    public async Task Eight_writers_fork_nothing_and_lose_nothing(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();

        var sequences = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            List<long> mine = [];
            for (var act = 0; act < 25; act++) mine.Add((await house.Recorder.ReceiveRequestAsync(agency.Id)).Value);
            return mine;
        })));

        Assert.Equal(Enumerable.Range(2, 200).Select(sequence => (long)sequence), sequences.SelectMany(mine => mine).Order());
        await using var db = house.House.Open(AgencyScope.Of(agency.Id));
        Assert.Equal(201, await db.Ledger.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(200, await db.Requests.CountAsync(TestContext.Current.CancellationToken));
    }
}
