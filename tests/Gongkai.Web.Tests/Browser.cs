using Microsoft.Playwright;

namespace Gongkai.Web.Tests;

/// <summary>The system's Chromium, started once for the run. Without it browser tests are skipped; with CI=true they fail.</summary>
internal static class Browser
{
    private const string Program = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--lang=zh-CN",
    ];

    private static readonly Lazy<Task<IBrowser>> Started = new(async () =>
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });
    });

    /// <summary>A fresh profile that remembers nothing of other tests.</summary>
    /// <param name="site">The site it starts from.</param>
    /// <param name="width">Width of the window.</param>
    /// <param name="withScripts">False for a browser with JavaScript off.</param>
    public static async Task<IBrowserContext> OpenAsync(Site site, int width = 1280, bool withScripts = true)
    {
        Assert.SkipUnless(File.Exists(Program) || Environment.GetEnvironmentVariable("CI") == "true", $"没有 {Program}，跳过浏览器测试");
        return await (await Started.Value).NewContextAsync(new()
        {
            BaseURL = site.Address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = withScripts,
            Locale = "zh-CN",
            IgnoreHTTPSErrors = true,
        });
    }
}
