using System.Net;
using System.Text;
using AngleSharp.Dom;
using Gongkai.App.Agencies.Mergers;
using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Web.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Desk;

/// <summary>The life of offices over HTTP, by forms alone: the auditor's pages, delegations, chains, handovers, mergers, doors.</summary>
public sealed class OfficePagesTests(DeskSite desk)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(DisplayName = "审计管理员：按事件、人员、机关、日期查日志，翻页、倒序，导出也记一条")]
    public async Task The_auditor_looks_the_log_through()
    {
        var auditor = await Visitor.OfAsync(desk, "auditadministrator");
        var (_, all) = await auditor.OpenAsync("/house/audit");
        Assert.Equal(50, all.QuerySelectorAll("tbody tr").Length);
        var (_, more) = await auditor.OpenAsync(all.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.NotEmpty(more.QuerySelectorAll("tbody tr"));
        Assert.NotNull(more.QuerySelectorAll("a").SingleOrDefault(link => link.TextContent == "回到开头"));

        var (_, posts) = await auditor.OpenAsync($"/house/audit?Kind=postChanged&Office={DeskSite.Here}&From=2026-03-01&To=2026-12-31&Order=up");
        Assert.All(posts.QuerySelectorAll("tbody th"), cell => Assert.Equal("岗位变更", cell.TextContent));
        var (_, one) = await auditor.OpenAsync("/house/audit?Person=auditadministrator&Kind=signedIn");
        Assert.All(one.QuerySelectorAll("tbody tr"), row => Assert.Contains("（auditadministrator）", row.TextContent, StringComparison.Ordinal));
        var (unknown, refused) = await auditor.OpenAsync("/house/audit?Person=查无此人");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown);
        Assert.Contains("没有用户名或姓名为", refused.Body!.TextContent, StringComparison.Ordinal);

        var table = Encoding.UTF8.GetString(await auditor.DownloadAsync("/house/audit?Kind=exported&handler=File"));
        Assert.Contains("导出审计日志", table, StringComparison.Ordinal);
        var (_, codes) = await auditor.OpenAsync("/house/codes");
        Assert.Contains("示范区应急管理局的台账", codes.Body!.TextContent, StringComparison.Ordinal);
        Assert.Matches("sha256:[0-9a-f]{64}", codes.Body.TextContent);
    }

    [Fact(DisplayName = "代录没有确认的，审计管理员看得到等了几天，点得开那一件")]
    public async Task Unconfirmed_records_are_listed()
    {
        var draft = await desk.DraftAsync("关于调整窗口服务时间的通知");
        await using var db = desk.Site.House.House.Open(AgencyScope.All);
        var agency = await db.Agencies.SingleAsync(row => row.Code == DeskSite.Here, Cancel);
        var (officer, reviewer) = (await PersonAsync(db, "officer", PostRole.Officer), await PersonAsync(db, "reviewer", PostRole.Reviewer));
        var key = new DraftKey(agency.Id, draft.Id);
        var approvals = desk.Site.Services.GetRequiredService<ApprovalDesk>();
        var standing = (await approvals.SubmitAsync(key, draft.Version, officer, [], "", Cancel)).Value;
        Assert.Null((await desk.Site.Services.GetRequiredService<ProxyRecords>().RecordAsync(
            key, new SeenStep(standing.Waiting!.Step.Code, standing.Manifest), officer, reviewer, true, new DateOnly(2026, 3, 2), "电话", "同意", null, Cancel)).Refusal);

        var auditor = await Visitor.OfAsync(desk, "auditadministrator");
        var (_, page) = await auditor.OpenAsync("/house/proxies");
        var row = page.QuerySelectorAll("tbody tr").Single(line => line.TextContent.Contains(draft.Title, StringComparison.Ordinal));
        Assert.Contains("0 天", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await auditor.OpenAsync(row.QuerySelector("a")!.GetAttribute("href")!)).Status);
    }

    [Fact(DisplayName = "分管负责人委托承办人以外的人代行，代行人在待办里看到，终止后不再看到")]
    public async Task A_leader_delegates()
    {
        var path = $"/desk/{DeskSite.Here}/delegations";
        var leader = await Visitor.OfAsync(desk, "deputyleader");
        var (_, form) = await leader.OpenAsync(path);
        var to = form.QuerySelectorAll("option").Single(option => option.TextContent.StartsWith("secrecyreviewer某", StringComparison.Ordinal)).GetAttribute("value")!;
        var (status, wrong) = await leader.SendAsync(path, Answers("2026-03-05", "2026-03-04"), "form:has([name='Input.To'])");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("最后一天早于第一天", wrong.Body!.TextContent, StringComparison.Ordinal);

        var (_, given) = await leader.SendAsync(path, Answers("2026-03-02", "2026-03-20"), "form:has([name='Input.To'])");
        Assert.Contains("已委托secrecyreviewer某代行分管负责人", given.Body!.TextContent, StringComparison.Ordinal);
        var (_, ended) = await leader.SendAsync(path, [], "form[action*=End]");
        Assert.Contains("委托已终止", ended.Body!.TextContent, StringComparison.Ordinal);

        Dictionary<string, string> Answers(string from, string until) => new()
        {
            ["Input.Role"] = "deputyLeader",
            ["Input.To"] = to,
            ["Input.From"] = from,
            ["Input.Until"] = until,
            ["Input.Reason"] = "出差",
        };
    }

    [Fact(DisplayName = "机关管理员改自己的流程：不合规的说明原因；启用新的一版，旧版本还在")]
    public async Task An_agency_adopts_its_own_chain()
    {
        var path = $"/desk/{SampleData.Twin}/chains/document";
        var administrator = await Visitor.OfAsync(desk, "agencyadministrator.twin");
        const string Form = "form:has([name='Input.Source'])";
        var (_, page) = await administrator.OpenAsync(path);
        var answers = page.QuerySelectorAll($"{Form} select").ToDictionary(box => box.GetAttribute("name")!, box => box.QuerySelector("option[selected]")?.GetAttribute("value") ?? "");
        foreach (var box in page.QuerySelectorAll($"{Form} input:not([type=checkbox]):not([type=hidden])")) answers[box.GetAttribute("name")!] = box.GetAttribute("value") ?? "";
        var last = page.QuerySelectorAll("fieldset.step").Length - 3;
        answers[$"Input.Steps[{last}].Roles"] = "leader";

        answers["Input.Source"] = "示范区教育局公文处理办法（2026年3月）";
        var (status, refused) = await administrator.SendAsync(path, answers, Form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("没有写明由哪些岗位办理", refused.Body!.TextContent, StringComparison.Ordinal);

        foreach (var step in Enumerable.Range(0, last)) answers[$"Input.Steps[{step}].Name"] = "";
        answers[$"Input.Steps[{last}].Urgent"] = "true";
        var (_, adopted) = await administrator.SendAsync(path, answers, Form);
        Assert.Contains("已启用第 1 版", adopted.Body!.TextContent, StringComparison.Ordinal);
        var (_, list) = await (await Visitor.OfAsync(desk, "officer.twin")).OpenAsync($"/desk/{SampleData.Twin}/chains");
        Assert.Contains("拟稿 → 签发", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("本机关自定，第 1 版", list.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "交接单：列明在办和账号，没有口令；管理员办理交接，接手人看到第一天")]
    public async Task A_keeper_hands_over()
    {
        var owner = Caller.MachineOwner("测试员");
        var services = desk.Site.Services;
        await using var db = desk.Site.House.House.Open(AgencyScope.All);
        var agency = await db.Agencies.SingleAsync(row => row.Code == SampleData.Twin, Cancel);
        var leaver = (await services.GetRequiredService<Accounts>().CreateAsync(owner, "laozhuan", "老专人", null, Cancel)).Value.Person;
        var post = (await services.GetRequiredService<PostRegister>().AppointAsync(owner, agency.Id, new PersonId(leaver.Id), PostRole.Officer, true, new DateOnly(2026, 1, 4), Cancel)).Value;
        var path = $"/desk/{SampleData.Twin}/handover/posts/{post.Id}";
        var administrator = await Visitor.OfAsync(desk, "agencyadministrator.twin");

        var (_, sheet) = await administrator.OpenAsync(path);
        Assert.Contains("教2026-7", sheet.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), (await administrator.DownloadAsync($"{path}?handler=File"))[..2]);
        Assert.Null((await (await Visitor.OfAsync(desk, "officer.twin")).OpenAsync(path)).Page.QuerySelector("[name='Input.Login']"));
        var (_, done) = await administrator.SendAsync(path, new() { ["Input.Login"] = "xinzhuan", ["Input.Name"] = "新专人", ["Input.From"] = "2026-03-02" }, "form:has([name='Input.Login'])");
        Assert.NotNull(done.QuerySelector(".secret"));
        var (_, again) = await administrator.OpenAsync(done.QuerySelectorAll("a").Single(link => link.TextContent == "打印交接单").GetAttribute("href")!);
        Assert.Contains("新专人", again.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(again.QuerySelector(".secret"));
    }

    [Fact(DisplayName = "会商：一件申请开给另一机关，对方在待办里看到、答复；别的门、别的页面都打不开；结束后也打不开")]
    public async Task A_door_between_agencies()
    {
        var path = DeskUrls.Request(SampleData.Twin, "教2026-7");
        var (clerk, guest) = (await Visitor.OfAsync(desk, "officer.twin"), await Visitor.OfAsync(desk, "officer"));
        var (_, page) = await clerk.OpenAsync(path);
        var government = page.QuerySelectorAll("#Input\\.To option").Single(option => option.TextContent == "示范区人民政府").GetAttribute("value")!;
        var (status, refused) = await clerk.SendAsync(path, new() { ["Input.Way"] = "assignment", ["Input.To"] = government, ["Input.Question"] = "请代拟" }, "form:has([name='Input.To'])");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("只能交办给隶属于本机关的机关", refused.Body!.TextContent, StringComparison.Ordinal);

        var here = page.QuerySelectorAll("#Input\\.To option").Single(option => option.TextContent == "示范区应急管理局").GetAttribute("value")!;
        // The door of the site's own is for the same agency; a second kind of it is not opened twice.
        var (_, twice) = await clerk.SendAsync(path, new() { ["Input.Way"] = "legalOffice", ["Input.To"] = here, ["Input.Question"] = "再问" }, "form:has([name='Input.To'])");
        Assert.Contains("还没有结束", twice.Body!.TextContent, StringComparison.Ordinal);

        var (_, home) = await guest.OpenAsync("/desk");
        var link = home.QuerySelectorAll("a").Single(one => one.TextContent == "教2026-7").GetAttribute("href")!;
        var file = (await guest.OpenAsync(link)).Page.QuerySelectorAll("a").Single(one => one.TextContent == "来函.txt").GetAttribute("href")!;
        Assert.Equal("示范区教育局的来函", Encoding.UTF8.GetString(await guest.DownloadAsync(file)));
        Assert.Equal("示范区教育局的来函", Encoding.UTF8.GetString(await clerk.DownloadAsync(file.Replace(DeskSite.Here, SampleData.Twin, StringComparison.Ordinal))));
        Assert.Equal(HttpStatusCode.NotFound, (await guest.OpenAsync(file.Replace($"{desk.DoorId}", $"{Guid.NewGuid()}", StringComparison.Ordinal))).Status);
        var (_, answered) = await guest.SendAsync(link, new() { ["Answer"] = "属于内部事务信息。" }, "form:has([name=Answer])");
        Assert.Contains("已报送对方", answered.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await guest.OpenAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync(link.Replace(DeskSite.Here, SampleData.Twin, StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.OpenAsync($"/desk/{DeskSite.Here}/shared/{Guid.NewGuid()}")).Status);
        Assert.Contains("属于内部事务信息。", (await clerk.OpenAsync(path)).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "撤并先核对后办理：核对说明移交什么，办成后公开页面还在、指向承接机关")]
    public async Task A_merger_is_looked_through_first()
    {
        foreach (var (code, name) in ((string, string)[])[("shifan-jiu", "示范区旧局"), ("shifan-jie", "示范区接局")]) await SampleData.AddAgencyAsync(desk.Site.House, code, name);
        const string Path = "/house/agencies/merge";
        var system = await Visitor.OfAsync(desk, "systemadministrator");
        var (_, page) = await system.OpenAsync(Path);
        var from = page.QuerySelectorAll("label").Single(label => label.TextContent.Contains("示范区旧局", StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")!;
        var into = page.QuerySelectorAll("#Into option").Single(option => option.TextContent == "示范区接局").GetAttribute("value")!;

        var (later, future) = await system.SendAsync(Path, new() { ["From"] = from, ["Into"] = into, ["On"] = "2036-03-03" }, "form:has(#Into)");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, later);
        Assert.Contains("还没有到", future.Body!.TextContent, StringComparison.Ordinal);
        var (looked, found) = await system.SendAsync(Path, new() { ["From"] = from, ["Into"] = into, ["On"] = "2026-03-02", ["NewSuccessor"] = "true" }, "form:has(#Into)");
        Assert.Equal(HttpStatusCode.OK, looked);
        Assert.Contains("示范区旧局没有建账", found.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("撤并，此前", await desk.Site.ReadAsync(PublicUrls.Agency("shifan-jiu")), StringComparison.Ordinal);

        await desk.Site.Services.GetRequiredService<AgencyMerger>().MergeAsync(
            Caller.MachineOwner("测试员"), new MergerPlan([new AgencyId(Guid.Parse(from))], new AgencyId(Guid.Parse(into)), new DateOnly(2026, 3, 2), NewSuccessor: true), Cancel);
        var old = await desk.Site.ReadAsync(PublicUrls.Agency("shifan-jiu"));
        Assert.Contains("撤并，此前的年度报告和文件保留在本页", old, StringComparison.Ordinal);
        Assert.Contains(PublicUrls.Agency("shifan-jie"), old, StringComparison.Ordinal);
        Assert.Contains("示范区旧局</a>（已撤并）", await desk.Site.ReadAsync(PublicUrls.Agencies), StringComparison.Ordinal);
    }

    private static async Task<Approver> PersonAsync(GongkaiDb db, string login, PostRole role)
    {
        var person = await db.People.SingleAsync(row => row.UserName == login, Cancel);
        return new Approver(new PersonId(person.Id), person.Name, new HashSet<PostRole> { role });
    }
}
