using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests;

/// <summary>A house opens when it is what it should be, and otherwise says in one sentence what is wrong and what to do.</summary>
public sealed class HouseOpeningTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "没有数据的地方，不会悄悄建出一个新库"), BothDatabases]
    public async Task Nothing_is_founded_by_a_wrong_path(DatabaseEngine engine)
    {
        var address = await TestHouse.NewAddressAsync(engine);
        Assert.Equal("house.not-found", (await HouseOpening.OpenAsync(address, TestHouse.NewClock(), Cancellation)).Refusal?.Code);
        Assert.False(Directory.Exists(address.Folder));
    }

    [Theory(DisplayName = "演示库永远不会变成正式库，正式库也装不进演示数据"), BothDatabases]
    public async Task A_demo_house_never_becomes_a_real_one(DatabaseEngine engine)
    {
        var (demo, real) = (await TestHouse.NewAddressAsync(engine), await TestHouse.NewAddressAsync(engine));
        using (var house = await FoundAsync(demo, HouseKind.Demo)) Assert.True(house.IsDemo);
        using (var house = await FoundAsync(real, HouseKind.Real)) Assert.False(house.IsDemo);

        Assert.Equal("house.demo", (await HouseOpening.OpenOrFoundAsync(demo, HouseKind.Real, TestHouse.NewClock(), Cancellation)).Refusal?.Code);
        Assert.Equal("house.real", (await HouseOpening.OpenOrFoundAsync(real, HouseKind.Demo, TestHouse.NewClock(), Cancellation)).Refusal?.Code);
        using var again = (await HouseOpening.OpenAsync(demo, TestHouse.NewClock(), Cancellation)).Value;
        Assert.True(again.IsDemo);
    }

    [Theory(DisplayName = "更新版本的程序写过的数据，旧程序不打开"), BothDatabases]
    public async Task A_newer_database_is_refused(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using (var db = house.House.Open(AgencyScope.None))
        {
            await db.Database.ExecuteSqlRawAsync(
                """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('99990101000000_Later', '99.0')""", Cancellation);
        }
        Assert.Equal("house.newer", (await HouseOpening.OpenAsync(house.House.Address, house.Clock, Cancellation)).Refusal?.Code);
    }

    [Theory(DisplayName = "有程序正在使用的数据，不在它脚下升级"), BothDatabases]
    public async Task Tables_do_not_change_under_a_program_that_uses_them(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using (var db = house.House.Open(AgencyScope.None))
            await db.Database.ExecuteSqlRawAsync("""DELETE FROM "House" """, Cancellation);

        var opened = await HouseOpening.OpenAsync(house.House.Address, HouseKind.Real, house.Clock, TimeSpan.FromMilliseconds(300), Cancellation);

        Assert.Equal("house.in-use", opened.Refusal?.Code);
    }

    [Fact(DisplayName = "文件夹与数据库不配套，启动时就说出来")]
    public async Task A_files_folder_of_another_house_is_refused()
    {
        var (one, two) = (await TestHouse.NewAddressAsync(DatabaseEngine.Sqlite), await TestHouse.NewAddressAsync(DatabaseEngine.Sqlite));
        (await FoundAsync(one, HouseKind.Real)).Dispose();
        (await FoundAsync(two, HouseKind.Real)).Dispose();
        File.Copy(one.DatabaseFile, two.DatabaseFile, overwrite: true);
        Assert.Equal("house.foreign-files", (await HouseOpening.OpenAsync(two, TestHouse.NewClock(), Cancellation)).Refusal?.Code);
    }

    [Fact(DisplayName = "不是数据库的文件、打不开的位置，各用一句话说明白")]
    public async Task What_is_no_database_is_refused_in_one_sentence()
    {
        var address = await TestHouse.NewAddressAsync(DatabaseEngine.Sqlite);
        Directory.CreateDirectory(address.Folder);
        await File.WriteAllTextAsync(address.DatabaseFile, new string('x', 5000), Cancellation);
        Assert.Equal("house.damaged", await CodeAsync(address));

        var file = TestHouse.NewFolder();
        await File.WriteAllTextAsync(file, "", Cancellation);
        Assert.Equal("house.unreachable", await CodeAsync(new HouseAddress(Path.Combine(file, "house"))));
        Assert.Equal("house.db-unreachable", await CodeAsync(new HouseAddress(TestHouse.NewFolder(), "Host=127.0.0.1;Port=1;Username=nobody;Timeout=2")));
        Assert.Equal("house.db-unreachable", await CodeAsync(new HouseAddress(TestHouse.NewFolder(), "not a connection string")));

        static async Task<string?> CodeAsync(HouseAddress address) =>
            (await HouseOpening.OpenOrFoundAsync(address, HouseKind.Real, TestHouse.NewClock(), Cancellation)).Refusal?.Code;
    }

    [Theory(DisplayName = "十个程序同时启动，只建一个库"), BothDatabases]
    public async Task Ten_starts_at_once_found_one_house(DatabaseEngine engine)
    {
        var address = await TestHouse.NewAddressAsync(engine);
        var houses = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => FoundAsync(address, HouseKind.Real))));
        Assert.Single(houses.Select(house => house.HouseId).Distinct());
        foreach (var house in houses) house.Dispose();
    }

    [Fact(DisplayName = "网站里，一次请求的范围只定一次；没有定就什么也看不见")]
    public async Task A_request_has_one_scope()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await house.RegisterAgencyAsync();
        await using var services = new ServiceCollection().AddGongkaiHouse(house.House).BuildServiceProvider(validateScopes: true);
        await using (var request = services.CreateAsyncScope())
            Assert.Equal(0, await request.ServiceProvider.GetRequiredService<GongkaiDb>().Agencies.CountAsync(Cancellation));
        await using (var request = services.CreateAsyncScope())
        {
            var scope = request.ServiceProvider.GetRequiredService<ScopeOfRequest>();
            scope.Set(AgencyScope.All);
            Assert.Equal(1, await request.ServiceProvider.GetRequiredService<GongkaiDb>().Agencies.CountAsync(Cancellation));
            Assert.Throws<InvalidOperationException>(() => scope.Set(AgencyScope.None));
        }
    }

    private static async Task<House> FoundAsync(HouseAddress address, HouseKind kind) =>
        (await HouseOpening.OpenOrFoundAsync(address, kind, TestHouse.NewClock(), Cancellation)).Value;
}
