using Gongkai.App.Data;
using Gongkai.App.Ledger;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests;

/// <summary>The one way to write: nothing forks, nothing is lost, nothing stays of what was refused.</summary>
public sealed class ActRecorderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

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
        var verified = (await new LedgerVerification(house.House).VerifyAsync(agency.Id, null, deep: true, Cancellation)).Value;
        Assert.True(verified.IsWhole, verified.Break?.Message);
        Assert.Equal(201, verified.Head.Sequence);
    }

    [Theory(DisplayName = "几个机关的事项一起登记，先后次序相反也不互相等死"), BothDatabases]
    public async Task Bundles_in_opposite_order_do_not_deadlock(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var (one, two) = (await house.RegisterAgencyAsync("示范区甲局"), await house.RegisterAgencyAsync("示范区乙局"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            AgencyId[] order = writer % 2 == 0 ? [one.Id, two.Id] : [two.Id, one.Id];
            List<Outcome<int>> mine = [];
            for (var act = 0; act < 10; act++)
            {
                mine.Add(await house.Recorder.RecordAsync<int>(order, (acts, _) =>
                {
                    foreach (var agency in order) acts.ReceiveRequest(agency);
                    return Task.FromResult<Outcome<int>>(order.Length);
                }, Cancellation));
            }
            return mine;
        })));

        Assert.All(outcomes.SelectMany(mine => mine), outcome => Assert.False(outcome.IsRefused));
        await using var db = house.House.Open(AgencyScope.All);
        Assert.Equal([81, 81], await db.ChainHeads.Select(head => head.Sequence).ToListAsync(Cancellation));
    }

    [Theory(DisplayName = "拒绝了的，什么也不留下"), BothDatabases]
    public async Task Nothing_stays_of_what_was_refused(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();

        var refused = await house.Recorder.RecordAsync<long>(agency.Id, async (acts, cancellation) =>
        {
            acts.ReceiveRequest(agency.Id);
            await acts.Db.SaveChangesAsync(cancellation);
            return new Refusal("test.no", "不行。");
        }, Cancellation);
        await Assert.ThrowsAsync<InvalidOperationException>(() => house.Recorder.RecordAsync<long>(agency.Id, async (acts, cancellation) =>
        {
            acts.ReceiveRequest(agency.Id);
            await acts.Db.SaveChangesAsync(cancellation);
            throw new InvalidOperationException("a bug");
        }, Cancellation));

        Assert.Equal("test.no", refused.Refusal?.Code);
        await using var db = house.House.Open(AgencyScope.All);
        Assert.Equal(0, await db.Requests.CountAsync(Cancellation));
        Assert.Equal(1, await db.Ledger.CountAsync(Cancellation));
        Assert.Equal(2, (await house.Recorder.ReceiveRequestAsync(agency.Id)).Value);
    }

    [Theory(DisplayName = "编号重复，说出是哪一个，不重复登记"), BothDatabases]
    public async Task A_number_that_exists_is_refused_by_name(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        await house.Recorder.ReceiveRequestAsync(agency.Id, "示范〔2026〕1号");

        var again = await house.Recorder.ReceiveRequestAsync(agency.Id, "示范〔2026〕1号");

        Assert.Equal("act.duplicate", again.Refusal?.Code);
        Assert.Contains("示范〔2026〕1号", again.Refusal!.Message, StringComparison.Ordinal);
    }

    [Theory(DisplayName = "别人改过的记录，不用旧的盖掉"), BothDatabases]
    public async Task A_row_changed_since_it_was_looked_at_is_refused(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        var seen = agency.Version;

        Assert.False((await RenameAsync("示范区新名局")).IsRefused);
        Assert.Equal("act.concurrent", (await RenameAsync("示范区旧名局")).Refusal?.Code);

        Task<Outcome<string>> RenameAsync(string name) => house.Recorder.RecordAsync<string>(agency.Id, async (acts, cancellation) =>
        {
            var row = await acts.Db.Agencies.SingleAsync(cancellation);
            acts.Db.Expect(row, seen);
            row.Name = name;
            return name;
        }, Cancellation);
    }

    [Theory(DisplayName = "没有登记的机关，不能登记它的事项"), BothDatabases]
    public async Task An_unknown_agency_is_refused(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var outcome = await house.Recorder.ReceiveRequestAsync(new AgencyId(Guid.CreateVersion7()));
        Assert.Equal("agency.unknown", outcome.Refusal?.Code);
    }

    [Theory(DisplayName = "公开页面有变化的，与事项同时换代；没有变化的不换"), BothDatabases]
    public async Task The_site_moves_to_its_next_generation_with_the_act(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        var before = await ReadGenerationAsync();

        await house.Recorder.ReceiveRequestAsync(agency.Id);
        Assert.Equal(before, await ReadGenerationAsync());

        await house.Recorder.RecordAsync<int>(agency.Id, (acts, _) =>
        {
            acts.ChangePublicPages();
            return Task.FromResult<Outcome<int>>(0);
        }, Cancellation);
        Assert.Equal(before + 1, await ReadGenerationAsync());

        async Task<long> ReadGenerationAsync()
        {
            await using var db = house.House.Open(AgencyScope.None);
            return await db.SiteGenerations.Select(site => site.Number).SingleAsync(Cancellation);
        }
    }

    [Theory(DisplayName = "时刻以微秒计，存取不差分毫"), BothDatabases]
    public async Task Instants_come_back_as_they_were_recorded(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        for (var act = 0; act < 50; act++)
        {
            house.Clock.Advance(TimeSpan.FromTicks(12_345_677 + act));
            await house.Recorder.ReceiveRequestAsync(agency.Id);
            await using var db = house.House.Open(AgencyScope.Of(agency.Id));
            var recorded = await db.Ledger.OrderBy(entry => entry.Sequence).Select(entry => entry.RecordedAt).LastAsync(Cancellation);
            Assert.Equal(Instant.Now(house.Clock), recorded);
            Assert.Equal(DateTimeKind.Utc, recorded.Kind);
        }
        Assert.True((await new LedgerVerification(house.House).VerifyAsync(agency.Id, null, deep: true, Cancellation)).Value.IsWhole);
    }
}
