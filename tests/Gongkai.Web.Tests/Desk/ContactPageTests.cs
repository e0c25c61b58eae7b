using System.Net;
using System.Text;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Desk;

/// <summary>What is personal or secret, at the pages: masked, opened with a reason, stopped at the door.</summary>
public sealed class ContactPageTests(DeskSite desk)
{
    [Fact(DisplayName = "本人填电话；管理员的页面只有掩码，写明理由才看到一次，审计日志记下")]
    public async Task A_phone_is_masked_and_opened_with_a_reason()
    {
        const string phone = "13912345678";
        var reviewer = await Visitor.OfAsync(desk, "reviewer");
        var (wrong, page) = await reviewer.SendAsync("/account", new() { ["phone"] = "12345" }, "form[action*=Contact]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong);
        Assert.NotNull(page.GetElementById("phone-error"));
        var (_, account) = await reviewer.SendAsync("/account", new() { ["phone"] = phone, ["email"] = "reviewer@example.gov.cn" }, "form[action*=Contact]");
        Assert.Contains("139****5678", account.Body!.TextContent, StringComparison.Ordinal);

        var administrator = await Visitor.OfAsync(desk, "agencyadministrator");
        var contact = $"/desk/{DeskSite.Here}/people/reviewer";
        var (_, shown) = await administrator.OpenAsync(contact);
        Assert.Contains("139****5678", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(phone, shown.Body.TextContent, StringComparison.Ordinal);
        var (without, _) = await administrator.SendAsync(contact, new() { ["channel"] = "phone", ["reason"] = "" }, "form[action*=Open]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without);
        var (_, opened) = await administrator.SendAsync(contact, new() { ["channel"] = "phone", ["reason"] = "通知领取扫描件" }, "form[action*=Open]");
        Assert.Equal(phone, opened.QuerySelector(".secret")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.OpenAsync($"/desk/{DeskSite.Here}/people/officer.twin")).Status);

        var security = await Visitor.OfAsync(desk, "securityadministrator");
        var (_, found) = await security.SendAsync("/house/people", new() { ["contact"] = "+86 139 1234 5678" }, "form[action*=Find]");
        // The site is shared: another test may have given somebody else the same number.
        Assert.Contains(found.QuerySelectorAll("tbody tr"), row => row.QuerySelectorAll("td")[0].TextContent == "reviewer");

        await using var db = desk.Site.House.House.Open(AgencyScope.All);
        Assert.Contains(await db.Audit.Where(row => row.Kind == AuditKind.PersonalDataOpened).Select(row => row.Message).ToListAsync(),
            message => message.Contains("通知领取扫描件", StringComparison.Ordinal));
    }

    [Fact(DisplayName = "导入的表、登记的文字标有密级：当场拦下，什么也不存，审计日志有记录")]
    public async Task A_marked_table_is_stopped_at_the_page()
    {
        var officer = await Visitor.OfAsync(desk, "disclosureofficehead");
        var before = await CountAsync();
        var entry = $"/desk/{DeskSite.Here}/entry";
        var (status, page) = await officer.UploadAsync(entry, "file", "台账.csv", Encoding.UTF8.GetBytes("机密★10年\n类别,编号\n收到申请,独有字样\n"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("立即断开", page.Body!.TextContent, StringComparison.Ordinal);
        var (typed, _) = await officer.SendAsync($"{entry}/decisionMade", new() { ["number"] = "机密★5年", ["on"] = "2026-02-20", ["decision"] = "行政处罚" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, typed);
        var system = await Visitor.OfAsync(desk, "systemadministrator");
        var (refused, _) = await system.UploadAsync("/house/agencies/import", "table", "机关.csv", Encoding.UTF8.GetBytes("秘密★3年\n行类\n机关\n"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);

        var after = await CountAsync();
        Assert.Equal((before.Files, before.Stopped + 3), after);
    }

    private async Task<(int Files, int Stopped)> CountAsync()
    {
        await using var db = desk.Site.House.House.Open(AgencyScope.All);
        return (await db.Files.CountAsync(), await db.Audit.CountAsync(row => row.Kind == AuditKind.MarkedSecretStopped));
    }
}
