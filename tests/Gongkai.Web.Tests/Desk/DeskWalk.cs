using System.Text.RegularExpressions;
using Gongkai.Web.Desk;

namespace Gongkai.Web.Tests.Desk;

/// <summary>
/// What everybody sees: every page within two clicks of 待办 as each kind of person, on a desk and on a phone, as pictures for people to
/// look at, in the folder that <c>GONGKAI_SCREENS</c> names. Run by <c>./test --walk</c> and not by every run.
/// </summary>
public sealed partial class DeskWalk(DeskSite desk)
{
    private const int Clicks = 2;

    private static readonly string Folder =
        Environment.GetEnvironmentVariable("GONGKAI_SCREENS") ?? Path.Combine(Path.GetTempPath(), "gongkai-screens");

    [Fact(DisplayName = "以每种人员走一遍办公台，给看到的每一页拍照", Explicit = true)]
    public async Task Pictures()
    {
        foreach (var login in desk.Logins.Where(login => !login.EndsWith(".twin", StringComparison.Ordinal)))
        {
            foreach (var width in (int[])[1280, 390]) await WalkAsync(login, width);
        }
    }

    private async Task WalkAsync(string login, int width)
    {
        await using var context = await desk.OpenBrowserAsync(login, width);
        var page = await context.NewPageAsync();
        HashSet<string> seen = [DeskUrls.Home];
        Queue<(string Path, int Clicks)> ahead = new([(DeskUrls.Home, 0)]);
        while (ahead.TryDequeue(out var next))
        {
            await page.GotoAsync(next.Path);
            var name = NotForFiles().Replace(next.Path.Trim('/'), "-");
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{login}-{width}-{name}.png"), FullPage = true });
            if (next.Clicks == Clicks) continue;
            var ways = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].map(link => link.pathname)");
            foreach (var way in ways.Select(Uri.UnescapeDataString).Where(IsPage).Where(seen.Add)) ahead.Enqueue((way, next.Clicks + 1));
        }
    }

    // The desk alone, and of it what is shown and not downloaded.
    private static bool IsPage(string path) =>
        (path.StartsWith("/desk", StringComparison.Ordinal) || path.StartsWith("/house", StringComparison.Ordinal) || path.StartsWith("/account", StringComparison.Ordinal))
        && !path.Contains("/files/", StringComparison.Ordinal) && !Path.HasExtension(path);

    [GeneratedRegex("[^\\w.]+")]
    private static partial Regex NotForFiles();
}
