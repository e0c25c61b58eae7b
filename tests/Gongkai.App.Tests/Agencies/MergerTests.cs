using Gongkai.App.Agencies;
using Gongkai.App.Agencies.Mergers;
using Gongkai.App.Calendars;
using Gongkai.App.Data;
using Gongkai.App.Ledger;
using Gongkai.App.People;
using Gongkai.App.Reports;
using Gongkai.App.Requests;
using Gongkai.App.Tests.Imports;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.AnnualReports;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Agencies;

/// <summary>机关撤并: on a day the successor takes what is open and in force; the figures agree and history stays.</summary>
public sealed class MergerTests
{
    private static readonly Caller Owner = Caller.MachineOwner("测试员");
    private static readonly DateOnly Day = new(2026, 3, 1);

    private const string First = """
        类别,编号,日期,申请人类型,渠道,办理结果,途径,文件种类,标题,单元格,数值
        建账,,2026-01-01,,,,,,,上年结转申请,2
        建账,,2026-01-01,,,,,,,尚未审结复议诉讼,1
        建账,,2026-01-01,,,,,,,行政规范性文件现行有效件数,3
        建账,,2026-01-01,,,,,,,规章现行有效件数,0
        期初在办申请,旧1,2026-01-01,自然人,,,,,,,
        期初在办申请,旧2,2026-01-01,商业企业,,,,,,,
        期初未审结,议1,2026-01-01,,,,行政复议,,,,
        收到申请,1,2026-02-03,科研机构,当面,,,,,,
        制发文件,甲〔2026〕1号,2026-02-04,,,,,行政规范性文件,示范办法,,
        办结申请,旧2,2026-02-06,,,予以公开,,,,,
        """;

