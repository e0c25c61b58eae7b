using Gongkai.App.Approvals;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.App.Ledger;
using Gongkai.App.People;
using Gongkai.App.Reports;
using Gongkai.App.Retention;
using Gongkai.App.Tests.Approvals;
using Gongkai.App.Tests.Imports;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Domain.Ledger;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Retention;

/// <summary>销毁清册：proposed when the term is over, approved by name, carried out once, and every number and chain stays what it was.</summary>
public sealed class DestructionTests
{
    private const string OldRequests = """
        类别,编号,日期,申请人类型,渠道,办理结果,备注
        收到申请,示〔2012〕1号,2012-02-24,自然人,当面,,申请人钱某
        收到申请,示〔2012〕2号,2012-02-27,自然人,当面,,
        收到申请,示〔2026〕1号,2026-02-24,自然人,当面,,
        办结申请,示〔2012〕1号,2012-03-02,,,予以公开,
        """;

    private static readonly Approver Head = AnOffice.Person("吴某", PostRole.DisclosureOfficeHead);
    private static readonly Approver Secrecy = AnOffice.Person("周某", PostRole.SecrecyReviewer);
    private static readonly Witnesses Watching = new("监某甲", "监某乙");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "到期的拟成清册，批准后按清册销毁：姓名和文字没有了，共用的附件还在，年报数字不变，两条链都校验得过"), BothDatabases]
    public async Task An_approved_list_is_carried_out(DatabaseEngine engine)
    {
        await using var office = await AnOffice.OpenAsync(engine);
        var house = office.House;
        Assert.Empty((await house.ImportAsync(office.Agency, OldRequests)).Problems);
        var (answered, other) = (await ReleasedAsync(office, "送给钱某的附件"), await office.BeginAsync(attachment: "两件共用的附件"));
        var shared = await ReleasedAsync(office, "两件共用的附件");
        var files = await FilesOfAsync(office, answered, shared);
        await AdoptAsync(office, RetainedRecords.Request, 10);
        await AdoptAsync(office, RetainedRecords.Approval, 10);
        var before = await ReportAsync(office);

        Assert.Equal(["政府信息公开申请 示〔2012〕1号"], (await ProposeAsync(office)).Select(record => record.Name));
        house.Clock.Advance(TimeSpan.FromDays(366 * 11));
        var due = await ProposeAsync(office);
        Assert.Equal(3, due.Count);
        var list = await ApprovedAsync(office, due);
        Assert.Empty(await ProposeAsync(office));
        var done = (await Destruction(office).CarryOutAsync(Clerk(office), office.Agency, list, Watching, Cancel)).Value;

        Assert.Equal((1, "监某甲、监某乙"), (done.Files, done.Witnesses));
        var verified = await office.VerifyAsync();
        Assert.True(verified.IsWhole, verified.Break?.Message ?? string.Join("\n", verified.Discrepancies.Select(one => one.Message)));
        Assert.Equal(done.Entries, verified.Private.Erased);
        await SampleEvents.AssertWholeAsync(house);
        Assert.Equal(before, await ReportAsync(office));
        var view = await office.ReadAsync(answered);
        Assert.Equal(("", 0, ApprovalState.Released), (view.Text.Body, view.Attachments.Count, view.Standing.State));
        Assert.All(view.Notes.Values, note => Assert.Equal(ApprovalNote.Erased, note));
        Assert.Equal((false, true), (house.House.Files.Has(files[0]), house.House.Files.Has(files[1])));
        Assert.NotEmpty((await office.ReadAsync(other)).Attachments);
        await using var db = house.House.Open(AgencyScope.Of(office.Agency));
        var request = await db.Requests.SingleAsync(row => row.Number == "示〔2012〕1号", Cancel);
        Assert.All(await db.ReadHistoryAsync(house.House, request.Id, Cancel), line => Assert.Equal(("", ""), (line.Who, line.Note)));
        Assert.Equal(AuditKind.RecordsDestroyed, (await db.Audit.OrderByDescending(row => row.Sequence).FirstAsync(Cancel)).Kind);
        Assert.Single(await db.Ledger.Where(entry => entry.Kind == RecordsDestroyed.Kind.ToString()).ToListAsync(Cancel));
        Assert.Equal("destruction.done", (await Destruction(office).CarryOutAsync(Clerk(office), office.Agency, list, Watching, Cancel)).Refusal?.Code);
        // The same content may come again, and the nightly sweep leaves it alone then.
        await office.BeginAsync(attachment: "送给钱某的附件");
        house.Clock.Advance(TimeSpan.FromDays(3));
        await new FileSweep(house.House).RunAsync(house.Clock.GetUtcNow().UtcDateTime, Cancel);
        Assert.True(house.House.Files.Has(files[0]));

        await office.ExecuteAsync($"UPDATE \"DestructionLists\" SET \"Sheet\" = '[]'");
        Assert.False((await office.VerifyAsync()).IsWhole);
    }

    [Fact(DisplayName = "没有批准、清册被改、期限改长、监销只有一人：什么也不销毁")]
    public async Task Nothing_is_destroyed_otherwise()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseEngine.Sqlite);
        Assert.Empty((await office.House.ImportAsync(office.Agency, OldRequests)).Problems);
        Assert.Empty(await ProposeAsync(office));
        await AdoptAsync(office, RetainedRecords.Request, 10);
        var due = await ProposeAsync(office);
        Assert.Equal("destruction.nothing", (await Lists(office).PrepareAsync(Clerk(office), office.Agency, [], Cancel)).Refusal?.Code);
        var waiting = (await Lists(office).PrepareAsync(Clerk(office), office.Agency, [due[0].Id], Cancel)).Value;
        Assert.NotNull((await RefusedAsync(waiting.List.Id))?.Code);
        await office.Drafts.DiscardAsync(new DraftKey(office.Agency, waiting.List.DraftId), office.Officer, Cancel);

        var list = await ApprovedAsync(office, await ProposeAsync(office));
        Assert.Equal("destruction.witnesses", (await Destruction(office).CarryOutAsync(Clerk(office), office.Agency, list, new Witnesses("监某甲", "监某甲 "), Cancel)).Refusal?.Code);
        await AdoptAsync(office, RetainedRecords.Request, 30);
        Assert.Equal("destruction.not-due", (await RefusedAsync(list))?.Code);
        await AdoptAsync(office, RetainedRecords.Request, 10);
        await office.ExecuteAsync($"UPDATE \"DestructionLists\" SET \"Sheet\" = replace(\"Sheet\", '〔2012〕1号', '〔2012〕9号')");
        Assert.Equal("destruction.other-text", (await RefusedAsync(list))?.Code);
        Assert.Equal(0, (await office.VerifyAsync()).Private.Erased);

        async Task<Refusal?> RefusedAsync(Guid which) => (await Destruction(office).CarryOutAsync(Clerk(office), office.Agency, which, Watching, Cancel)).Refusal;
    }

    [Fact(DisplayName = "保管期限从办结的次年算起，到最后一天都保管；期限要有依据")]
    public async Task A_term_is_counted_from_the_year_after()
    {
        var term = new RetentionTerm(RetainedRecords.Request, 10, "示档〔2024〕3号");
        Assert.Equal(new DateOnly(2022, 12, 31), term.LastDayOf(new DateOnly(2012, 3, 2)));
        Assert.False(term.IsOver(new DateOnly(2012, 3, 2), new DateOnly(2022, 12, 31)));
        Assert.True(term.IsOver(new DateOnly(2012, 3, 2), new DateOnly(2023, 1, 1)));
        await using var office = await AnOffice.OpenAsync(DatabaseEngine.Sqlite);
        var schedule = new RetentionSchedule(office.House.Recorder);
        var owner = Caller.MachineOwner("管理员");
        Assert.Equal("retention.source", (await schedule.AdoptAsync(owner, office.Agency, term with { Source = " " }, Cancel)).Refusal?.Code);
        Assert.Equal("retention.years", (await schedule.AdoptAsync(owner, office.Agency, term with { Years = 0 }, Cancel)).Refusal?.Code);
        Assert.Equal("right.missing", (await schedule.AdoptAsync(Clerk(office), office.Agency, term, Cancel)).Refusal?.Code);
    }

    private static Caller Clerk(AnOffice office) => new(office.Officer.Person, office.Officer.Name, null, [new CallerPost(office.Agency, PostRole.Officer)]);

    private static DestructionLists Lists(AnOffice office) => new(office.House.House, office.House.Recorder, office.Drafts);

    private static Destruction Destruction(AnOffice office) => new(office.House.House, office.House.Recorder, office.Releases, office.House.Audit);

    private static async Task<IReadOnlyList<DueRecord>> ProposeAsync(AnOffice office)
    {
        await using var db = office.House.House.Open(AgencyScope.Of(office.Agency));
        return await Lists(office).ProposeAsync(db, office.Agency, Cancel);
    }

    private static async Task AdoptAsync(AnOffice office, RetainedRecords records, int years) => Assert.Null((await new RetentionSchedule(office.House.Recorder).AdoptAsync(
        Caller.MachineOwner("管理员"), office.Agency, new RetentionTerm(records, years, "示档〔2024〕3号"), Cancel)).Refusal);

    private static async Task<DraftKey> ReleasedAsync(AnOffice office, string attachment)
    {
        var key = await office.SignedOffAsync(attachment);
        Assert.Null((await office.Releases.ReleaseAsync(key, office.Officer, Cancel)).Refusal);
        return key;
    }

    private static async Task<List<string>> FilesOfAsync(AnOffice office, params DraftKey[] keys)
    {
        List<string> hashes = [];
        foreach (var key in keys) hashes.Add((await office.ReadAsync(key)).Attachments[0].FileHash);
        return hashes;
    }

    private static async Task<Guid> ApprovedAsync(AnOffice office, IEnumerable<DueRecord> due)
    {
        var list = (await Lists(office).PrepareAsync(Clerk(office), office.Agency, [.. due.Select(record => record.Id)], Cancel)).Value.List;
        var key = new DraftKey(office.Agency, list.DraftId);
        await office.SubmitAsync(key);
        foreach (var who in (Approver[])[Head, Secrecy, office.Leader]) Assert.Null((await office.GiveAsync(key, who)).Refusal);
        return list.Id;
    }

    private static async Task<string> ReportAsync(AnOffice office)
    {
        await using var db = office.House.House.Open(AgencyScope.All);
        var agency = await db.Agencies.SingleAsync(row => row.Id == office.Agency, Cancel);
        var compiled = (await new ReportCompiler(office.House.House).CompileAsync(agency, 2012, long.MaxValue, "2021", [], Cancel)).Value;
        return Documents.Json.AnnualReportJson.Write(compiled.Report);
    }
}
