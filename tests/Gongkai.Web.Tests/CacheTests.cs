using System.IO.Compression;
using System.Net;
using System.Text;
using Gongkai.App.Acts;
using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;
using Gongkai.Web.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests;

/// <summary>Cached pages are never older than what was published, and reach each browser in an encoding it can read.</summary>
public sealed class CacheTests
{
    [Fact(DisplayName = "缓存：第二次从缓存取，未变时答 304")]
    public async Task The_second_answer_comes_from_the_cache()
    {
        await using var site = await Site.StartAsync();
        using var first = await site.Client.GetAsync("/");
        using var second = await site.Client.GetAsync("/");
        Assert.False(first.Headers.Contains("Age"));
        Assert.True(second.Headers.Contains("Age"));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.IfNoneMatch.Add(second.Headers.ETag!);
        using var third = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, third.StatusCode);
        PublicPageTests.AssertSafe(third);
    }

    [Fact(DisplayName = "缓存：本机发布的，下一次就看得到；没有声明的查询名不起作用")]
    public async Task What_this_node_publishes_shows_at_once()
    {
        await using var site = await Site.StartAsync();
        Assert.DoesNotContain("示范区水务局", await site.ReadAsync("/agencies"), StringComparison.Ordinal);
        await site.House.RegisterAgencyAsync("示范区水务局");
        Assert.Contains("示范区水务局", await site.ReadAsync("/agencies"), StringComparison.Ordinal);
        using var other = await site.Client.GetAsync("/agencies?utm=1");
        Assert.True(other.Headers.Contains("Age"));
    }

    [Theory(DisplayName = "缓存：别的节点或命令发布的，一秒内看得到"), BothDatabases]
    public async Task What_others_publish_shows_within_a_second(DatabaseEngine engine)
    {
        await using var site = await Site.StartAsync(await TestHouse.CreateAsync(engine));
        Assert.DoesNotContain("示范区水务局", await site.ReadAsync("/agencies"), StringComparison.Ordinal);

        using var elsewhere = (await HouseOpening.OpenAsync(site.House.House.Address, site.House.Clock, CancellationToken.None)).Value;
        var water = new Agency { Id = new AgencyId(Guid.CreateVersion7()), Code = "WATER", Name = "示范区水务局", Kind = AgencyKind.Department };
        var register = new AgencyRegister(elsewhere, new ActRecorder(elsewhere));
        Assert.False((await register.RegisterAsync(water, new DateOnly(2026, 3, 2), "测试员", CancellationToken.None)).IsRefused);

        site.House.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("示范区水务局", await site.ReadAsync("/agencies"), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "缓存：正在生成时有人发布，旧页面之后不再送出")]
    public async Task A_page_that_was_overtaken_is_not_served_again()
    {
        var reached = new TaskCompletionSource();
        var release = new ManualResetEventSlim();
        IReadOnlyList<ReportDownload> slow =
        [
            new("slow", "慢的格式", "text/plain", IsFile: true, _ =>
            {
                reached.TrySetResult();
                Assert.True(release.Wait(TimeSpan.FromSeconds(30)));
                return [];
            }),
        ];
        await using var site = await Site.StartAsync(services: services => services.AddSingleton(slow));
        await SampleData.FillAsync(site.House);

        var overtaken = site.ReadAsync(PageKinds.Report);
        await reached.Task;
        var bureau = (await site.House.Agencies.FindAsync(SampleData.Bureau, AgencyScope.All, CancellationToken.None)).Value;
        await SampleData.PublishAsync(site.House, bureau, ReportBuilder.AReport(2022).WithSections());
        release.Set();

        var link = PublicUrls.Report(SampleData.Bureau, 2022);
        await overtaken;
        Assert.Contains(link, await site.ReadAsync(PageKinds.Report), StringComparison.Ordinal);
    }

    [Theory(DisplayName = "缓存：各种浏览器得到自己能读的编码")]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip;q=1, br;q=0.1", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData(null, null)]
    [InlineData("deflate", null)]
    public async Task Each_browser_can_read_it(string? accepts, string? expected)
    {
        await using var site = await Site.StartAsync();
        foreach (var warmUp in (string[])["br", "gzip", "identity"]) (await GetAsync(site, warmUp)).Dispose();

        using var response = await GetAsync(site, accepts);
        Assert.Equal(expected, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        Assert.Contains("Cookie", response.Headers.Vary);
        await using var body = await response.Content.ReadAsStreamAsync();
        await using var plain = expected switch { "br" => new BrotliStream(body, CompressionMode.Decompress), "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        Assert.Contains("查阅政府信息", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "登录了办公台的人看公开页面：不去查登录会话；看办公台才查")]
    public async Task A_public_page_does_not_look_into_the_sessions()
    {
        await using var site = await Site.StartAsync();
        await SampleData.FillAsync(site.House);
        await Gate.Guest.AddPersonAsync(site, "wang");
        using var guest = new Gate.Guest(site.Address);
        await guest.SignInAsync("wang", Desk.DeskSite.Password, "/sign-in");
        // A session that is looked up is noted as seen, to the minute.
        site.House.Clock.Advance(TimeSpan.FromMinutes(2));
        var before = await SeenAsync();
        foreach (var (_, path) in PageKinds.All.Where(page => page.Name != "not-found").Append(("style", "/lib/gongkai.css"))) await guest.OpenAsync(path);
        Assert.Equal(before, await SeenAsync());
        await guest.OpenAsync("/desk");
        Assert.NotEqual(before, await SeenAsync());

        async Task<DateTime> SeenAsync()
        {
            await using var db = site.House.House.Open(AgencyScope.None);
            return await db.Sessions.Select(session => session.LastSeenAt).SingleAsync();
        }
    }

    private static Task<HttpResponseMessage> GetAsync(Site site, string? accepts)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        if (accepts is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", accepts);
        return site.Client.SendAsync(request);
    }
}
