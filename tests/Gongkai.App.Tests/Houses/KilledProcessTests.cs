using System.Globalization;
using Gongkai.App.Acts;
using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Ledger;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests;

/// <summary>Real programs, really killed: whatever the moment, the next one starts, and what was acknowledged is there.</summary>
public sealed class KilledProcessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "升级途中 kill -9，再启动照常完成"), BothDatabases]
    public async Task A_program_killed_while_migrating_keeps_nobody_out(DatabaseEngine engine)
    {
        var leftALock = false;
        var finished = false;
        for (var stopAt = 3; !finished; stopAt *= 2)
        {
            var address = await TestHouse.NewAddressAsync(engine);
            using (var child = ChildProcess.Migrate(address, stopAt))
            {
                finished = await child.ReadLineAsync() == "done";
                await child.KillAsync();
            }
            leftALock |= await HasLeftALockAsync(address);

            var opened = await HouseOpening.OpenOrFoundAsync(address, HouseKind.Real, TestHouse.NewClock(), Cancellation);
            Assert.False(opened.IsRefused, $"killed before command {stopAt}: {opened.Refusal?.Message}");
            using var house = opened.Value;
            var register = new AgencyRegister(house, new ActRecorder(house));
            var agency = new Agency { Id = new AgencyId(Guid.CreateVersion7()), Code = "SF-1", Name = "示范区测试局" };
            Assert.False((await register.RegisterAsync(agency, SampleActs.Day, "测试员", Cancellation)).IsRefused);
        }
        // On SQLite EF's own lock is a row that a killed program leaves behind: the test must have met it.
        Assert.Equal(engine == DatabaseEngine.Sqlite, leftALock);
    }

    [Theory(DisplayName = "登记途中 kill -9，回报过的一条不少，台账完整"), BothDatabases]
    public async Task A_program_killed_while_recording_has_lost_nothing_it_acknowledged(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        foreach (var acts in (int[])[1, 7, 25])
        {
            using var child = ChildProcess.Record(house.House.Address, agency.Id, 100_000);
            List<string> said = [];
            while (said.Count < acts && await child.ReadLineAsync() is { } line) said.Add(line);
            said.AddRange(await child.KillAsync());
            // The last line may have been cut short by the kill.
            var acknowledged = said.Take(said.Count - 1).Select(line => long.Parse(line, CultureInfo.InvariantCulture)).ToList();

            await using var db = house.House.Open(AgencyScope.Of(agency.Id));
            var recorded = await db.Ledger.Select(entry => entry.Sequence).ToHashSetAsync(Cancellation);
            Assert.Superset(acknowledged.ToHashSet(), recorded);
            await AssertWholeAsync(house, agency.Id);
        }
    }

    [Theory(DisplayName = "命令行与网站同时用一个数据文件夹，互不妨碍"), BothDatabases]
    public async Task Several_programs_share_one_folder(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync();
        using var one = ChildProcess.Record(house.House.Address, agency.Id, 40);
        using var two = ChildProcess.Record(house.House.Address, agency.Id, 40);
        List<long> sequences = [];
        for (var act = 0; act < 40; act++) sequences.Add((await house.Recorder.ReceiveRequestAsync(agency.Id)).Value);
        foreach (var child in (ChildProcess[])[one, two])
            while (await child.ReadLineAsync() is { } line) sequences.Add(long.Parse(line, CultureInfo.InvariantCulture));

        Assert.Equal(Enumerable.Range(2, 120).Select(sequence => (long)sequence), sequences.Order());
        await AssertWholeAsync(house, agency.Id);
    }

    private static async Task AssertWholeAsync(TestHouse house, AgencyId agency)
    {
        var found = (await new LedgerVerification(house.House).VerifyAsync(agency, null, deep: true, Cancellation)).Value;
        Assert.Null(found.Break);
        Assert.Empty(found.Discrepancies);
    }

    private static async Task<bool> HasLeftALockAsync(HouseAddress address)
    {
        if (address.Postgres is not null || !File.Exists(address.DatabaseFile)) return false;
        var database = HouseDatabase.At(address);
        await using var db = database.Open(AgencyScope.None);
        return await db.Database.SqlQuery<int>($"""SELECT 1 AS "Value" FROM "sqlite_master" WHERE "name" = '__EFMigrationsLock' """).AnyAsync(Cancellation)
            && await db.Database.SqlQuery<int>($"""SELECT 1 AS "Value" FROM "__EFMigrationsLock" """).AnyAsync(Cancellation);
    }
}
