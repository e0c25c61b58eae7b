using System.Net;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Desk;

/// <summary>Lists of the desk: what was chosen is still chosen when one comes back.</summary>
public sealed class ListTests(DeskSite desk)
{
    private const string Ledger = $"/desk/{DeskSite.Here}/ledger";

    [Fact(DisplayName = "选过的条件记住：从菜单回来还是这样，翻到的页不记；显示全部就不再记")]
    public async Task A_list_opens_as_it_was_left()
    {
        var officer = await Visitor.OfAsync(desk, "officer");
        Assert.Equal(HttpStatusCode.OK, (await officer.OpenAsync(Ledger)).Status);

        var (_, chosen) = await officer.OpenAsync($"{Ledger}?Kind=&Year=2025&Order=up&p=2");
        Assert.Contains("只显示符合所选条件的", chosen.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        Assert.Equal($"{Ledger}?Year=2025&Order=up", await officer.LedToAsync(Ledger));
        Assert.Null(await officer.LedToAsync($"{Ledger}?Year=2024"));
        Assert.Equal($"{Ledger}?Year=2024", await officer.LedToAsync(Ledger));

        Assert.Equal(Ledger, await officer.LedToAsync(Ledger + chosen.QuerySelectorAll("main a").Single(link => link.TextContent == "显示全部").GetAttribute("href")![Ledger.Length..]));
        Assert.Null(await officer.LedToAsync(Ledger));
    }

    [Fact(DisplayName = "记住的条件不跟着换人，也不跟着换机关；改过的 Cookie 不把人带到别处")]
    public async Task A_choice_is_ones_own()
    {
        var officer = await Visitor.OfAsync(desk, "officer");
        await officer.OpenAsync($"{Ledger}?Year=2025");
        var auditor = await Visitor.OfAsync(desk, "auditadministrator");
        auditor.Take(officer, "gongkai-list");
        Assert.Null(await auditor.LedToAsync(Ledger));

        await auditor.OpenAsync($"{Ledger}?Year=2025");
        Assert.Null(await auditor.LedToAsync($"/desk/{DeskSite.Twin}/ledger"));

        auditor.Forge("gongkai-list", "https://example.invalid/");
        Assert.Null(await auditor.LedToAsync(Ledger));
    }

    [Fact(DisplayName = "呈批件：按标题找，按停留时间排，导出表格；导出这件事记入审计日志")]
    public async Task Drafts_are_found_and_handed_over()
    {
        const string drafts = $"/desk/{DeskSite.Here}/drafts";
        var officer = await Visitor.OfAsync(desk, "officer");
        foreach (var title in (string[])["关于列表甲的通知", "关于列表乙的通知"])
            await officer.SendAsync($"{drafts}/new", new() { ["Input.Form"] = "publication", ["Input.Title"] = title, ["Input.Body"] = "正文", ["Input.Grounds"] = "依据" }, "main form[enctype]");

        var (_, found) = await officer.OpenAsync($"{drafts}?q=列表乙");
        Assert.Equal("关于列表乙的通知", Assert.Single(found.QuerySelectorAll("tbody th")).TextContent);
        var (_, first) = await officer.OpenAsync($"{drafts}?q=关于列表&Order=up");
        Assert.Equal(["关于列表甲的通知", "关于列表乙的通知"], first.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));

        var file = first.QuerySelectorAll(".sheet-head a").Single(link => link.TextContent == "导出表格").GetAttribute("href")!;
        var table = System.Text.Encoding.UTF8.GetString(await officer.DownloadAsync(file));
        Assert.Contains("关于列表甲的通知,拟稿", table, StringComparison.Ordinal);
        Assert.Equal(3, table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        await using var db = desk.Site.House.House.Open(AgencyScope.All);
        Assert.Contains(await db.Audit.Where(row => row.Kind == AuditKind.Exported).ToListAsync(), row => row.Message == "导出呈批件");
    }

    [Fact(DisplayName = "人员：按姓名、用户名、岗位找；没有的，说零个")]
    public async Task People_are_found()
    {
        var security = await Visitor.OfAsync(desk, "securityadministrator");
        var (_, found) = await security.OpenAsync("/house/people?q=reviewer.twin");
        Assert.Equal(["legalityreviewer.twin", "reviewer.twin", "secrecyreviewer.twin"], found.QuerySelectorAll("tbody tr td:nth-of-type(1)").Select(cell => cell.TextContent.Trim()).Order());
        Assert.Equal("/house/people?q=reviewer.twin", await security.LedToAsync("/house/people"));
        var (_, none) = await security.OpenAsync("/house/people?q=没有这个人");
        Assert.Contains("0 个账号", none.QuerySelector("caption")!.TextContent, StringComparison.Ordinal);
    }
}
