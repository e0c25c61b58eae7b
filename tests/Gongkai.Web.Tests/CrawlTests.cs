using System.Net;
using AngleSharp.Html.Parser;

namespace Gongkai.Web.Tests;

/// <summary>Every address that a page names leads somewhere.</summary>
public sealed class CrawlTests(FilledSite filled)
{
    // What is written beside a report for staff only, see SampleData.
    private const string NotPublic = "内部来源";

    [Fact(DisplayName = "从首页走遍全站：没有断链，没有空文件，没有内部信息")]
    public async Task No_dead_link() => Assert.InRange(await WalkAsync(filled.Site), 40, int.MaxValue);

    [Fact(DisplayName = "空的平台也没有断链")]
    public async Task No_dead_link_on_an_empty_site()
    {
        await using var site = await Site.StartAsync();
        Assert.InRange(await WalkAsync(site), 5, int.MaxValue);
    }

    private static async Task<int> WalkAsync(Site site)
    {
        HashSet<string> seen = ["/"];
        Queue<string> waiting = new(seen);
        while (waiting.TryDequeue(out var path))
        {
            using var response = await site.Client.GetAsync(path);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {(int)response.StatusCode}");
            var text = await response.Content.ReadAsStringAsync();
            Assert.NotEmpty(text);
            Assert.DoesNotContain(NotPublic, text, StringComparison.Ordinal);
            if (response.Content.Headers.ContentType?.MediaType != "text/html" || response.Content.Headers.ContentDisposition is not null) continue;

            var page = await new HtmlParser().ParseDocumentAsync(text);
            foreach (var link in page.QuerySelectorAll("[href], [src], form[method=get]"))
            {
                var address = link.GetAttribute("href") ?? link.GetAttribute("src") ?? link.GetAttribute("action")!;
                if (address.StartsWith('#'))
                {
                    Assert.True(page.GetElementById(address[1..]) is not null, $"{path}{address}");
                    continue;
                }
                var target = new Uri(new Uri(site.Address, path), address);
                if (target.Scheme is "tel" or "mailto") continue;
                Assert.True(target.Authority == site.Address.Authority, $"{path}: {address}");
                if (seen.Add(target.PathAndQuery)) waiting.Enqueue(target.PathAndQuery);
            }
        }
        return seen.Count;
    }
}
