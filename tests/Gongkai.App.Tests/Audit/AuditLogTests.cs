using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests;

/// <summary>Security events: stored before the caller goes on, in batches, in one chain per node.</summary>
public sealed class AuditLogTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "登录风暴：一千次同时写入，一条不少，链不分叉，只用几次提交"), BothDatabases]
    public async Task A_storm_of_sign_ins_is_written_in_batches(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var audit = new AuditLog(house.House);
        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), new ParallelOptions { MaxDegreeOfParallelism = 100, CancellationToken = Cancellation },
            async (number, cancellation) => await audit.WriteAsync(Failed(number), cancellation));

        await using var db = house.House.Open(AgencyScope.All);
        Assert.Equal(1000, await db.Audit.CountAsync(Cancellation));
        var chain = await db.AuditChains.SingleAsync(Cancellation);
        Assert.Equal(1000, chain.Sequence);
        Assert.Equal(Environment.MachineName, chain.Node);
        await SampleEvents.AssertWholeAsync(house);
    }

    [Theory(DisplayName = "同一节点的几个程序写同一条链"), BothDatabases]
    public async Task Programs_of_one_node_share_a_chain(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var logs = Enumerable.Range(0, 4).Select(_ => new AuditLog(house.House)).ToList();
        await Task.WhenAll(logs.SelectMany(log => Enumerable.Range(0, 25).Select(number => log.WriteAsync(Failed(number), Cancellation))));
        foreach (var log in logs) await log.DisposeAsync();

        await using var db = house.House.Open(AgencyScope.All);
        Assert.Equal(100, (await db.AuditChains.SingleAsync(Cancellation)).Sequence);
        await SampleEvents.AssertWholeAsync(house);
    }

    [Fact(DisplayName = "关闭日志时，还在等的都写完；关闭后再写是程序的错")]
    public async Task Closing_writes_what_is_waiting()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        var audit = new AuditLog(house.House);
        var written = Enumerable.Range(0, 50).Select(number => audit.WriteAsync(Failed(number), CancellationToken.None)).ToList();
        await audit.DisposeAsync();
        Assert.All(written, task => Assert.True(task.IsCompletedSuccessfully));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => audit.WriteAsync(Failed(0), Cancellation));
    }

    [Fact(DisplayName = "陌生人输入的怪字、超长文字，不妨碍记下这件事")]
    public async Task Whatever_a_stranger_types_is_stored()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await using var audit = new AuditLog(house.House);
        await audit.WriteAsync(new AuditEvent(AuditKind.SignInFailed, null, null, "\0\uD800" + new string('长', 5000), "::1", "账号\r\n不对"), Cancellation);
        await using var db = house.House.Open(AgencyScope.All);
        var row = await db.Audit.SingleAsync(Cancellation);
        Assert.Equal(200, row.Subject!.Length);
        Assert.Equal("账号  不对", row.Message);
        await SampleEvents.AssertWholeAsync(house);
    }

    [Theory(DisplayName = "机关只看得到自己的事件；属于全系统的，只有不限范围时看得到"), BothDatabases]
    public async Task An_agency_sees_its_own_events_only(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var (mine, twin) = (await house.RegisterAgencyAsync("示范区甲局"), await house.RegisterAgencyAsync("示范区乙局"));
        await using var audit = new AuditLog(house.House);
        foreach (var agency in (AgencyId?[])[mine.Id, twin.Id, null]) await audit.WriteAsync(Failed(1) with { Agency = agency }, Cancellation);
        await using var own = house.House.Open(AgencyScope.Of(mine.Id));
        await using var none = house.House.Open(AgencyScope.None);
        Assert.Equal(mine.Id, (await own.Audit.SingleAsync(Cancellation)).AgencyId);
        Assert.Equal(0, await none.Audit.CountAsync(Cancellation));
    }

    private static AuditEvent Failed(int number) =>
        new(AuditKind.SignInFailed, null, null, $"Account/{number}", "203.0.113.7", "密码不对");
}
