using System.Net;
using AngleSharp.Html.Parser;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.Hosting;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Gate;

/// <summary>The site beyond this machine: with its own certificate, behind a proxy, and what it believes of whom.</summary>
public sealed class NetworkTests : IDisposable
{
    private static readonly DateTime Now = TimeProvider.System.GetUtcNow().UtcDateTime;

    private readonly TestCertificates _files = new(Now);

    public void Dispose() => _files.Dispose();

    [Fact(DisplayName = "证书：https 登录的 cookie 只在 https 下有效（__Host-），http 转到 https，HSTS 只给域名")]
    public async Task With_a_certificate()
    {
        await using var site = await StartAsync(new ServingRequest("https://localhost:0;http://localhost:0") { Certificate = _files.PfxFile() });
        await Guest.AddPersonAsync(site, "wang");
        var (https, http) = (new Uri(site.Urls.Single(url => url.StartsWith("https:", StringComparison.Ordinal))), new Uri(site.Urls.Single(url => url.StartsWith("http:", StringComparison.Ordinal))));
        using var guest = new Guest(new Uri($"https://localhost:{https.Port}/"));
        await guest.SignInAsync("wang", Desk.DeskSite.Password);
        Assert.Equal("待办", guest.Page.QuerySelector("h1")!.TextContent);
        var cookies = guest.Cookies.GetAllCookies();
        Assert.Equal(["__Host-gongkai-desk", "__Host-gongkai-form"], cookies.Select(cookie => cookie.Name).Order(StringComparer.Ordinal));
        Assert.All(cookies, cookie => Assert.Equal((true, true, "/"), (cookie.Secure, cookie.HttpOnly, cookie.Path)));

        using var client = site.NewClient();
        using var led = await client.GetAsync($"http://localhost:{http.Port}/reports/2025?x=1");
        Assert.Equal((HttpStatusCode.TemporaryRedirect, $"https://localhost:{https.Port}/reports/2025?x=1"), (led.StatusCode, led.Headers.Location!.ToString()));
        using var here = await client.GetAsync($"https://localhost:{https.Port}/");
        Assert.False(here.Headers.Contains("Strict-Transport-Security"));
        using var named = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"https://localhost:{https.Port}/") { Headers = { Host = "xxgk.example.invalid" } });
        Assert.Equal("max-age=31536000", named.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Fact(DisplayName = "反向代理：信它转来的地址和协议；没说协议的、说 http 的，都不给页面")]
    public async Task Behind_a_proxy()
    {
        await using var site = await StartAsync(new ServingRequest("http://localhost:0") { TrustedProxies = ["127.0.0.1", "::1", "10.9.0.0/16"] });
        using var client = site.NewClient();
        using var plain = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.BadRequest, plain.StatusCode);
        Assert.Contains("X-Forwarded-Proto", await plain.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var led = await SendAsync(client, "/reports", ("X-Forwarded-Proto", "http"), ("Host", "xxgk.example.invalid"));
        Assert.Equal("https://xxgk.example.invalid/reports", led.Headers.Location!.ToString());

        using var page = await SendAsync(client, "/sign-in", ("X-Forwarded-Proto", "https"));
        Assert.Contains(page.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-gongkai-form=", StringComparison.Ordinal) && cookie.Contains("secure", StringComparison.Ordinal));
        Assert.Equal(["198.51.100.7"], await TriedFromAsync(site, client, ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.99, 198.51.100.7, 10.9.1.1")));
    }

    [Fact(DisplayName = "没有写明的代理：转来的请求头一概不信，审计记的是真实来源")]
    public async Task Nobody_else_is_believed()
    {
        await using var site = await StartAsync(new ServingRequest("http://localhost:0"));
        using var client = site.NewClient();
        Assert.Equal(["127.0.0.1"], await TriedFromAsync(site, client, ("X-Forwarded-For", "203.0.113.99"), ("X-Forwarded-Proto", "https")));
    }

    [Fact(DisplayName = "只接受代理转来的：别处直接来的请求被拒绝")]
    public async Task The_back_door_is_closed()
    {
        await using var site = await StartAsync(new ServingRequest("http://localhost:0") { TrustedProxies = ["192.0.2.1"] });
        using var client = site.NewClient();
        using var response = await SendAsync(client, "/", ("X-Forwarded-Proto", "https"));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("反向代理", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact(DisplayName = "登录频率按客户端的真实地址算：一个地址用尽，别的地址照常")]
    public async Task Limits_count_true_addresses()
    {
        await using var site = await StartAsync(new ServingRequest("http://localhost:0") { TrustedProxies = ["127.0.0.1"] });
        using var client = site.NewClient();
        HttpStatusCode last = default;
        for (var tries = 0; tries < 61; tries++) last = await PostAsync("198.51.100.7");
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("198.51.100.8"));

        async Task<HttpStatusCode> PostAsync(string from)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Add("X-Forwarded-For", from);
            using var response = await client.SendAsync(request);
            return response.StatusCode;
        }
    }

    private static async Task<Site> StartAsync(ServingRequest request)
    {
        var plan = ServingPlan.Of(request, Now);
        Assert.Null(plan.Refusal);
        return await Site.StartAsync(plan: plan.Value);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return client.SendAsync(request);
    }

    // One wrong try with the cookies handed on by hand, and where the audit log says it came from.
    private static async Task<IReadOnlyList<string>> TriedFromAsync(Site site, HttpClient client, params (string Name, string Value)[] headers)
    {
        using var form = await SendAsync(client, "/sign-in", headers);
        var page = await new HtmlParser().ParseDocumentAsync(await form.Content.ReadAsStringAsync());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Login"] = "wang",
                ["Password"] = "不对的口令",
                ["__RequestVerificationToken"] = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
            }),
        };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.Add("Cookie", string.Join("; ", form.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        await using var db = site.House.House.Open(AgencyScope.All);
        return await db.Audit.Where(row => row.Kind == AuditKind.SignInFailed).Select(row => row.From).ToListAsync();
    }
}
