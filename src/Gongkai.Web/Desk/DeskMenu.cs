using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Domain.Agencies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Desk;

/// <summary>A group of ways in: those of an agency, or those of the house.</summary>
/// <param name="Heading">Whose, or null for everybody's.</param>
/// <param name="Ways">Name and address.</param>
public sealed record MenuGroup(string? Heading, IReadOnlyList<(string Name, string Address)> Ways);

/// <summary>The ways in (菜单): only those that somebody may go.</summary>
public static class DeskMenu
{
    private const string EntryPage = "entry";

    private static readonly (string Name, string Page, DeskRight Right)[] OfAgency =
    [
        ("呈批件", "drafts", DeskRight.ReadAgency),
        ("待办单", "tasks", DeskRight.ReadAgency),
        ("登记", EntryPage, DeskRight.DoActs),
        ("台账", "ledger", DeskRight.ReadAgency),
        ("交接", "handover", DeskRight.ReadAgency),
        ("到期档案", "retention", DeskRight.ReadAgency),
        ("委托代行", "delegations", DeskRight.ReadAgency),
        ("机关资料", "profile", DeskRight.ReadProfile),
        ("人员任职", "people", DeskRight.ManagePeople),
        ("接口令牌", "tokens", DeskRight.ManageTokens),
    ];

    private static readonly (string Name, string Address, DeskRight Right)[] OfHouse =
    [
        ("机关", DeskUrls.Agencies, DeskRight.ReadHouse),
        ("人员", DeskUrls.People, DeskRight.ManageSecurity),
        ("审计日志", DeskUrls.Audit, DeskRight.ReadAudit),
        ("数据校验码", DeskUrls.ChainCodes, DeskRight.ReadAudit),
        ("未确认的代录", DeskUrls.Unconfirmed, DeskRight.ReadAudit),
        ("统一身份和证书", DeskUrls.Identities, DeskRight.ManageSecurity),
        ("后台任务", DeskUrls.Jobs, DeskRight.ReadHouse),
    ];

    private static readonly (string Name, string Page)[] Settings =
        [("申请渠道", "channels"), ("发布和模块", "publishing"), ("审批流程", "chains"), ("通知", "notices")];

    // Registering is there for what one of these modules counts or follows.
    private static readonly AgencyModule[] Registering = [AgencyModule.Publishing, AgencyModule.Requests, AgencyModule.AnnualReports];

    /// <summary>The menu of somebody on a day; what an agency does not use is no way in.</summary>
    public static async Task<IReadOnlyList<MenuGroup>> OfAsync(Caller caller, GongkaiDb db, DateOnly today, CancellationToken cancellation)
    {
        List<MenuGroup> groups = [new(null, [("待办", DeskUrls.Home), ("消息", DeskUrls.Messages)])];
        var own = caller.Agencies.ToList();
        var agencies = await db.Agencies.AsNoTracking().Where(agency => own.Contains(agency.Id))
            .Select(agency => new { agency.Id, agency.Code, agency.Name }).ToListAsync(cancellation);
        var off = await AgencyState.OffAsync(db, today, cancellation);
        foreach (var agency in agencies.OrderBy(agency => agency.Name, ChineseText.BySound))
        {
            var ways = OfAgency.Where(way => caller.May(way.Right, agency.Id) && (way.Page != EntryPage || Registering.Except(off[agency.Id]).Any()));
            groups.Add(new MenuGroup(agency.Name, [.. ways.Select(way => (way.Name, DeskUrls.Of(agency.Code, way.Page)))]));
        }
        if (caller.HouseRole is not null)
            groups.Add(new MenuGroup("平台", [.. OfHouse.Where(way => caller.May(way.Right)).Select(way => (way.Name, way.Address))]));
        return groups;
    }

    /// <summary>The page above a page (返回): the way of the menu it lies under, or 待办; null for a page that is a way itself.</summary>
    public static (string Name, string Address)? Above(PathString page, IReadOnlyList<MenuGroup> menu, string? agency)
    {
        // The settings of an agency lead to each other; its chains and one's own account have pages below them.
        IEnumerable<(string Name, string Address)> ways = [.. menu.SelectMany(group => group.Ways), ("我的账号", DeskUrls.Account)];
        if (agency is not null) ways = [.. ways, .. Settings.Select(way => (way.Name, DeskUrls.Of(agency, way.Page)))];
        if (ways.Any(way => page == way.Address)) return null;
        var above = ways.Where(way => way.Address != DeskUrls.Home && page.StartsWithSegments(way.Address)).OrderByDescending(way => way.Address.Length).FirstOrDefault();
        return above.Name is null ? ("待办", DeskUrls.Home) : above;
    }
}
