using System.Net;
using Gongkai.App.Demo;
using Gongkai.App.Houses;
using Gongkai.App.People;
using Gongkai.App.Personal;
using Gongkai.Domain.Agencies;
using Gongkai.Hosting;
using Gongkai.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Gate;

/// <summary>
/// The whole demonstration house, in public and on the desk, at the root and below the path of another site: every address that a page
/// names stays inside and leads somewhere.
/// </summary>
public sealed class BasePathTests(BasePathTests.Founded demo) : IClassFixture<BasePathTests.Founded>
{
    // One for each kind of page: who keeps the house, who keeps its security, who keeps an agency, and who works there.
    private static readonly string[] Logins = ["admin", "security", "chen", "wang"];

    /// <summary>The demonstration house, founded once.</summary>
    public sealed class Founded : IAsyncLifetime
    {
        /// <summary>The house.</summary>
        public House House { get; private set; } = null!;

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            var folder = TestHouse.NewFolder();
            Assert.Null((await DemoHouse.FoundAsync(folder, CancellationToken.None)).Refusal);
            House = (await HouseOpening.OpenAsync(new HouseAddress(folder), TimeProvider.System, CancellationToken.None)).Value;
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync()
        {
            House.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    [Theory(DisplayName = "走遍演示平台，公开页面和办公页面：没有断链，没有一个地址跑到子路径外面")]
    [InlineData(null)]
    [InlineData("/xxgk")]
    public async Task Every_address_stays_inside(string? basePath)
    {
        var plan = ServingPlan.Of(new ServingRequest("http://localhost:0") { BasePath = basePath }, TimeProvider.System.GetUtcNow().UtcDateTime).Value;
        var ring = (await KeyRing.OpenAsync(demo.House, CancellationToken.None)).Value;
        await using var app = WebHost.Build(demo.House, ring, plan);
        await app.StartAsync();
        var root = WebHost.AddressOf(app, plan);
        Assert.Equal($"{basePath}/", root.AbsolutePath);

        using var reader = new Guest(root);
        var seen = await WalkAsync(reader, root, "");
        Assert.InRange(seen.Count, 60, int.MaxValue);
        foreach (var login in Logins)
        {
            using var guest = new Guest(root);
            await guest.SignInAsync(login, await PasswordAsync(app, login));
            Assert.Equal($"{basePath}/desk", guest.Here.AbsolutePath);
            Assert.All(guest.Cookies.GetAllCookies(), cookie => Assert.Equal(basePath ?? "/", cookie.Path));
            seen.UnionWith(await WalkAsync(guest, root, "desk", seen));
        }
        Assert.Contains($"{basePath}/house/identities", seen);
        Assert.Contains($"{basePath}/desk/demo-yingji/tokens", seen);
        Assert.InRange(seen.Count, 100, int.MaxValue);
        await app.StopAsync();
    }

    [Fact(DisplayName = "子路径之外什么也没有；子路径本身转到它的首页；显示方式、退出都回到子路径之内")]
    public async Task Outside_there_is_nothing()
    {
        await using var site = await Site.StartAsync(plan: ServingPlan.Of(
            new ServingRequest("http://localhost:0") { BasePath = "/xxgk/" }, TimeProvider.System.GetUtcNow().UtcDateTime).Value);
        using var client = site.NewClient();
        using var outside = await client.GetAsync("/agencies");
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
        Assert.Contains("/xxgk/", await outside.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var neighbour = await client.GetAsync("/xxgkml/");
        Assert.Equal(HttpStatusCode.NotFound, neighbour.StatusCode);
        using var itself = await client.GetAsync("/xxgk?x=1");
        Assert.Equal((HttpStatusCode.PermanentRedirect, "/xxgk/?x=1"), (itself.StatusCode, itself.Headers.Location!.ToString()));
        using var stranger = await client.GetAsync("/xxgk/house/people");
        Assert.Equal("/xxgk/sign-in?back=%2Fhouse%2Fpeople", stranger.Headers.Location!.ToString());

        foreach (var (back, expected) in ((string, string)[])[("/xxgk/agencies", "/xxgk/agencies"), ("/elsewhere", "/xxgk/"), ("/xxgkml", "/xxgk/")])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/xxgk/display")
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["switch"] = "size", ["back"] = back }),
                Headers = { { "Sec-Fetch-Site", "same-origin" } },
            };
            using var switched = await client.SendAsync(request);
            Assert.Equal(expected, switched.Headers.Location!.ToString());
            Assert.Contains("path=/xxgk;", switched.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        }
    }

    private static async Task<HashSet<string>> WalkAsync(Guest guest, Uri root, string start, HashSet<string>? known = null)
    {
        HashSet<string> seen = [new Uri(root, start).PathAndQuery];
        Queue<string> waiting = new(seen);
        while (waiting.TryDequeue(out var path))
        {
            await guest.OpenAsync(path);
            Assert.True(guest.Status == HttpStatusCode.OK, $"{path}: {(int)guest.Status}");
            foreach (var element in guest.Page.QuerySelectorAll("[href], [src], form[action], [formaction], [hx-get], [hx-post]"))
            {
                foreach (var attribute in (string[])["href", "src", "action", "formaction", "hx-get", "hx-post"])
                {
                    if (element.GetAttribute(attribute) is not { } address || address.StartsWith('#') || address.StartsWith("data:", StringComparison.Ordinal)) continue;
                    var target = new Uri(guest.Here, address);
                    // Other sites are named by agencies, in full.
                    if (target.Scheme is not ("http" or "https") || target.Authority != root.Authority) continue;
                    Assert.True(target.AbsolutePath.StartsWith(root.AbsolutePath, StringComparison.Ordinal), $"{path}: {address} leads outside");
                    if (element.TagName == "FORM" && element.GetAttribute("method") != "get") continue;
                    if (known?.Contains(target.PathAndQuery) != true && seen.Add(target.PathAndQuery)) waiting.Enqueue(target.PathAndQuery);
                }
            }
        }
        return seen;
    }

    private static async Task<string> PasswordAsync(WebApplication app, string login)
    {
        var accounts = app.Services.GetRequiredService<Accounts>();
        var made = (await accounts.ResetAsync(Caller.MachineOwner("测试员"), login, CancellationToken.None)).Value;
        var password = $"Lantian-{Guid.NewGuid():N}";
        var who = new SignedIn(new Caller(new PersonId(made.Person.Id), "某", null, []), Guid.Empty, login, true);
        Assert.Null((await accounts.ChangePasswordAsync(who, made.OneTimePassword, password, CancellationToken.None)).Refusal);
        return password;
    }
}