    private const string Second = """
        类别,编号,日期,申请人类型,渠道,单元格,数值
        建账,,2026-01-01,,,上年结转申请,1
        建账,,2026-01-01,,,尚未审结复议诉讼,0
        期初在办申请,旧1,2026-01-01,自然人,,,
        收到申请,1,2026-02-10,自然人,当面,,
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "撤并时没有办完的呈批件：带着正文、附件和拟稿人转到承接机关重新送审；原件留着意见、不能再改；放行过的不动"), BothDatabases]
    public async Task Open_drafts_go_over(DatabaseEngine engine)
    {
        await using var office = await Approvals.AnOffice.OpenAsync(engine);
        var house = office.House;
        var into = await house.RegisterAgencyAsync("示范区新局");
        var released = await office.SignedOffAsync();
        Assert.Null((await office.Releases.ReleaseAsync(released, office.Officer, Cancel)).Refusal);
        var (approved, begun) = (await office.SignedOffAsync("两人看过的附件"), await office.BeginAsync("document"));
        house.Clock.Advance(TimeSpan.FromDays(1));
        var plan = new MergerPlan([office.Agency], into.Id, new DateOnly(2026, 3, 3), NewSuccessor: true);

        Assert.Contains((await Merger(house).CheckAsync(Owner, plan, Cancel)).Value.Notices, notice => notice.Contains("2 件呈批件没有办完", StringComparison.Ordinal));
        Assert.Null((await Merger(house).MergeAsync(Owner, plan, Cancel)).Refusal);

        await using var db = house.House.Open(AgencyScope.All);
        var there = await db.Drafts.Where(draft => draft.AgencyId == into.Id).OrderBy(draft => draft.Form).ToListAsync(Cancel);
        Assert.Equal(["document", "reply"], there.Select(draft => draft.Form));
        var key = new App.Approvals.DraftKey(into.Id, there[1].Id);
        var view = await office.ReadAsync(key);
        Assert.Equal(("经检索，本机关予以公开。", Domain.Approvals.ApprovalState.Drafting, 1), (view.Text.Body, view.Standing.State, view.Attachments.Count));
        Assert.Equal([office.Officer.Person.Value], view.Drafters.Select(drafter => drafter.PersonId));
        Assert.Null((await office.Desk.SubmitAsync(key, view.Draft.Version, office.Officer, [], "", Cancel)).Refusal);
        var old = await office.ReadAsync(approved);
        Assert.Equal((new DateOnly(2026, 3, 2), 4), (old.Draft.HandedOverOn, old.Events.Count));
        Assert.Null((await office.ReadAsync(released)).Draft.HandedOverOn);
        Assert.Equal("draft.handed-over", (await office.Drafts.EditAsync(begun, 0, Approvals.AnOffice.Content(), [], office.Officer, Cancel)).Refusal?.Code);
        Assert.Equal("agency.closed", (await office.Releases.ReleaseAsync(approved, office.Officer, Cancel)).Refusal?.Code);
        Assert.False(await db.WaitingApprovals.AnyAsync(row => row.AgencyId == office.Agency, Cancel));
        foreach (var agency in (AgencyId[])[office.Agency, into.Id])
            Assert.True((await new LedgerVerification(house.House).VerifyAsync(agency, null, deep: true, Cancel)).Value.IsWhole);
        await db.Database.ExecuteSqlAsync($"UPDATE \"Drafts\" SET \"HandedOverOn\" = NULL", Cancel);
        Assert.False((await office.VerifyAsync()).IsWhole);
    }

    [Theory(DisplayName = "两局并入新组建的局：在办、未审结、现行有效都承接，上年结转逐列等于两局结转之和，期限接着算，台账仍然完整"), BothDatabases]
    public async Task Two_bureaus_become_one(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var (one, two, into) = await FillAsync(house);
        var plan = new MergerPlan([one.Id, two.Id], into.Id, Day, NewSuccessor: true);
        var clock = (await OpenAsync(house, one.Id)).Single().Clock.DueOn;
        var before = (await ReportAsync(house, one, 2026), await ReportAsync(house, two, 2026));

        var looked = (await Merger(house).CheckAsync(Owner, plan, Cancel)).Value;
        Assert.Empty(looked.Problems);
        Assert.Equal([(2, 1, 1), (2, 0, 0)], looked.Matters.Select(matters => (matters.Requests, matters.Disputes, matters.Instruments)));
        Assert.Null((await Merger(house).MergeAsync(Owner, plan, Cancel)).Refusal);

        await using var db = house.House.Open(AgencyScope.All);
        foreach (var agency in (AgencyId[])[one.Id, two.Id, into.Id])
            Assert.True((await new LedgerVerification(house.House).VerifyAsync(agency, null, deep: true, Cancel)).Value.IsWhole);
        Assert.Empty(await OpenAsync(house, one.Id));
        Assert.Equal(["1", $"1（原{two.Code}）"], (await OpenAsync(house, into.Id)).Select(request => request.Number));
        Assert.Equal(clock, (await OpenAsync(house, into.Id))[0].Clock.DueOn);
        Assert.Equal(4, await db.Requests.CountAsync(row => row.HandedOverOn == Day.AddDays(-1), Cancel));
        var row = await db.Agencies.SingleAsync(agency => agency.Id == one.Id, Cancel);
        Assert.Equal((Day.AddDays(-1), into.Id), (row.ClosedOn, row.SuccessorId));

        var folded = await FoldAsync(house, into, 2026);
        foreach (var column in CellKey.RequestColumns)
            Assert.Equal(
                before.Item1[CellKey.Request(RequestRow.CarriedOver, column)] + before.Item2[CellKey.Request(RequestRow.CarriedOver, column)],
                folded[CellKey.Request(RequestRow.CarriedIn, column)]);
        Assert.Equal(1, folded[new CellKey("disputes.reconsideration.pending")]);
        Assert.Equal(3, looked.Matters[0].UnnamedInForce["normativeDocuments"]);

        // One report for the broken year: received and closed before the merger count in it, and its scope is said.
        var report = await ReportAsync(house, into, 2026);
        Assert.Equal((2m, 1m, 3m), (report[new CellKey("requests.received.total")], report[new CellKey("requests.closed.total")], report[new CellKey("requests.carriedIn.total")]));
        var scope = report.Sections.First(section => section.Number == 1).Text;
        Assert.StartsWith("统计范围：本机关以及由本机关承接的", scope, StringComparison.Ordinal);
        Assert.Contains($"{one.Name}（2026年1月1日至2026年2月28日）", scope, StringComparison.Ordinal);
        house.Clock.Advance(TimeSpan.FromDays(365));
        Assert.Equal("report.successor-files", (await new ReportPublication(house.Recorder).PublishAsync(one, 2026, [], "测试员", Cancel)).Refusal!.Code);
    }

    [Theory(DisplayName = "撤并之后：原机关不能再登记之后的事项，移交的件在承接机关办结；查得到的历史不变"), BothDatabases]
    public async Task A_closed_agency_does_no_more_work(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var (one, two, into) = await FillAsync(house);
        Assert.Null((await Merger(house).MergeAsync(Owner, new MergerPlan([one.Id], into.Id, Day, NewSuccessor: true, FilesBrokenYear: true), Cancel)).Refusal);

        var late = await new App.Imports.LedgerImport(house.House, house.Recorder, house.Intake).ImportAsync(
            one.Id, "台账.csv", ImportFiles.Utf8("类别,编号,日期,申请人类型,渠道\n收到申请,99,2026-03-02,自然人,当面\n"), ImportFiles.From, "测试员", Cancel);
        Assert.Equal("agency.closed", late.Refusal!.Code);
        Assert.Contains("移交承接机关", (await house.ImportAsync(one.Id, "类别,编号,日期,办理结果\n办结申请,1,2026-02-27,予以公开\n")).Problems.Single().Message, StringComparison.Ordinal);
        var profile = new AgencyProfile(house.House, house.Recorder);
        Assert.Equal("agency.closed", (await profile.SwitchAsync(Owner, one.Id, AgencyModule.Requests, false, Day, Cancel)).Refusal!.Code);

        Assert.Empty((await house.ImportAsync(into.Id, "类别,编号,日期,办理结果\n办结申请,1,2026-03-02,予以公开\n")).Problems);
        Assert.Contains("merger", (await Merger(house).MergeAsync(Owner, new MergerPlan([one.Id], two.Id, Day), Cancel)).Refusal!.Code, StringComparison.Ordinal);
        Assert.Contains("单独的年度报告", (await ReportAsync(house, into, 2026)).Sections.First(section => section.Number == 1).Text, StringComparison.Ordinal);
        foreach (var agency in (AgencyId[])[one.Id, into.Id])
            Assert.True((await new LedgerVerification(house.House).VerifyAsync(agency, null, deep: true, Cancel)).Value.IsWhole);
    }

    [Theory(DisplayName = "有一处不行就一项不动：日期未到、之后还有登记、没有逐件登记的结转、没有承接机关；没有事项的可以直接撤销"), BothDatabases]
    public async Task All_or_nothing(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        var (one, two, into) = await FillAsync(house);
        var empty = await RegisterAsync(house, "示范区临时指挥部");
        await house.ImportAsync(two.Id, "类别,编号,日期,申请人类型,渠道\n收到申请,2,2026-03-01,自然人,当面\n");
        var head = await HeadsAsync(house);

        await RefusedAsync(new MergerPlan([one.Id], into.Id, new DateOnly(2026, 4, 1)), "还没有到");
        await RefusedAsync(new MergerPlan([one.Id, two.Id], into.Id, Day), "在 2026-03-01 及以后还有 1 条登记");
        await RefusedAsync(new MergerPlan([one.Id], null, Day), "须写明由哪个机关承接");
        await RefusedAsync(new MergerPlan([one.Id], one.Id, Day), "不能是被撤并的机关自己");
        Assert.Equal(head, await HeadsAsync(house));

        var officer = new Caller(new PersonId(Guid.NewGuid()), "王某", null, [new CallerPost(one.Id, PostRole.AgencyAdministrator)]);
        Assert.Equal("right.missing", (await Merger(house).MergeAsync(officer, new MergerPlan([one.Id], into.Id, Day), Cancel)).Refusal!.Code);
        Assert.Null((await Merger(house).MergeAsync(Owner, new MergerPlan([empty.Id], null, Day), Cancel)).Refusal);

        async Task RefusedAsync(MergerPlan plan, string sentence)
        {
            Assert.Contains((await Merger(house).CheckAsync(Owner, plan, Cancel)).Value.Problems, problem => problem.Contains(sentence, StringComparison.Ordinal));
            Assert.Contains(sentence, (await Merger(house).MergeAsync(Owner, plan, Cancel)).Refusal!.Message, StringComparison.Ordinal);
        }
    }

    private static AgencyMerger Merger(TestHouse house) => new(house.House, house.Recorder);

    private static async Task<(Agency One, Agency Two, Agency Into)> FillAsync(TestHouse house)
    {
        var (one, two, into) = (await RegisterAsync(house, "示范区甲局"), await RegisterAsync(house, "示范区乙局"), await RegisterAsync(house, "示范区新局"));
        Assert.Empty((await house.ImportAsync(one.Id, First)).Problems);
        Assert.Empty((await house.ImportAsync(two.Id, Second)).Problems);
        return (one, two, into);
    }

    private static async Task<Agency> RegisterAsync(TestHouse house, string name) => (await house.Agencies.RegisterAsync(
        new Agency { Id = new AgencyId(Guid.CreateVersion7()), Code = $"TEST-{Guid.NewGuid():N}"[..12], Name = name, Kind = AgencyKind.Department },
        new DateOnly(2026, 1, 4), "测试员", Cancel)).Value;

    private static async Task<IReadOnlyList<OpenRequest>> OpenAsync(TestHouse house, AgencyId agency)
    {
        await using var db = house.House.Open(AgencyScope.Of(agency));
        return await new OpenRequests(house.House, new HouseCalendar(house.House, house.Recorder)).ReadAsync(db, Cancel);
    }

    private static async Task<AnnualReport> ReportAsync(TestHouse house, Agency agency, int year) =>
        (await new ReportCompiler(house.House).CompileAsync(agency, year, long.MaxValue, "2021", [], Cancel)).Value.Report;

    private static async Task<AnnualReport> FoldAsync(TestHouse house, Agency agency, int year)
    {
        await using var db = house.House.Open(AgencyScope.Of(agency.Id));
        return CompiledReport.Of((await db.ReadActsAsync(agency.Id, Cancel)).Value, agency.Name, year, "2021", [], null).Value.Report;
    }

    private static async Task<IReadOnlyList<long>> HeadsAsync(TestHouse house)
    {
        await using var db = house.House.Open(AgencyScope.All);
        return [.. (await db.ChainHeads.ToListAsync(Cancel)).OrderBy(head => head.AgencyId.Value).Select(head => head.Sequence)];
    }
}
