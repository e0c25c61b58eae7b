using Gongkai.Web.Frame;

namespace Gongkai.Web.Tests;

/// <summary>
/// Pictures of every kind of page, for people to look at: into the folder that <c>GONGKAI_SCREENS</c> names. Run by name only.
/// </summary>
public sealed class Screens
{
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("GONGKAI_SCREENS") ?? Path.Combine(Path.GetTempPath(), "gongkai-screens");

    [Fact(DisplayName = "给每种页面拍照", Explicit = true)]
    public async Task Pictures()
    {
        await using var site = await Site.StartAsync();
        await SampleData.FillAsync(site.House);
        foreach (var (width, mode) in ((int, string)[])[(1280, ""), (390, ""), (1280, "large.high"), (390, "large.high")])
        {
            await using var context = await Browser.OpenAsync(site, width);
            if (mode.Length > 0) await context.AddCookiesAsync([new() { Name = DisplayMode.CookieName, Value = mode, Url = site.Address.ToString() }]);
            var page = await context.NewPageAsync();
            foreach (var (name, path) in PageKinds.All)
            {
                await page.GotoAsync(path);
                await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{width}{mode}.png"), FullPage = true });
            }
        }
    }
}
