using Gongkai.Web.Desk;

namespace Gongkai.Web.Tests.Desk;

/// <summary>How one finds one's way at the desk: what to begin with, the way back, and lists that can be read on a phone.</summary>
public sealed class WayfindingTests(DeskSite desk)
{
    [Fact(DisplayName = "待办上，承办人从这里拟稿、登记收到的申请；不能拟稿的看不到这两个按钮")]
    public async Task What_one_may_begin()
    {
        var (_, officer) = await (await Visitor.OfAsync(desk, "officer")).OpenAsync(DeskUrls.Home);
        Assert.Equal(["拟稿", "登记收到的申请"], officer.QuerySelectorAll("main > .buttons a").Select(link => link.TextContent));
        foreach (var link in officer.QuerySelectorAll("main > .buttons a"))
            Assert.Equal(System.Net.HttpStatusCode.OK, (await (await Visitor.OfAsync(desk, "officer")).OpenAsync(link.GetAttribute("href")!)).Status);
        var (_, reviewer) = await (await Visitor.OfAsync(desk, "reviewer")).OpenAsync(DeskUrls.Home);
        Assert.Empty(reviewer.QuerySelectorAll("main > .buttons a"));
    }

    [Theory(DisplayName = "下一层的页面都有回上一层的链接；菜单里的页面没有")]
    [InlineData("drafts/new", "返回呈批件", "drafts")]
    [InlineData("entry/requestReceived", "返回登记", "entry")]
    [InlineData("chains/document", "返回审批流程", "chains")]
    [InlineData("requests/公开2026-1", "返回待办", null)]
    [InlineData("drafts", null, null)]
    [InlineData("chains", null, null)]
    public async Task The_way_back(string page, string? words, string? above)
    {
        var (_, shown) = await (await Visitor.OfAsync(desk, "officer")).OpenAsync(DeskUrls.Of(DeskSite.Here, page));
        var back = shown.QuerySelector(".back a");
        Assert.Equal(words, back?.TextContent);
        if (words is not null) Assert.Equal(above is null ? DeskUrls.Home : DeskUrls.Of(DeskSite.Here, above), back!.GetAttribute("href"));
    }

    [Fact(DisplayName = "列表的每一格都带着列名，手机上看得出是什么")]
    public async Task Cells_name_their_column()
    {
        var (_, ledger) = await (await Visitor.OfAsync(desk, "officer")).OpenAsync(DeskUrls.Of(DeskSite.Here, "ledger"));
        var names = ledger.QuerySelectorAll("thead th").Select(head => head.TextContent.Trim()).ToList();
        foreach (var row in ledger.QuerySelectorAll("tbody tr"))
        {
            foreach (var (cell, name) in row.Children.Zip(names).Where(pair => pair.First.LocalName == "td")) Assert.Equal(name, cell.GetAttribute("data-label"));
        }
    }
}
