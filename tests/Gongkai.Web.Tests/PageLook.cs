using System.Text.Json;
using Deque.AxeCore.Commons;
using Gongkai.Web.Frame;
using Microsoft.Playwright;

namespace Gongkai.Web.Tests;

/// <summary>
/// What must hold of every page in a browser: no barrier found by axe, no complaint of the browser (a breach of the content security
/// policy is one), no scrolling sideways. A picture is taken where <c>GONGKAI_SCREENS</c> names a folder.
/// </summary>
internal static class PageLook
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Only what is wrong is worked out: describing what is right is most of axe's time. The rules that run are all of them.
    private const string Findings = """
        async () => JSON.stringify((await axe.run(document, { resultTypes: ['violations'] })).violations
            .map(found => ({ id: found.id, nodes: found.nodes.slice(0, 3).map(node => node.html) })))
        """;

    /// <summary>Prepares a browser: the mode of display, and axe, which is put beside the page's own scripts and not into the page.</summary>
    public static async Task PrepareAsync(IBrowserContext context, Site site, string mode)
    {
        if (mode.Length > 0) await context.AddCookiesAsync([new() { Name = DisplayMode.CookieName, Value = mode, Url = site.Address.ToString() }]);
        await context.AddInitScriptAsync(Axe);
    }

    /// <summary>Looks at pages one after another.</summary>
    /// <param name="context">A browser that is prepared.</param>
    /// <param name="kind">What the pages have in common, for whoever reads of a failure and for the names of pictures.</param>
    /// <param name="pages">Name and address.</param>
    /// <returns>What is wrong; empty when all is well.</returns>
    public static async Task<IReadOnlyList<string>> CheckAsync(IBrowserContext context, string kind, IEnumerable<(string Name, string Path)> pages)
    {
        List<string> wrong = [];
        var page = await context.NewPageAsync();
        var shown = "";
        page.Console += (_, message) => { if (message.Type is "error" or "warning" && !IsOwnAnswer(message, page)) wrong.Add($"{shown} {message.Text}"); };
        page.PageError += (_, error) => wrong.Add($"{shown} {error}");
        foreach (var (name, path) in pages)
        {
            shown = $"{name} {kind}:";
            await page.GotoAsync(path);
            foreach (var found in JsonSerializer.Deserialize<Finding[]>(await page.EvaluateAsync<string>(Findings), JsonSerializerOptions.Web)!)
                wrong.Add($"{shown} {found.Id} ({string.Join(", ", found.Nodes)})");
            if (!await page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth <= innerWidth")) wrong.Add($"{shown} 横向滚动");
            if (Environment.GetEnvironmentVariable("GONGKAI_SCREENS") is { } folder)
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{kind}.png"), FullPage = true });
        }
        return wrong;
    }

    // The browser notes it when a page itself answers with an error, also where it is meant to; what a page loads must be there.
    private static bool IsOwnAnswer(IConsoleMessage message, IPage page) =>
        message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(page.Url, StringComparison.Ordinal);

    private sealed record Finding(string Id, string[] Nodes);
}
