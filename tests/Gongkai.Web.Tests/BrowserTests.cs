using Microsoft.Playwright;

namespace Gongkai.Web.Tests;

/// <summary>The pages in a real browser.</summary>
public sealed class BrowserTests(FilledSite filled)
{
    [Theory(DisplayName = "每种页面都没有无障碍问题，没有违反内容安全策略，手机上不横向滚动")]
    [InlineData(1280, "")]
    [InlineData(390, "large")]
    [InlineData(1280, "high")]
    [InlineData(390, "large.high")]
    public Task Filled_pages_are_accessible(int width, string mode) => CheckAsync(filled.Site, width, mode);

    [Theory(DisplayName = "空的平台也没有无障碍问题")]
    [InlineData(390, "")]
    [InlineData(1280, "large.high")]
    public async Task Empty_pages_are_accessible(int width, string mode)
    {
        await using var site = await Site.StartAsync();
        await CheckAsync(site, width, mode, "空-");
    }

    [Fact(DisplayName = "关掉 JavaScript：查找和显示方式照样能用")]
    public async Task It_works_without_JavaScript()
    {
        await using var context = await Browser.OpenAsync(filled.Site, withScripts: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/instruments");
        await page.GetByLabel("状态").SelectOptionAsync("废止");
        await page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await Assertions.Expect(page.Locator("#found")).ToContainTextAsync("示范区防汛物资调用办法");
        await Assertions.Expect(page.Locator("#found")).Not.ToContainTextAsync("烟花爆竹");

        await page.GetByRole(AriaRole.Button, new() { Name = "大字" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-size", "large");
        Assert.Contains("state=repealed", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "大字" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-size", "normal");
    }

    [Fact(DisplayName = "有 JavaScript：改条件就更新列表和地址，不违反内容安全策略")]
    public async Task With_JavaScript_the_list_follows()
    {
        await using var context = await Browser.OpenAsync(filled.Site);
        var (page, complaints) = await NewPageAsync(context);
        await page.GotoAsync("/instruments");
        await page.GetByLabel("状态").SelectOptionAsync("废止");
        await Assertions.Expect(page.Locator("#found")).Not.ToContainTextAsync("烟花爆竹");
        await Assertions.Expect(page.Locator("#found h2")).ToHaveTextAsync("废止的规章和行政规范性文件");
        Assert.Contains("state=repealed", page.Url, StringComparison.Ordinal);
        Assert.Empty(complaints);
    }

    [Fact(DisplayName = "用键盘走：先到“跳到正文”，每一站都看得见")]
    public async Task Focus_is_seen()
    {
        await using var context = await Browser.OpenAsync(filled.Site);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("跳到正文", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        for (var stop = 0; stop < 8; stop++)
        {
            Assert.Equal("solid", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
            Assert.True(await page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().left >= 0"));
            await page.Keyboard.PressAsync("Tab");
        }
    }

    private static async Task CheckAsync(Site site, int width, string mode, string kind = "")
    {
        await using var context = await Browser.OpenAsync(site, width);
        await PageLook.PrepareAsync(context, site, mode);
        Assert.Empty(await PageLook.CheckAsync(context, $"{kind}{width}{mode}", PageKinds.All));
    }

    private static async Task<(IPage Page, List<string> Complaints)> NewPageAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        List<string> complaints = [];
        // A page that is not there is a message of its own kind; everything else the browser complains of is ours.
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains("404", StringComparison.Ordinal)) complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        return (page, complaints);
    }
}
