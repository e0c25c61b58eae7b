using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Ledger;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports.Folding;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Agencies.Mergers;

/// <summary>Looks a merger through before it is done (撤并前核对), the same for the trial and for the act itself.</summary>
internal sealed class MergerCheck(GongkaiDb db, MergerPlan plan, DateOnly today)
{
    private readonly List<string> _problems = [];
    private readonly List<string> _notices = [];

    public async Task<MergerFindings> LookAsync(CancellationToken cancellation)
    {
        var ids = plan.Agencies.Distinct().ToList();
        var agencies = await db.Agencies.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellation);
        LookAtPlan(agencies);
        if (_problems.Count > 0) return new MergerFindings([], _problems, _notices, false);
        List<PredecessorMatters> matters = [];
        foreach (var from in plan.From.Distinct()) matters.Add(await LookAtAsync(agencies[from], cancellation));
        var opens = plan.Into is { } into && await LookAtSuccessorAsync(agencies[into], cancellation);
        return new MergerFindings(matters, _problems, _notices, opens);
    }

    private void LookAtPlan(Dictionary<AgencyId, Agency> agencies)
    {
        if (plan.From.Count == 0) _problems.Add("没有写明撤并哪个机关。");
        if (plan.From.Any(from => from == plan.Into)) _problems.Add("承接机关不能是被撤并的机关自己。");
        if (plan.On > today) _problems.Add($"{plan.On:yyyy-MM-dd} 还没有到：请到那一天再办。");
        if (plan.Agencies.Any(id => !agencies.ContainsKey(id))) _problems.Add("有的机关没有登记。");
        foreach (var closed in agencies.Values.Where(agency => agency.ClosedOn is not null))
            _problems.Add($"{closed.Name}已于 {closed.ClosedOn:yyyy-MM-dd} 撤并。");
    }

    private async Task<PredecessorMatters> LookAtAsync(Agency agency, CancellationToken cancellation)
    {
        var later = (await db.Ledger.AsNoTracking().Where(entry => entry.AgencyId == agency.Id && entry.EffectiveOn > plan.LastDay)
            .Select(entry => new { entry.Sequence, entry.Kind }).ToListAsync(cancellation)).FindAll(entry => !ClosedAgencies.Allows(entry.Kind) && !IsOfProfile(entry.Kind));
        if (later.Count > 0)
            _problems.Add($"{agency.Name}在 {plan.On:yyyy-MM-dd} 及以后还有 {later.Count} 条登记（台账第 {later[0].Sequence} 条等）。请改用更晚的日期，或先更正这些登记。");
        var (requests, disputes, instruments) = (
            await db.Requests.Where(row => row.AgencyId == agency.Id).Open().CountAsync(cancellation),
            await db.Disputes.Where(row => row.AgencyId == agency.Id).Pending().CountAsync(cancellation),
            await db.Instruments.Where(row => row.AgencyId == agency.Id).InForce().ToListAsync(cancellation));
        var unnamed = await LookAtBooksAsync(agency, instruments, cancellation);
        if (plan.Into is null && requests + disputes + instruments.Count + unnamed.Values.Sum() > 0)
            _problems.Add($"{agency.Name}还有在办申请 {requests} 件、未审结复议诉讼 {disputes} 件、现行有效文件 {instruments.Count + unnamed.Values.Sum()} 件，须写明由哪个机关承接。");
        var drafts = await MergerDrafts.Of(db, agency.Id).CountAsync(cancellation);
        if (drafts > 0)
            _notices.Add(plan.Into is null
                ? $"{agency.Name}有 {drafts} 件呈批件没有办完：撤并后不能再办。"
                : $"{agency.Name}有 {drafts} 件呈批件没有办完：转到承接机关，由原拟稿人或承接机关的承办人重新送审；原来的审批意见留在原件上备查，不再有效。");
        var posts = await db.Posts.CountAsync(post => post.AgencyId == agency.Id && (post.EndsOn == null || post.EndsOn > plan.LastDay), cancellation);
        if (posts > 0) _notices.Add($"{agency.Name}还有 {posts} 条任职：撤并后他们只能查阅旧档，不再需要的请止任；在承接机关的岗位请另行任职。");
        // Seen only where everything is: the act itself sees the agencies it changes.
        var below = await db.Agencies.CountAsync(row => (row.ParentId == agency.Id || row.AuthorityId == agency.Id) && row.ClosedOn == null, cancellation);
        if (below > 0) _notices.Add($"有 {below} 个机关隶属于{agency.Name}或由它主管，请改为承接机关。");
        return new PredecessorMatters(agency, requests, disputes, instruments.Count, unnamed, drafts);
    }

    private async Task<IReadOnlyDictionary<string, long>> LookAtBooksAsync(Agency agency, List<Instrument> instruments, CancellationToken cancellation)
    {
        var balance = await BalanceAsync(agency, cancellation);
        if (balance.IsRefused)
        {
            _problems.Add($"{agency.Name}：{balance.Refusal.Message}");
            return new Dictionary<string, long>();
        }
        if (balance.Value.UnnamedRequests > 0 || balance.Value.UnnamedDisputes > 0)
            _problems.Add($"{agency.Name}上年结转中有 {balance.Value.UnnamedRequests ?? 0:0} 件申请、{balance.Value.UnnamedDisputes ?? 0:0} 件复议诉讼没有逐件登记，移交不了。请先补录“期初在办申请”“期初未审结”。");
        if (balance.Value.UnnamedRequests is null) _notices.Add($"{agency.Name}没有建账：只移交登记在册的在办申请。");
        Dictionary<string, long> unnamed = [];
        foreach (var (row, count) in balance.Value.InForce)
        {
            var named = instruments.Count(instrument => instrument.Lead && InForceRow.Of(instrument.Kind) == row);
            if (count is null) _notices.Add($"{agency.Name}的{InForceRow.NameOf(row)}现行有效件数没有建账：只移交登记在册的 {named} 件。");
            else if (count > named) unnamed[row] = (long)(count.Value - named);
        }
        return unnamed;
    }

    private async Task<bool> LookAtSuccessorAsync(Agency agency, CancellationToken cancellation)
    {
        var balance = await BalanceAsync(agency, cancellation);
        if (balance.IsRefused)
        {
            _problems.Add($"{agency.Name}：{balance.Refusal.Message}");
            return false;
        }
        if (balance.Value.Opened) return false;
        if (plan.NewSuccessor) return true;
        if (balance.Value.UnnamedRequests is null)
            _notices.Add($"{agency.Name}没有建账，上年结转仍是“未建账”。因撤并新组建的，请注明“新组建”；原有的机关，请补建期初数。");
        return false;
    }

    // When an agency was entered here, and what it said of itself, is no work of its last days.
    private static bool IsOfProfile(string kind) => kind.StartsWith("agency.", StringComparison.Ordinal) || kind.StartsWith("unit.", StringComparison.Ordinal);

    private async Task<Outcome<ClosingBalance>> BalanceAsync(Agency agency, CancellationToken cancellation) =>
        (await db.ReadActsAsync(agency.Id, cancellation)).Then(acts => ClosingBalance.Of(acts, plan.LastDay.Year));
}
