using System.Text.RegularExpressions;

namespace Gongkai.Rules.Tests;

/// <summary>The platform may live below the path of another site: no page writes an address of this site as if it stood at the root.</summary>
public sealed partial class AddressRules
{
    [Fact(DisplayName = "页面里的站内地址写 gk-to 或 ~/，不写成从根开始的 href、src、action")]
    public void No_address_begins_at_the_root()
    {
        var wrong = Directory.EnumerateFiles(Path.Combine(House.Root, "src/Gongkai.Web"), "*.cshtml", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Where(line => FromTheRoot().IsMatch(line)).Select(line => $"{House.Relative(file)}: {line.Trim()}"));
        Assert.Empty(wrong);
    }

    [Fact(DisplayName = "代码里转到站内地址，都从子路径开始")]
    public void No_redirect_begins_at_the_root()
    {
        // HttpsAlone stands before the base path and writes the whole address.
        var wrong = House.Sources("src/Gongkai.Web").Where(file => Path.GetFileName(file) != "HttpsAlone.cs")
            .SelectMany(file => File.ReadLines(file).Where(line => Redirect().IsMatch(line) && !Below().IsMatch(line)).Select(line => $"{House.Relative(file)}: {line.Trim()}"));
        Assert.Empty(wrong);
    }

    [GeneratedRegex("""\b(href|src|action|formaction|hx-(get|post|put|delete))=["'](/|@\(?(PublicUrls|DeskUrls)\b)""")]
    private static partial Regex FromTheRoot();

    [GeneratedRegex("""\b(LocalRedirect|Response\.Redirect|\.Redirect)\(|\["?href"?\]\s*=""")]
    private static partial Regex Redirect();

    [GeneratedRegex("PathBase|basePath|IsHere")]
    private static partial Regex Below();
}
