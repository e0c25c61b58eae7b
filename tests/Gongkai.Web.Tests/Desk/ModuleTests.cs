using System.Net;
using Gongkai.App.Agencies;
using Gongkai.App.People;
using Gongkai.Domain.Agencies;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Desk;

/// <summary>A module that is off leaves no empty page, no task and no finding.</summary>
public sealed class ModuleTests(DeskSite desk)
{
    private static readonly Caller Owner = Caller.MachineOwner("测试员");

    private static readonly DateOnly From = new(2026, 1, 4);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(DisplayName = "停用依申请公开：待办没有在办申请一栏，登记没有申请的表，拟稿没有答复的审批表，网址也打不开")]
    public async Task Without_requests_the_desk_shows_none()
    {
        var officer = await OfficerAsync("guan1", AgencyModule.Requests);
        var (_, home) = await officer.OpenAsync("/desk");
        Assert.DoesNotContain("在办申请", home.Body!.TextContent, StringComparison.Ordinal);
        var (_, entry) = await officer.OpenAsync("/desk/guan1/entry");
        Assert.Equal(["主动公开", "复议诉讼"], entry.QuerySelectorAll("main section h2").Select(head => head.TextContent).SkipLast(1));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync("/desk/guan1/entry/requestReceived")).Status);
        Assert.Equal(HttpStatusCode.OK, (await officer.OpenAsync("/desk/guan1/entry/decisionMade")).Status);
        var (_, draft) = await officer.OpenAsync("/desk/guan1/drafts/new");
        Assert.Equal(["publication", "attribute", "document"], draft.QuerySelectorAll("select[name='Input.Form'] option").Select(option => option.GetAttribute("value")));
    }

    [Fact(DisplayName = "发布、申请、年报都停用：菜单没有“登记”，登记页只有一句话；呈批件和台账还在")]
    public async Task Without_any_there_is_nothing_to_record()
    {
        var officer = await OfficerAsync("guan2", AgencyModule.Requests, AgencyModule.Publishing, AgencyModule.AnnualReports);
        var (_, home) = await officer.OpenAsync("/desk");
        var ways = home.QuerySelectorAll("nav[aria-label=办公] a").Select(way => way.TextContent).ToList();
        Assert.DoesNotContain("登记", ways);
        Assert.Contains("呈批件", ways);
        Assert.Contains("台账", ways);
        var (_, entry) = await officer.OpenAsync("/desk/guan2/entry");
        Assert.Null(entry.QuerySelector("main form[enctype]"));
        var (_, draft) = await officer.OpenAsync("/desk/guan2/drafts/new");
        Assert.Equal(["document"], draft.QuerySelectorAll("select[name='Input.Form'] option").Select(option => option.GetAttribute("value")));
        var (status, _) = await officer.SendAsync("/desk/guan2/drafts/new", new() { ["Input.Form"] = "publication", ["Input.Title"] = "标题" }, "main form[enctype]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    [Fact(DisplayName = "还有在办申请，不能停用依申请公开：期限照走")]
    public async Task A_running_clock_is_not_put_out_of_sight()
    {
        var officer = await OfficerAsync("guan3");
        await officer.SendAsync("/desk/guan3/entry/requestReceived", new() { ["number"] = "2026-关-1", ["on"] = "2026-02-09", ["applicant"] = "自然人", ["channel"] = "当面" });
        var profile = desk.Site.Services.GetRequiredService<AgencyProfile>();
        var agency = (await desk.Site.House.Agencies.FindAsync("guan3", App.Data.AgencyScope.All, Cancel)).Value.Id;
        Assert.Contains("还有 1 件在办申请", (await profile.SwitchAsync(Owner, agency, AgencyModule.Requests, false, From, Cancel)).Refusal?.Message, StringComparison.Ordinal);
        await officer.SendAsync("/desk/guan3/entry/requestClosed", new() { ["number"] = "2026-关-1", ["on"] = "2026-03-02", ["outcome"] = "予以公开" });
        Assert.True((await profile.SwitchAsync(Owner, agency, AgencyModule.Requests, false, From, Cancel)).Value);
    }

    [Fact(DisplayName = "公开页面：没有机关用的栏目不出现；停用年报的机关不列为“尚未发布”；停用依申请公开的不说“尚未公布”")]
    public async Task The_public_pages_complain_of_nothing_that_is_not_done_here()
    {
        await using var site = await Site.StartAsync();
        foreach (var code in (string[])["guan-jia", "guan-yi"])
        {
            await SampleData.AddAgencyAsync(site.House, code, code == "guan-jia" ? "示范区甲局" : "示范区乙局");
            var agency = (await site.House.Agencies.FindAsync(code, App.Data.AgencyScope.All, Cancel)).Value.Id;
            foreach (var module in (AgencyModule[])[AgencyModule.AnnualReports, AgencyModule.Requests])
                Assert.True((await new AgencyProfile(site.House.House, site.House.Recorder).SwitchAsync(Owner, agency, module, false, From, Cancel)).Value);
        }
        var home = await site.ReadAsync("/");
        Assert.DoesNotContain("最新年度报告", home, StringComparison.Ordinal);
        Assert.Contains("最新规章和规范性文件", home, StringComparison.Ordinal);
        var reporting = await SampleData.AddAgencyAsync(site.House, "guan-bing", "示范区丙局");
        await SampleData.PublishAsync(site.House, reporting, Testing.ReportBuilder.AReport(2024).WithRequests(3));
        var reports = await site.ReadAsync(PublicUrls.Reports);
        Assert.Contains("示范区丙局", reports, StringComparison.Ordinal);
        Assert.DoesNotContain("示范区甲局", reports, StringComparison.Ordinal);
        var page = await site.ReadAsync(PublicUrls.Agency("guan-jia"));
        Assert.DoesNotContain("怎样申请公开", page, StringComparison.Ordinal);
        Assert.DoesNotContain("地址尚未公布", page, StringComparison.Ordinal);
        Assert.Contains("公开指南", page, StringComparison.Ordinal);
    }

    private async Task<Visitor> OfficerAsync(string code, params AgencyModule[] off)
    {
        await SampleData.AddAgencyAsync(desk.Site.House, code, $"示范区{code}局");
        var agency = (await desk.Site.House.Agencies.FindAsync(code, App.Data.AgencyScope.All, Cancel)).Value.Id;
        foreach (var module in off)
            Assert.True((await desk.Site.Services.GetRequiredService<AgencyProfile>().SwitchAsync(Owner, agency, module, false, From, Cancel)).Value);
        var login = $"officer.{code}";
        var made = (await desk.Site.Services.GetRequiredService<Enrolment>().AppointAsync(Owner, agency, new Enrolee(login, "关某", PostRole.Officer, From: From), Cancel)).Value;
        var who = new SignedIn(new Caller(new PersonId(made.Person.Id), "关某", null, []), Guid.Empty, login, true);
        Assert.Null((await desk.Site.Services.GetRequiredService<Accounts>().ChangePasswordAsync(who, made.OneTimePassword!, DeskSite.Password, Cancel)).Refusal);
        return await Visitor.OfAsync(desk, login);
    }
}
