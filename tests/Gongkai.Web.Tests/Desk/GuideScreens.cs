using Gongkai.Web.Desk;

namespace Gongkai.Web.Tests.Desk;

/// <summary>The pictures of <c>docs/guides</c>, made anew by <c>./test --screens</c> and not by every run.</summary>
public sealed class GuideScreens(DeskSite desk)
{
    private const int Desk = 1280;
    private const int Phone = 390;

    private (string Name, string Path, string Login, int Width)[] All =>
    [
        ("机关", DeskUrls.Agencies, "systemadministrator", Desk),
        ("机关资料", DeskUrls.Of(DeskSite.Here, "profile"), "agencyadministrator", Desk),
        ("待办", DeskUrls.Home, "officer", Desk),
        ("手机待办", DeskUrls.Home, "reviewer", Phone),
        ("呈批件", DeskUrls.Of(DeskSite.Here, $"drafts/{desk.DraftCode}"), "officer", Desk),
        ("登记", DeskUrls.Of(DeskSite.Here, "entry"), "officer", Desk),
        ("一件申请", DeskUrls.Request(DeskSite.Here, DeskSite.RequestNumber), "officer", Desk),
        ("消息", DeskUrls.Messages, "reviewer", Desk),
        ("交接", DeskUrls.Of(DeskSite.Here, "handover"), "agencyadministrator", Desk),
    ];

    [Fact(DisplayName = "给说明书拍照", Explicit = true)]
    public async Task Pictures()
    {
        var folder = Environment.GetEnvironmentVariable("GONGKAI_SCREENS");
        Assert.True(folder is not null, "GONGKAI_SCREENS 没有写明放在哪里");
        await desk.SubmitAsync(await desk.DraftAsync("关于做好汛期值守的通知"));
        await using (var stranger = await Browser.OpenAsync(desk.Site))
        {
            await TakeAsync(await stranger.NewPageAsync(), "登录", "/sign-in");
        }
        foreach (var (name, path, login, width) in All)
        {
            await using var context = await desk.OpenBrowserAsync(login, width);
            await TakeAsync(await context.NewPageAsync(), name, path);
        }

        async Task TakeAsync(Microsoft.Playwright.IPage page, string name, string path)
        {
            await page.GotoAsync(path);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
        }
    }
}
