using System.Collections.Concurrent;
using Gongkai.Web.Desk;

namespace Gongkai.Web.Tests.Desk;

/// <summary>Every page of the desk in a real browser, in all display modes.</summary>
public sealed class DeskPagesTests(DeskSite desk)
{
    /// <summary>The pages, each with somebody who may see it.</summary>
    private IReadOnlyList<(string Name, string Path, string Login)> All =>
    [
        ("呈批件", $"/desk/{DeskSite.Here}/drafts", "officer"),
        ("呈批单归卷", $"/desk/{DeskSite.Here}/sheets", "officer"),
        ("拟稿", $"/desk/{DeskSite.Here}/drafts/new", "officer"),
        ("一件呈批件", $"/desk/{DeskSite.Here}/drafts/{desk.DraftCode}", "officer"),
        ("修改呈批件", $"/desk/{DeskSite.Here}/drafts/{desk.DraftCode}/edit", "officer"),
        ("一件申请", DeskUrls.Request(DeskSite.Here, DeskSite.RequestNumber), "officer"),
        ("会商来的一件", $"/desk/{DeskSite.Here}/shared/{desk.DoorId}", "officer"),
        ("委托代行", $"/desk/{DeskSite.Here}/delegations", "deputyleader"),
        ("交接", $"/desk/{DeskSite.Here}/handover", "agencyadministrator"),
        ("交接单", $"/desk/{DeskSite.Here}/handover/posts/{desk.PostId}", "agencyadministrator"),
        ("办过的交接", $"/desk/{DeskSite.Here}/handover/{desk.HandoverId}", "officer"),
        ("到期档案", $"/desk/{DeskSite.Here}/retention", "agencyadministrator"),
        ("销毁清册", $"/desk/{DeskSite.Here}/retention/{desk.ListId}", "officer"),
        ("接手第一天", $"/desk/{DeskSite.Here}/first-day", "officer"),
        ("审批流程", $"/desk/{DeskSite.Here}/chains", "officer"),
        ("修改审批流程", $"/desk/{DeskSite.Here}/chains/document", "agencyadministrator"),
        ("机关撤并", "/house/agencies/merge", "systemadministrator"),
        ("审计日志", "/house/audit", "auditadministrator"),
        ("数据校验码", "/house/codes", "auditadministrator"),
        ("未确认的代录", "/house/proxies", "auditadministrator"),
        ("待办", "/desk", "officer"),
        ("消息", "/desk/messages", "reviewer"),
        ("待办单", "/desk/tasks", "reviewer"),
        ("机关待办单", $"/desk/{DeskSite.Here}/tasks", "officer"),
        ("转 PDF", $"/desk/{DeskSite.Here}/pdf/{desk.PdfId}", "officer"),
        ("通知渠道", "/account/notices", "officer"),
        ("登记", $"/desk/{DeskSite.Here}/entry", "officer"),
        ("登记科室报数单", $"/desk/{DeskSite.Here}/entry/returnSigned", "officer"),
        ("台账", $"/desk/{DeskSite.Here}/ledger", "officer"),
        ("我的账号", "/account", "officer"),
        ("修改口令", "/account/password", "officer"),
        ("身份验证器和通行密钥", "/account/second-factor", "officer"),
        ("统一身份和证书-本人", "/account/ways", "officer"),
        ("人员", "/house/people", "securityadministrator"),
        ("统一身份和证书", "/house/identities", "securityadministrator"),
        ("后台任务", "/house/jobs", "systemadministrator"),
        ("联系方式", "/house/people/officer", "securityadministrator"),
        ("机关", "/house/agencies", "systemadministrator"),
        ("登记机关", "/house/agencies/new", "systemadministrator"),
        ("导入机关", "/house/agencies/import", "systemadministrator"),
        ("机关资料", $"/desk/{DeskSite.Here}/profile", "agencyadministrator"),
        ("机关资料-隶属", $"/desk/{DeskSite.Here}/profile", "systemadministrator"),
        ("机关资料-只读", $"/desk/{DeskSite.Here}/profile", "officer"),
        ("申请渠道", $"/desk/{DeskSite.Here}/channels", "agencyadministrator"),
        ("发布和模块", $"/desk/{DeskSite.Here}/publishing", "agencyadministrator"),
        ("接口令牌", $"/desk/{DeskSite.Here}/tokens", "agencyadministrator"),
        ("机关通知", $"/desk/{DeskSite.Here}/notices", "agencyadministrator"),
        ("本机关人员", $"/desk/{DeskSite.Here}/people", "agencyadministrator"),
        ("本机关人员-联系方式", $"/desk/{DeskSite.Here}/people/officer", "agencyadministrator"),
    ];

    [Theory(DisplayName = "办公页面没有无障碍问题，没有违反内容安全策略，手机上不横向滚动")]
    [InlineData(1280, "")]
    [InlineData(390, "")]
    [InlineData(390, "large")]
    [InlineData(1280, "large.high")]
    public async Task Desk_pages_are_accessible(int width, string mode)
    {
        // Two browsers at a time: a page waits for the server as long as it takes to look through another.
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(All.GroupBy(page => page.Login).OrderByDescending(group => group.Count()), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (group, _) =>
        {
            await using var context = await desk.OpenBrowserAsync(group.Key, width, mode);
            await PageLook.PrepareAsync(context, desk.Site, "");
            foreach (var one in await PageLook.CheckAsync(context, $"{width}{mode}", group.Select(page => (page.Name, page.Path)))) wrong.Add(one);
        });
        Assert.Empty(wrong);
    }
}
