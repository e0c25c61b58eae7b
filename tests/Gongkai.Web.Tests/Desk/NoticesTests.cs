using System.Net;
using Gongkai.App.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Desk;

/// <summary>消息、通知渠道、待办单、后台任务、转 PDF, by forms alone.</summary>
public sealed class NoticesTests(DeskSite desk)
{
    private const string Drafts = $"/desk/{DeskSite.Here}/drafts";

    [Fact(DisplayName = "送审之后，核稿人的待办页和消息页都有；标为已读就不再算新的；待办单上有它")]
    public async Task A_message_is_read_and_marked()
    {
        await SubmitAsync("关于水库巡查的通知");
        var reviewer = await Visitor.OfAsync(desk, "reviewer");
        var (_, home) = await reviewer.OpenAsync("/desk");
        Assert.Contains(home.QuerySelectorAll(".lines li"), line => line.TextContent.Contains("待您审批", StringComparison.Ordinal));
        var (_, messages) = await reviewer.OpenAsync("/desk/messages");
        var row = messages.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("关于水库巡查的通知", StringComparison.Ordinal));
        Assert.NotNull(row.QuerySelector("form button"));
        var id = row.QuerySelector("input[name=message]")!.GetAttribute("value")!;

        var (_, after) = await reviewer.SendAsync("/desk/messages", new() { ["message"] = id }, $"form:has(input[value='{id}'])");

        Assert.Equal("已标为已读 1 条。", after.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("已读", after.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("关于水库巡查的通知", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        foreach (var page in (string[])["/desk/tasks", $"/desk/{DeskSite.Here}/tasks"])
            Assert.Contains("关于水库巡查的通知", (await reviewer.OpenAsync(page)).Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        // The twin's people see none of it.
        var twin = await Visitor.OfAsync(desk, "reviewer.twin");
        Assert.DoesNotContain("关于水库巡查的通知", (await twin.OpenAsync("/desk/messages")).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "填手机号码：页面只显示掩码，库里没有明文；写错了说明，不填不能启用，可以停用")]
    public async Task An_address_is_kept_sealed()
    {
        var leader = await Visitor.OfAsync(desk, "leader");
        var (refused, page) = await leader.SendAsync("/account/notices", new() { ["means"] = "sms", ["use"] = "yes", ["sms-address"] = "12345" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Contains("这不是手机号码", page.GetElementById("sms-address-error")!.TextContent, StringComparison.Ordinal);

        var (_, done) = await leader.SendAsync("/account/notices", new() { ["means"] = "sms", ["use"] = "yes", ["sms-address"] = "+86 139-1234-5678" });
        Assert.Contains("139****5678", done.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("13912345678", done.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await using var db = desk.Site.House.House.Open(AgencyScope.All);
        var stored = await db.Database.SqlQuery<string>($"""SELECT "ContactPhone" AS "Value" FROM "People" WHERE "ContactPhone" IS NOT NULL""").ToListAsync();
        Assert.NotEmpty(stored);
        Assert.DoesNotContain(stored, text => text.Contains("13912345678", StringComparison.Ordinal));

        var (_, stopped) = await leader.SendAsync("/account/notices", new() { ["means"] = "sms", ["use"] = "no" });
        Assert.Equal("短信提醒已停用。", stopped.QuerySelector("[role=status]")!.TextContent);
    }

    [Fact(DisplayName = "机关选渠道：不认识的机器人主机说明怎么办；存了的地址不再显示；别的岗位只能看")]
    public async Task An_agency_chooses_its_ways()
    {
        const string notices = $"/desk/{DeskSite.Twin}/notices";
        var administrator = await Visitor.OfAsync(desk, "agencyadministrator.twin");
        var (refused, page) = await administrator.SendAsync(notices, new() { ["robot"] = "dingtalk", ["robotAddress"] = "http://10.0.0.8/robot" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Contains("robotHosts", page.GetElementById("robotAddress-error")!.TextContent, StringComparison.Ordinal);

        var (_, done) = await administrator.SendAsync(
            notices, new() { ["email"] = "yes", ["robot"] = "dingtalk", ["robotAddress"] = "https://oapi.dingtalk.com/robot/send?access_token=miyao" });
        Assert.Equal("通知渠道已保存。", done.QuerySelector("[role=status]")!.TextContent);
        Assert.DoesNotContain("miyao", done.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Null((await (await Visitor.OfAsync(desk, "officer.twin")).OpenAsync(notices)).Page.QuerySelector("main form"));
        await administrator.SendAsync(notices, new() { ["robot"] = "none" });
    }

    [Fact(DisplayName = "后台任务：系统管理员立即运行，结果看得见；审计管理员只能看")]
    public async Task Work_is_done_now()
    {
        var system = await Visitor.OfAsync(desk, "systemadministrator");
        var (_, page) = await system.SendAsync("/house/jobs", [], "form:has(input[value=verification])");
        Assert.Contains("条链完整。合并校验码", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("tbody tr"), row => row.TextContent.Contains("systemadministrator某", StringComparison.Ordinal));
        var auditor = await Visitor.OfAsync(desk, "auditadministrator");
        Assert.Null((await auditor.OpenAsync("/house/jobs")).Page.QuerySelector("main form"));
    }

    [Fact(DisplayName = "呈批单转 PDF：点一下排队，运行一次转换，回来就能下载")]
    public async Task A_sheet_becomes_a_pdf()
    {
        LibreOffice.Require();
        var code = await SubmitAsync("关于转 PDF 的通知");
        var officer = await Visitor.OfAsync(desk, "officer");
        var (_, waiting) = await officer.SendAsync($"{Drafts}/{code}", [], "form[action*=Pdf]");
        Assert.Contains("正在排队", waiting.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var again = waiting.QuerySelector("main a.btn")!.GetAttribute("href")!;

        var system = await Visitor.OfAsync(desk, "systemadministrator");
        await system.SendAsync("/house/jobs", [], "form:has(input[value=conversion])");

        var (_, ready) = await officer.OpenAsync(again);
        var pdf = await officer.DownloadAsync(ready.QuerySelector("main a.btn")!.GetAttribute("href")!);
        Assert.Equal("%PDF-"u8, pdf.AsSpan(0, 5));
    }

    private async Task<string> SubmitAsync(string title)
    {
        var code = (await desk.DraftAsync(title)).Code;
        var officer = await Visitor.OfAsync(desk, "officer");
        await officer.SendAsync($"{Drafts}/{code}", [], "form[action*=Submit]");
        return code;
    }
}
