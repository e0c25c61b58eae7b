using System.Net;
using Gongkai.App.Data;
using Gongkai.App.Imports;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Desk;

/// <summary>登记：what has happened is recorded by hand, by the rules of the import.</summary>
public sealed class EntryTests(DeskSite desk)
{
    private const string Entry = $"/desk/{DeskSite.Here}/entry";

    [Fact(DisplayName = "收到、延期、办结一件一件登记：待办里有它的期限，办结时记下违反的规定")]
    public async Task A_request_from_receipt_to_answer()
    {
        var officer = await Visitor.OfAsync(desk, "officer");
        await officer.SendAsync($"{Entry}/requestReceived", new() { ["number"] = "2026-手工-1", ["on"] = "2026-02-09", ["applicant"] = "自然人", ["channel"] = "当面" });

        // 20 working days after 9 February 2026, with the holiday of the Spring Festival and its make-up days, end on 13 March.
        var (_, home) = await officer.OpenAsync("/desk");
        var line = home.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("2026-手工-1", StringComparison.Ordinal));
        Assert.Contains("2026年3月13日", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("9 个工作日", line.TextContent, StringComparison.Ordinal);

        var (status, done) = await officer.SendAsync($"{Entry}/requestClosed", new() { ["number"] = "2026-手工-1", ["on"] = "2026-03-16", ["outcome"] = "予以公开" });
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("超期答复", done.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);

        var (_, ledger) = await officer.OpenAsync($"/desk/{DeskSite.Here}/ledger?Year=2026");
        Assert.Contains("2026-手工-1", ledger.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "写错的一格说明哪里错，填过的还在，什么也没登记")]
    public async Task A_wrong_answer_is_said_at_its_box()
    {
        var officer = await Visitor.OfAsync(desk, "officer");
        var before = await CountAsync();

        var (status, page) = await officer.SendAsync($"{Entry}/decisionMade", new() { ["number"] = "示罚〔2026〕9号", ["on"] = "2026-02-30", ["decision"] = "行政处罚" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("“日期”写的是“2026-02-30”，不是日期。请写成 2026-03-05。", page.GetElementById("on-error")!.TextContent);
        Assert.Equal("示罚〔2026〕9号", page.GetElementById("number")!.GetAttribute("value"));
        Assert.Equal("#on", page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Equal(before, await CountAsync());
    }

    [Fact(DisplayName = "科室报数单：几格一张，一次登记")]
    public async Task A_return_takes_several_cells()
    {
        var officer = await Visitor.OfAsync(desk, "officer");
        var (status, page) = await officer.SendAsync($"{Entry}/returnSigned", new()
        {
            ["number"] = "报2026-手工",
            ["on"] = "2026-02-27",
            ["unit"] = "执法大队",
            ["period"] = "2026-01",
            ["cell"] = "行政处罚 6\n行政强制：0",
            ["signer"] = "李某",
        });
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("已登记：科室报数单", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        await using var db = desk.Site.House.House.Open(AgencyScope.All);
        Assert.Contains("\"proactive.coercions\":\"0\"", (await db.Returns.SingleAsync(row => row.Number == "报2026-手工")).Values, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "别的机关的人、没有办理权限的人，提交也不行；没有令牌的提交不收")]
    public async Task Nobody_else_records_here()
    {
        var before = await CountAsync();
        foreach (var login in (string[])["officer.twin", "leader", "auditadministrator", "systemadministrator"])
        {
            // With a token of a form they may open: what stops them is the right, not the token.
            var visitor = await Visitor.OfAsync(desk, login);
            var (_, account) = await visitor.OpenAsync("/account/password");
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{Entry}/decisionMade")
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["number"] = "示罚〔2026〕10号",
                    ["on"] = "2026-02-20",
                    ["decision"] = "行政处罚",
                    ["__RequestVerificationToken"] = account.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
                }),
            };
            request.Headers.Add("Cookie", await desk.CookieOfAsync(login));
            using var response = await desk.Site.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
        using var bare = new HttpRequestMessage(HttpMethod.Post, $"{Entry}/decisionMade") { Content = new FormUrlEncodedContent([]) };
        bare.Headers.Add("Cookie", await desk.CookieOfAsync("officer"));
        using var refused = await desk.Site.Client.SendAsync(bare);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(before, await CountAsync());
    }

    [Fact(DisplayName = "每一种登记都有表，必填的都能填")]
    public async Task Every_form_opens()
    {
        var officer = await Visitor.OfAsync(desk, "officer");
        foreach (var form in ActForm.All)
        {
            var (status, page) = await officer.OpenAsync($"{Entry}/{form.Code}");
            Assert.Equal(HttpStatusCode.OK, status);
            foreach (var field in form.Fields) Assert.NotNull(page.GetElementById(field.Name));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync($"{Entry}/nothing")).Status);
    }

    private async Task<int> CountAsync()
    {
        await using var db = desk.Site.House.House.Open(AgencyScope.All);
        return await db.Decisions.CountAsync();
    }
}
