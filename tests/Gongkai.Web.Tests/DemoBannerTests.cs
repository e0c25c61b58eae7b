using Gongkai.App.Houses;
using Gongkai.App.Personal;
using Gongkai.Hosting;
using Gongkai.Testing;

namespace Gongkai.Web.Tests;

/// <summary>A demonstration house says so on every page, also on those that say something went wrong.</summary>
public sealed class DemoBannerTests(FilledSite filled)
{
    private const string Banner = "<strong>演示数据</strong>";

    [Fact(DisplayName = "演示数据：每一页都写明；正式数据的页面没有这句话")]
    public async Task Every_page_says_so()
    {
        var clock = TestHouse.NewClock();
        var address = await TestHouse.NewAddressAsync(DatabaseEngine.Sqlite);
        using var house = (await HouseOpening.OpenOrFoundAsync(address, HouseKind.Demo, clock, CancellationToken.None)).Value;
        var any = ServingPlan.AnyPort;
        var ring = (await KeyRing.OpenAsync(house, CancellationToken.None)).Value;
        await using var app = WebHost.Build(house, ring, any);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = WebHost.AddressOf(app, any) };
        foreach (var path in (string[])["/", "/agencies", "/reports", "/instruments", "/没有这个页面"])
        {
            using var response = await client.GetAsync(path);
            Assert.Contains(Banner, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        await app.StopAsync();
        Assert.DoesNotContain(Banner, await filled.Site.ReadAsync("/"), StringComparison.Ordinal);
    }
}
