using Gongkai.App.Agencies;
using Gongkai.App.Approvals;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Requests;
using Gongkai.Documents.Handovers;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Calendar;
using Gongkai.Domain.Disputes;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Handovers;

/// <summary>What a post has in its hands today (交接内容): the agency's open matters, and what the person alone was at.</summary>
/// <param name="house">The house.</param>
/// <param name="requests">The open requests with their clocks.</param>
public sealed class HandoverContents(House house, OpenRequests requests)
{
    /// <summary>Reads it.</summary>
    /// <param name="db">The tables; their scope is the agency.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="person">Who holds the post.</param>
    /// <param name="role">The post.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<HandoverPart>> ReadAsync(GongkaiDb db, AgencyId agency, Guid person, PostRole role, CancellationToken cancellation)
    {
        var today = ChinaTime.DayOf(Instant.Now(house.Clock));
        var profile = await db.Agencies.AsNoTracking().SingleAsync(row => row.Id == agency, cancellation);
        return
        [
            await RequestsAsync(db, cancellation),
            await DisputesAsync(db, cancellation),
            await DraftsAsync(db, person, cancellation),
            await WaitingAsync(db, person, role, cancellation),
            await UnconfirmedAsync(db, cancellation),
            await ReportsAsync(db, profile, today, cancellation),
            await ChannelsAsync(db, profile, today, cancellation),
            await AccountsAsync(db, agency, today, cancellation),
            await PostsAsync(db, today, cancellation),
            await DelegationsAsync(db, person, today, cancellation),
        ];
    }

    private async Task<HandoverPart> RequestsAsync(GongkaiDb db, CancellationToken cancellation)
    {
        var open = await requests.ReadAsync(db, cancellation);
        var dated = open.Select(request => request.Number).ToHashSet(StringComparer.Ordinal);
        var others = await db.Requests.AsNoTracking().Open().Select(row => row.Number).ToListAsync(cancellation);
        return new HandoverPart("在办申请", ["编号", "收到日期", "答复期限", "要做的"],
        [
            .. open.Select(request => (IReadOnlyList<string>)
            [
                request.Number, DayWords.Of(request.ReceivedOn),
                request.Standing.Stops.Count > 0 ? $"暂停计时：{request.Standing.Stops[0].Why}" : request.Clock.DueOn is { } due ? DayWords.Of(due) : "",
                string.Join("；", request.Standing.Tasks.Select(task => task.Message)),
            ]),
            .. others.Where(number => !dated.Contains(number)).Order(StringComparer.Ordinal)
                .Select(number => (IReadOnlyList<string>)[number, "建账以前收到", "见原卷", ""]),
        ]);
    }

    private static async Task<HandoverPart> DisputesAsync(GongkaiDb db, CancellationToken cancellation)
    {
        var rows = await db.Disputes.AsNoTracking().Pending().OrderBy(row => row.Number).ToListAsync(cancellation);
        return new HandoverPart("未审结的复议、诉讼", ["编号", "类别", "收到通知日期"],
            [.. rows.Select(row => (IReadOnlyList<string>)[row.Number, NameOf(row.Route), row.FiledOn is { } filed ? DayWords.Of(filed) : "建账以前收到"])]);
    }

    private static async Task<HandoverPart> DraftsAsync(GongkaiDb db, Guid person, CancellationToken cancellation)
    {
        var rows = await db.Drafts.AsNoTracking()
            .Where(draft => draft.State != ApprovalState.Released && draft.HandedOverOn == null && db.Drafters.Any(drafter => drafter.DraftId == draft.Id && drafter.PersonId == person))
            .OrderBy(draft => draft.SinceAt).ToListAsync(cancellation);
        return new HandoverPart("本人拟稿、没有办完的呈批件", ["标题", "编码", "到了哪一步", "从何时起"],
            [.. rows.Select(row => (IReadOnlyList<string>)[row.Title, row.Code, row.WaitingStep ?? ApprovalWords.Of(row.State), DayWords.Of(ChinaTime.DayOf(row.SinceAt))])]);
    }

    private static async Task<HandoverPart> WaitingAsync(GongkaiDb db, Guid person, PostRole role, CancellationToken cancellation)
    {
        var rows = await db.WaitingApprovals.AsNoTracking().Where(row => row.Task == ApprovalTask.Decide && (row.Role == role || row.PersonId == person))
            .Join(db.Drafts, row => row.DraftId, draft => draft.Id, (row, draft) => new { draft.Title, draft.Code, draft.WaitingStep, row.SinceAt })
            .OrderBy(row => row.SinceAt).ToListAsync(cancellation);
        return new HandoverPart("等这一岗位审批的", ["标题", "编码", "环节", "从何时起"],
            [.. rows.Select(row => (IReadOnlyList<string>)[row.Title, row.Code, row.WaitingStep ?? "", DayWords.Of(ChinaTime.DayOf(row.SinceAt))])]);
    }

