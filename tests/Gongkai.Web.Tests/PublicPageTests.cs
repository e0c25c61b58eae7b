using System.Net;

namespace Gongkai.Web.Tests;

/// <summary>What every public answer has in common.</summary>
public sealed class PublicPageTests(FilledSite filled)
{
    private readonly Site _site = filled.Site;

    public static TheoryData<string> Pages => [.. PageKinds.All.Where(page => page.Name != "not-found").Select(page => page.Path)];

    public static TheoryData<string> Missing =>
    [
        "/没有这个页面", "/agencies/没有", "/agencies/没有/reports/2025", $"/agencies/{SampleData.Bureau}/reports/1999", $"/agencies/{SampleData.Bureau}/reports/二",
        $"/agencies/{SampleData.Bureau}/reports/2025.exe", $"/agencies/{SampleData.Bureau}/instruments/没有", "/reports/1999", "/instruments?year=x",
        "/instruments?state=x", "/instruments?kind=x", "/instruments?page=0", "/instruments?page=9", $"/agencies/{SampleData.Bureau.ToLowerInvariant()}", "/problem",
    ];

    [Theory(DisplayName = "公开页面：GET 有内容，HEAD 同样可用，不设 cookie，不带令牌"), MemberData(nameof(Pages))]
    public async Task Pages_answer(string path)
    {
        using var got = await _site.Client.GetAsync(path);
        var text = await got.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, got.StatusCode);
        Assert.Contains("</html>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("RequestVerificationToken", text, StringComparison.Ordinal);
        AssertSafe(got);

        using var head = await _site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        AssertSafe(head);
    }

    [Theory(DisplayName = "没有的地址：404，用中文说明怎么办"), MemberData(nameof(Missing))]
    public async Task Missing_pages_say_so(string path)
    {
        using var response = await _site.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("没有找到这个页面", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        AssertSafe(response);
    }

    [Theory(DisplayName = "别的方法：用中文说明，不出错")]
    [InlineData("POST", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/agencies", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/display", HttpStatusCode.MethodNotAllowed)]
    public async Task Other_methods_are_refused(string method, string path, HttpStatusCode status)
    {
        using var response = await _site.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Contains(response.StatusCode, (HttpStatusCode[])[status, HttpStatusCode.BadRequest, HttpStatusCode.NotFound]);
        Assert.Contains("</html>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        AssertSafe(response);
    }

    [Theory(DisplayName = "robots.txt、网站图标、样式、脚本都有内容，也带安全头")]
    [InlineData("/robots.txt", "text/plain")]
    [InlineData("/favicon.svg", "image/svg+xml")]
    [InlineData("/lib/gongkai.css", "text/css")]
    [InlineData("/lib/htmx.min.js", "text/javascript")]
    public async Task Files_answer(string path, string mediaType)
    {
        using var response = await _site.Client.GetAsync(path);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
        AssertSafe(response);
    }

    [Fact(DisplayName = "样式表小，不用 Chromium 109 没有的写法")]
    public async Task The_style_sheet_is_small_and_old()
    {
        var css = await _site.ReadAsync("/lib/gongkai.css");
        Assert.InRange(css.Length, 1, 24 * 1024);
        Assert.All((string[])["oklch(", ":has(", "color-mix(", "@layer", "@container", "@import", "url(http"], never => Assert.DoesNotContain(never, css, StringComparison.Ordinal));
    }

    [Fact(DisplayName = "中文照写，不变成实体")]
    public async Task Chinese_stays_Chinese() =>
        Assert.DoesNotContain("&#x", await _site.ReadAsync(PublicUrls.Agency(SampleData.Bureau)), StringComparison.Ordinal);

    internal static void AssertSafe(HttpResponseMessage response)
    {
        string Header(string name) => string.Join(", ", response.Headers.GetValues(name));
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            Header("Content-Security-Policy"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.Contains("Server"));
    }
}
