using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests;

/// <summary>A context sees its agencies' rows and no others; without a scope it sees none.</summary>
public sealed class AgencyScopeTests
{
    private const string Marker = "不该看见的局";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "没有范围就什么也看不见；有范围只看见自己的，邻居的一行也不露"), BothDatabases]
    public async Task A_context_sees_its_own_agencies_only(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var (mine, twin) = (await house.RegisterAgencyAsync("示范区甲局"), await house.RegisterAgencyAsync(Marker));
        foreach (var agency in (Agency[])[mine, twin])
        {
            await house.Recorder.ReceiveRequestAsync(agency.Id, "同一个编号");
            await house.Agencies.RegisterUnitAsync(agency.Id, "办公室", SampleActs.Day, "测试员", Cancellation);
        }

        await using var none = house.House.Open(AgencyScope.None);
        await using var own = house.House.Open(AgencyScope.Of(mine.Id));
        await using var all = house.House.Open(AgencyScope.All);
        Assert.Equal((0, 0, 0, 0, 0), await CountAsync(none));
        Assert.Equal((1, 1, 1, 3, 1), await CountAsync(own));
        Assert.Equal((2, 2, 2, 6, 2), await CountAsync(all));
        Assert.All(await own.Ledger.ToListAsync(Cancellation), entry => Assert.Equal(mine.Id, entry.AgencyId));
        Assert.Equal(mine.Id, (await own.Agencies.SingleAsync(Cancellation)).Id);
        Assert.Equal("agency.unknown", (await house.Agencies.FindAsync(twin.Code, AgencyScope.Of(mine.Id), Cancellation)).Refusal?.Code);
    }

    [Theory(DisplayName = "属于机关的每一张表都有名为 agency 的过滤"), BothDatabases]
    public async Task Every_table_of_an_agency_is_filtered(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var db = house.House.Open(AgencyScope.All);
        var rows = db.Model.GetEntityTypes().Where(row => typeof(IOfAgency).IsAssignableFrom(row.ClrType) || row.ClrType == typeof(Agency)).ToList();
        // By the column, so that a new table cannot be forgotten: whatever names an agency is a row of it.
        // Security events have a filter of their own, because some are of no agency.
        var named = db.Model.GetEntityTypes().Where(row => row.ClrType != typeof(AuditRow))
            .Where(row => row.FindProperty(nameof(IOfAgency.AgencyId)) is not null || row.ClrType == typeof(Agency));
        Assert.Equal(named, rows);
        Assert.All(rows, row => Assert.NotNull(row.FindDeclaredQueryFilter(GongkaiDb.AgencyFilter)));
    }

    [Theory(DisplayName = "缺代码、缺名称、代码或科室重名，都不登记"), BothDatabases]
    public async Task An_incomplete_or_repeated_agency_is_refused(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var agency = await house.RegisterAgencyAsync(code: "SF-1");

        Assert.Equal("agency.incomplete", (await RegisterAsync(" ", "示范区乙局")).Refusal?.Code);
        Assert.Equal("agency.incomplete", (await RegisterAsync("SF-2", "")).Refusal?.Code);
        Assert.Equal("act.duplicate", (await RegisterAsync("SF-1", "示范区乙局")).Refusal?.Code);
        Assert.False((await RegisterUnitAsync("办公室")).IsRefused);
        Assert.Equal("act.duplicate", (await RegisterUnitAsync("办公室")).Refusal?.Code);
        await using var db = house.House.Open(AgencyScope.All);
        Assert.Equal(1, await db.Agencies.CountAsync(Cancellation));

        Task<Outcome<Agency>> RegisterAsync(string code, string name) => house.Agencies.RegisterAsync(
            new Agency { Id = new(Guid.CreateVersion7()), Code = code, Name = name }, SampleActs.Day, "测试员", Cancellation);

        Task<Outcome<AgencyUnit>> RegisterUnitAsync(string name) => house.Agencies.RegisterUnitAsync(agency.Id, name, SampleActs.Day, "测试员", Cancellation);
    }

    private static async Task<(int Agencies, int Units, int Requests, int Entries, int Heads)> CountAsync(GongkaiDb db) => (
        await db.Agencies.CountAsync(Cancellation), await db.Units.CountAsync(Cancellation), await db.Requests.CountAsync(Cancellation),
        await db.Ledger.CountAsync(Cancellation), await db.ChainHeads.CountAsync(Cancellation));
}