    private static async Task<HandoverPart> UnconfirmedAsync(GongkaiDb db, CancellationToken cancellation)
    {
        var rows = await db.WaitingApprovals.AsNoTracking().Where(row => row.Task == ApprovalTask.Confirm)
            .Join(db.Drafts, row => row.DraftId, draft => draft.Id, (row, draft) => new { draft.Title, draft.Code, row.PersonId, row.SinceAt })
            .OrderBy(row => row.SinceAt).ToListAsync(cancellation);
        List<Guid> people = [.. rows.Select(row => row.PersonId).OfType<Guid>().Distinct()];
        var names = await db.People.AsNoTracking().Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);
        return new HandoverPart("未确认的代录", ["标题", "编码", "等谁确认", "代录日期"],
        [
            .. rows.Select(row => (IReadOnlyList<string>)
                [row.Title, row.Code, row.PersonId is { } id ? names.GetValueOrDefault(id) ?? "" : "", DayWords.Of(ChinaTime.DayOf(row.SinceAt))]),
        ]);
    }

    private static async Task<HandoverPart> ReportsAsync(GongkaiDb db, Agency agency, DateOnly today, CancellationToken cancellation)
    {
        var published = await db.Reports.AsNoTracking().Select(report => report.Year).ToListAsync(cancellation);
        return new HandoverPart("待公布的年度报告", ["年度", "期限", "现在"],
        [
            .. new[] { today.Year - 1, today.Year }.Except(published).Select(year =>
            {
                var due = ReportDeadline.Of(agency.Kind, year);
                return (IReadOnlyList<string>)[$"{year}年", DayWords.Of(due), due < today ? "已过期限，未在本平台公布" : year == today.Year ? "年度未终了" : "未公布"];
            }),
        ]);
    }

    private static async Task<HandoverPart> ChannelsAsync(GongkaiDb db, Agency agency, DateOnly today, CancellationToken cancellation)
    {
        var channels = await AgencyState.ChannelsAsync(db, agency.Id, cancellation);
        var plan = await AgencyState.PlaceAsync(db, agency.Id, today, cancellation);
        return new HandoverPart("申请渠道和发布栏目", ["渠道或栏目", "地址"],
        [
            .. channels.Where(channel => channel.Open == true).Select(channel => (IReadOnlyList<string>)[KindWords.Of(channel.Channel), channel.Reach ?? ReachOf(agency, channel.Channel)]),
            (IReadOnlyList<string>)["发布位置", plan.Site is { } site ? $"{KindWords.Of(plan.Place)}：{site} {plan.Column}" : KindWords.Of(plan.Place)],
        ]);
    }

    private static async Task<HandoverPart> AccountsAsync(GongkaiDb db, AgencyId agency, DateOnly today, CancellationToken cancellation)
    {
        var plan = await AgencyState.PlaceAsync(db, agency, today, cancellation);
        return new HandoverPart("外站账号（只列名称）", ["网站", "栏目", "现在的保管人"],
            plan.Keeper is { } keeper ? [[plan.Site ?? "", plan.Column ?? "", keeper]] : []);
    }

    private static async Task<HandoverPart> PostsAsync(GongkaiDb db, DateOnly today, CancellationToken cancellation)
    {
        var rows = await db.Posts.AsNoTracking().Where(post => post.EndsOn == null || post.EndsOn >= today)
            .Join(db.People, post => post.PersonId, person => person.Id, (post, person) => new { person.Name, post.Role, post.Substitute, post.StartsOn, post.EndsOn })
            .ToListAsync(cancellation);
        return new HandoverPart("A、B 角", ["岗位", "姓名", "起", "止"],
        [
            .. rows.OrderBy(row => row.Role).ThenBy(row => row.Substitute).ThenBy(row => row.StartsOn).Select(row => (IReadOnlyList<string>)
                [PostWords.Of(row.Role) + (row.Substitute ? "（B 角）" : "（A 角）"), row.Name, DayWords.Of(row.StartsOn), row.EndsOn is { } ends ? DayWords.Of(ends) : ""]),
        ]);
    }

    private static async Task<HandoverPart> DelegationsAsync(GongkaiDb db, Guid person, DateOnly today, CancellationToken cancellation)
    {
        var rows = await (
            from row in db.Delegations.AsNoTracking()
            join giver in db.People on row.FromPersonId equals giver.Id
            join taker in db.People on row.ToPersonId equals taker.Id
            where row.EndsOn >= today && (row.FromPersonId == person || row.ToPersonId == person)
            orderby row.StartsOn
            select new { From = giver.Name, To = taker.Name, row.Role, row.StartsOn, row.EndsOn }).ToListAsync(cancellation);
        return new HandoverPart("委托代行（离任时终止）", ["委托人", "代行人", "岗位", "起止"],
            [.. rows.Select(row => (IReadOnlyList<string>)[row.From, row.To, PostWords.Of(row.Role), $"{DayWords.Of(row.StartsOn)}至{DayWords.Of(row.EndsOn)}"])]);
    }

    private static string ReachOf(Agency agency, ApplicationChannel channel) => (channel switch
    {
        ApplicationChannel.Counter => agency.Address,
        ApplicationChannel.Post => agency.PostalAddress ?? agency.Address,
        ApplicationChannel.Email => agency.ApplicationEmail,
        ApplicationChannel.Fax => agency.Fax,
        _ => null,
    })?.Text ?? "地址未填报";

    private static string NameOf(DisputeRoute route) => route switch
    {
        DisputeRoute.Reconsideration => "行政复议",
        DisputeRoute.LitigationDirect => "未经复议直接起诉",
        _ => "复议后起诉",
    };
}
