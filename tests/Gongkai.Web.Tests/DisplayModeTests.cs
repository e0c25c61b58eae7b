using System.Net;

namespace Gongkai.Web.Tests;

/// <summary>Large type and high contrast (适老化).</summary>
public sealed class DisplayModeTests(FilledSite filled)
{
    private readonly Site _site = filled.Site;

    [Theory(DisplayName = "显示方式：本站表单才有效")]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Found)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "self", HttpStatusCode.Found)]
    [InlineData("Origin", "http://example.invalid", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("X-Nothing", "x", HttpStatusCode.Forbidden)]
    public async Task Only_our_own_form_switches(string header, string value, HttpStatusCode expected)
    {
        using var response = await SwitchAsync("size", "/reports", (header, value == "self" ? _site.Address.GetLeftPart(UriPartial.Authority) : value));
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(expected == HttpStatusCode.Found, response.Headers.Contains("Set-Cookie"));
    }

    [Theory(DisplayName = "显示方式：只回到本站的页面")]
    [InlineData("/agencies?x=1", "/agencies?x=1")]
    [InlineData("//example.invalid/", "/")]
    [InlineData("/\\example.invalid", "/")]
    [InlineData("http://example.invalid/", "/")]
    [InlineData("~/x", "/")]
    [InlineData("/\r\nSet-Cookie: a=b", "/")]
    [InlineData("", "/")]
    public async Task It_goes_back_inside_the_site_only(string back, string expected)
    {
        using var response = await SwitchAsync("size", back);
        Assert.Equal(expected, response.Headers.Location!.ToString());
    }

    [Fact(DisplayName = "显示方式：两个开关互不影响，再按一次就恢复")]
    public async Task Two_switches()
    {
        Assert.Equal("large", await CookieAfterAsync("size", null));
        Assert.Equal("large.high", await CookieAfterAsync("contrast", "large"));
        Assert.Equal("high", await CookieAfterAsync("size", "large.high"));
        Assert.Equal("", await CookieAfterAsync("contrast", "high"));
    }

    [Theory(DisplayName = "显示方式：各有各的缓存，乱写的 cookie 当作没有")]
    [InlineData("large", "data-size=\"large\" data-contrast=\"normal\"")]
    [InlineData("high", "data-size=\"normal\" data-contrast=\"high\"")]
    [InlineData("large.high", "data-size=\"large\" data-contrast=\"high\"")]
    [InlineData("huge", "data-size=\"normal\" data-contrast=\"normal\"")]
    public async Task Each_mode_has_its_own_page(string cookie, string expected)
    {
        Assert.Contains("data-size=\"normal\" data-contrast=\"normal\"", await _site.ReadAsync("/reports"), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/reports") { Headers = { { "Cookie", $"gongkai-display={cookie}" } } };
        using var response = await _site.Client.SendAsync(request);
        Assert.Contains(expected, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<string> CookieAfterAsync(string which, string? cookie)
    {
        using var response = await SwitchAsync(which, "/", ("Sec-Fetch-Site", "same-origin"), ("Cookie", $"gongkai-display={cookie}"));
        var set = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", set, StringComparison.Ordinal);
        return set["gongkai-display=".Length..set.IndexOf(';', StringComparison.Ordinal)];
    }

    private Task<HttpResponseMessage> SwitchAsync(string which, string back, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/display")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["switch"] = which, ["back"] = back }),
        };
        foreach (var (name, value) in headers.Length > 0 ? headers : [("Sec-Fetch-Site", "same-origin")]) request.Headers.TryAddWithoutValidation(name, value);
        return _site.Client.SendAsync(request);
    }
}
