using System.Net;
using Gongkai.Web.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests;

/// <summary>When the program fails.</summary>
public sealed class ProblemPageTests
{
    [Theory(DisplayName = "出错页：中文说明和编号，没有内部信息；任何方法都一样")]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_bug_shows_a_number_and_no_trace(string method)
    {
        IReadOnlyList<ReportDownload> broken = [new("bug", "坏的格式", "text/plain", IsFile: true, _ => throw new InvalidOperationException("内部秘密"))];
        await using var site = await Site.StartAsync(services: services => services.AddSingleton(broken));
        await SampleData.FillAsync(site.House);

        using var response = await site.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), PageKinds.Report));
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        PublicPageTests.AssertSafe(response);
        Assert.True(response.Headers.CacheControl!.NoStore);
        if (method == "HEAD") return;
        Assert.Contains("页面出错了，不是您的操作问题", text, StringComparison.Ordinal);
        Assert.Matches("编号</dt><dd><code>[0-9A-Z]+:[0-9A-F]+</code>", text);
        Assert.DoesNotContain("内部秘密", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }
}
