using System.Net;
using System.Text;
using Gongkai.Testing;

namespace Gongkai.Web.Tests.Desk;

/// <summary>到期档案 by forms alone: the term of the agency's schedule, the list, its approval, the destruction.</summary>
public sealed class RetentionPageTests(DeskSite desk)
{
    private const string Home = $"/desk/{DeskSite.Here}/retention";

    [Fact(DisplayName = "登记期限、拟定清册、送审、三个人批准、两人监销，案卷页写明已销毁；没有批准不能执行")]
    public async Task From_the_term_to_the_destruction()
    {
        var administrator = await Visitor.OfAsync(desk, "agencyadministrator");
        var (wrong, why) = await administrator.SendAsync(Home, new() { ["Records"] = "request", ["Years"] = "10", ["Source"] = "" }, "form[action*=Adopt]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong);
        Assert.Contains("请写明依据", why.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var (_, adopted) = await administrator.SendAsync(Home, new() { ["Records"] = "request", ["Years"] = "10", ["Source"] = "示档〔2024〕3号" }, "form[action*=Adopt]");
        Assert.Contains("示档〔2024〕3号", adopted.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var officer = await Visitor.OfAsync(desk, "officer");
        var (_, due) = await officer.OpenAsync(Home);
        var chosen = due.QuerySelector("input[name=Chosen]")!.GetAttribute("value")!;
        var (_, list) = await officer.SendAsync(Home, new() { ["Chosen"] = chosen }, "form[action*=Prepare]");
        Assert.Contains("公开2012-", list.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Null(list.QuerySelector("[name=First]"));
        var draft = list.QuerySelector("main dl a")!.GetAttribute("href")!;
        var address = list.QuerySelector("main .actions a")!.GetAttribute("href")!.Split('?')[0];
        await officer.SendAsync(draft, [], "form[action*=Submit]");
        foreach (var login in (string[])["disclosureofficehead", "secrecyreviewer", "deputyleader"])
            await (await Visitor.OfAsync(desk, login)).SendAsync(draft, new() { ["decision"] = "give" }, "form[action*=Decide]");

        var (refused, page) = await officer.SendAsync(address, new() { ["First"] = "监某", ["Second"] = "监某" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Contains("两个不同的姓名", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var (_, done) = await officer.SendAsync(address, new() { ["First"] = "监某甲", ["Second"] = "监某乙" });
        Assert.Contains("已按清册销毁", done.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("监某甲、监某乙", done.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        var word = Encoding.Latin1.GetString(await officer.DownloadAsync($"{address}?handler=File"));
        Assert.StartsWith("PK", word, StringComparison.Ordinal);
        var number = list.QuerySelector("main tbody th")!.TextContent.Split(' ')[1];
        var (_, gone) = await officer.OpenAsync(Gongkai.Web.Desk.DeskUrls.Request(DeskSite.Here, number));
        Assert.Contains("按批准的清册销毁", gone.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
