using System.Net;
using AngleSharp.Dom;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Desk;

/// <summary>P11 at every form: what is typed anywhere on the desk is looked at before the page sees it.</summary>
public sealed class MarkedTextTests(DeskSite desk)
{
    private const string Typed = "input[type=text][name], input[type=search][name], input[type=email][name], input[type=tel][name], input:not([type])[name], textarea[name]";

    private static readonly string[] Visitors =
        ["officer", "agencyadministrator", "deputyleader", "disclosureofficehead", "systemadministrator", "securityadministrator", "auditadministrator"];

    [Fact(DisplayName = "办公桌面的每一张能填字的表单：填进带密级标志的字，都不收、都说明怎么办、都记审计，页面照原样再给出")]
    public async Task Every_form_of_the_desk_is_looked_at()
    {
        HashSet<string> tried = [];
        List<string> wrong = [];
        foreach (var login in Visitors)
        {
            var visitor = await Visitor.OfAsync(desk, login);
            foreach (var page in AccessTests.PagesOf(desk).Where(page => AccessTests.Declared.TryGetValue(page, out var who) && (who.Contains(AccessTests.Everybody) || who.Contains(login))))
            {
                var path = AccessTests.PathOf(desk, page);
                var (_, document) = await visitor.OpenAsync(path);
                foreach (var form in document.QuerySelectorAll("main form[method=post]"))
                {
                    var fields = form.QuerySelectorAll(Typed).Select(field => field.GetAttribute("name")!).Distinct().ToList();
                    if (fields.Count == 0 || fields.TrueForAll(NotText) || !tried.Add($"{page} {form.GetAttribute("action")} {string.Join(',', fields)}")) continue;
                    if (await TryAsync(visitor, path, form, fields.First(field => !NotText(field))) is { } complaint) wrong.Add($"{login} {page} {form.GetAttribute("action")}: {complaint}");
                }
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(tried.Count >= 25, $"{tried.Count} forms");
    }

    [Fact(DisplayName = "不看的只有口令、验证码、通行密钥、机器人地址和表单令牌；口令框全在其中")]
    public void Only_secrets_of_their_own_are_passed_over()
    {
        var views = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src/Gongkai.Web/Areas"), "*.cshtml", SearchOption.AllDirectories).Select(File.ReadAllText);
        var passwords = views.SelectMany(view => System.Text.RegularExpressions.Regex.Matches(view, "name=\"([^\"]+)\"[^>]*type=\"password\"")).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(passwords);
        Assert.All(passwords, name => Assert.True(NotText(name), name));
    }

    private static bool NotText(string field) => Gongkai.Web.Desk.MarkedTextFilter.NotText.Contains(field);

    private async Task<string?> TryAsync(Visitor visitor, string path, IElement form, string field)
    {
        var before = await StoppedAsync();
        var action = form.GetAttribute("action");
        var selector = $"main form[method=post]{(string.IsNullOrEmpty(action) ? ":not([action])" : $"[action='{action}']")}:has([name='{field}'])";
        var (status, answer) = await visitor.SendAsync(path, new() { [field] = "机密★10年" }, selector);
        if (status != HttpStatusCode.UnprocessableEntity) return $"{(int)status} ({field})";
        if (answer.QuerySelector("[role=alert]")?.TextContent.Contains("国家秘密的密级标志", StringComparison.Ordinal) != true) return $"no reason ({field})";
        if (answer.QuerySelector("main form[method=post]") is null) return "no form again";
        return await StoppedAsync() == before + 1 ? null : "not in the log";
    }

    private async Task<int> StoppedAsync()
    {
        await using var db = desk.Site.House.House.Open(AgencyScope.All);
        return await db.Audit.CountAsync(row => row.Kind == AuditKind.MarkedSecretStopped, TestContext.Current.CancellationToken);
    }
}
