using Gongkai.App.Approvals;
using Gongkai.App.Calendars;
using Gongkai.App.Data;
using Gongkai.App.Handovers;
using Gongkai.App.Ledger;
using Gongkai.App.People;
using Gongkai.App.Requests;
using Gongkai.App.Tests.Imports;
using Gongkai.App.Tests.People;
using Gongkai.Documents.Handovers;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Approvals;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Handovers;

/// <summary>岗位交接: one act with both persons and the day; what was open is on the sheet, and the old hand holds nothing any more.</summary>
public sealed class HandoverTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "交接：两人和日期记入台账，移交人退出登录、委托终止，新账号有一次性口令，交接单写明在办的事"), BothDatabases]
    public async Task A_post_goes_from_one_to_another(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var staff = new Staff(house);
        var agency = await house.RegisterAgencyAsync();
        var (old, colleague) = ((await staff.AddAsync("wang")), (await staff.AddAsync("li")).Person);
        var post = await AppointAsync(staff, agency.Id, old.Person.Id, PostRole.Officer);
        await AppointAsync(staff, agency.Id, colleague.Id, PostRole.Reviewer);
        var delegations = new Delegations(house.House, house.Recorder);
        var given = (await delegations.GiveAsync(agency.Id, Of(old.Person, PostRole.Officer), Of(colleague, PostRole.Reviewer), PostRole.Officer, Today, Today.AddDays(30), "休假", Cancel)).Value;
        await house.ImportAsync(agency.Id, "类别,编号,日期,申请人类型,渠道\n收到申请,示〔2026〕1号,2026-02-24,自然人,当面\n");
        var session = await staff.EnterAsync("wang", old.OneTimePassword);

        var done = (await Handover(house, staff).HandOverAsync(Staff.Owner, agency.Id, post.Id, new Successor("zhao", "赵某", Today), Cancel)).Value;

        Assert.Null(await staff.Sessions.FindAsync(session.Secret, Cancel));
        var (_, who) = await staff.EnterAsync("zhao", done.Account!.OneTimePassword);
        Assert.True(who.MustChangePassword);
        Assert.Equal([PostRole.Officer], who.Caller.RolesIn(agency.Id));
        await using var db = house.House.Open(AgencyScope.Of(agency.Id));
        Assert.Equal(Today.AddDays(-1), (await db.Posts.SingleAsync(row => row.Id == post.Id, Cancel)).EndsOn);
        Assert.Equal(Today.AddDays(-1), (await db.Delegations.SingleAsync(row => row.Id == given.Id, Cancel)).EndsOn);
        var facts = PostHandedOver.Read(await FactsAsync(db, PostHandedOver.Kind.ToString()));
        Assert.Equal((old.Person.Id, done.Account.Person.Id, PostRole.Officer), (facts.From.Value, facts.To.Value, facts.Role));
        var sheet = (await Handover(house, staff).PrintDoneAsync(db, agency, done.Row.Id, Cancel))!;
        var open = sheet.Parts.Single(part => part.Name == "在办申请");
        Assert.Equal(["示〔2026〕1号", "2026年2月24日", "2026年3月23日"], Assert.Single(open.Rows).Take(3));
        Assert.NotEmpty(HandoverSheetDocx.Write(sheet));
        Assert.Contains(App.Audit.AuditKind.AccountOpened, await staff.WrittenAsync());
        Assert.True((await new LedgerVerification(house.House).VerifyAsync(agency.Id, null, deep: true, Cancel)).Value.IsWhole);

        await db.Database.ExecuteSqlAsync($"UPDATE \"Handovers\" SET \"Sheet\" = '[]'", Cancel);
        Assert.False((await new LedgerVerification(house.House).VerifyAsync(agency.Id, null, deep: true, Cancel)).Value.IsWhole);
    }

    [Fact(DisplayName = "交接不成的，什么都不变：没有权限、接手人就是移交人、日期太早、姓名和账号不符")]
    public async Task A_refused_handover_changes_nothing()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await using var staff = new Staff(house);
        var agency = await house.RegisterAgencyAsync();
        var person = (await staff.AddAsync("wang")).Person;
        var post = await AppointAsync(staff, agency.Id, person.Id, PostRole.Officer);
        var officer = new Caller(new PersonId(person.Id), "王某", null, [new CallerPost(agency.Id, PostRole.Officer)]);
        var handover = Handover(house, staff);

        Assert.Equal("right.missing", (await handover.HandOverAsync(officer, agency.Id, post.Id, new Successor("zhao", "赵某", Today), Cancel)).Refusal!.Code);
        Assert.Equal("handover.self", (await handover.HandOverAsync(Staff.Owner, agency.Id, post.Id, new Successor("wang", null, Today), Cancel)).Refusal!.Code);
        Assert.Equal("account.other", (await handover.HandOverAsync(Staff.Owner, agency.Id, post.Id, new Successor("wang", "别人", Today), Cancel)).Refusal!.Code);
        Assert.Equal("handover.day", (await handover.HandOverAsync(Staff.Owner, agency.Id, post.Id, new Successor("zhao", "赵某", post.StartsOn), Cancel)).Refusal!.Code);
        Assert.Equal("account.name", (await handover.HandOverAsync(Staff.Owner, agency.Id, post.Id, new Successor("zhao", "", Today), Cancel)).Refusal!.Code);

        await using var db = house.House.Open(AgencyScope.All);
        Assert.Equal(1, await db.People.CountAsync(Cancel));
        Assert.Null((await db.Posts.SingleAsync(Cancel)).EndsOn);
    }

    [Theory(DisplayName = "离任时委托随之终止：自己委托出去的，和（再没有岗位时）别人委托来的；另有岗位的，别人委托来的还在"), BothDatabases]
    public async Task Delegations_end_with_the_post(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var staff = new Staff(house);
        var agency = await house.RegisterAgencyAsync();
        var (wang, li) = ((await staff.AddAsync("wang")).Person, (await staff.AddAsync("li")).Person);
        var leader = await AppointAsync(staff, agency.Id, wang.Id, PostRole.DeputyLeader);
        var officer = await AppointAsync(staff, agency.Id, wang.Id, PostRole.Officer);
        await AppointAsync(staff, agency.Id, li.Id, PostRole.Reviewer);
        var delegations = new Delegations(house.House, house.Recorder);
        var (out1, until) = (Of(wang, PostRole.DeputyLeader, PostRole.Officer), Today.AddDays(30));
        var given = (await delegations.GiveAsync(agency.Id, out1, Of(li, PostRole.Reviewer), PostRole.DeputyLeader, Today, until, "", Cancel)).Value;
        var taken = (await delegations.GiveAsync(agency.Id, Of(li, PostRole.Reviewer), out1, PostRole.Reviewer, Today, until, "", Cancel)).Value;

        await staff.Posts.EndAsync(Staff.Owner, agency.Id, leader.Id, Today, "调离", Cancel);
        Assert.Equal((Today, until), await EndsAsync());

        await staff.Posts.EndAsync(Staff.Owner, agency.Id, officer.Id, Today, "调离", Cancel);
        Assert.Equal((Today, Today), await EndsAsync());
        await using var db = house.House.Open(AgencyScope.Of(agency.Id));
        Assert.Equal(2, await db.Ledger.CountAsync(entry => entry.Kind == DelegationLapsed.Kind.ToString(), Cancel));
        Assert.True((await new LedgerVerification(house.House).VerifyAsync(agency.Id, null, deep: true, Cancel)).Value.IsWhole);

        async Task<(DateOnly, DateOnly)> EndsAsync()
        {
            await using var db = house.House.Open(AgencyScope.Of(agency.Id));
            var rows = await db.Delegations.ToDictionaryAsync(row => row.Id, row => row.EndsOn, Cancel);
            return (rows[given.Id], rows[taken.Id]);
        }
    }

    private static PostHandover Handover(TestHouse house, Staff staff) =>
        new(house.House, house.Recorder, new HandoverContents(house.House, new OpenRequests(house.House, new HouseCalendar(house.House, house.Recorder))), staff.Audit);

    private static async Task<Post> AppointAsync(Staff staff, AgencyId agency, Guid person, PostRole role) =>
        (await staff.Posts.AppointAsync(Staff.Owner, agency, new PersonId(person), role, false, new DateOnly(2026, 1, 4), Cancel)).Value;

    private static Approver Of(Person person, params PostRole[] roles) => new(new PersonId(person.Id), person.Name, roles.ToHashSet());

    private static async Task<System.Text.Json.JsonElement> FactsAsync(GongkaiDb db, string kind)
    {
        var text = await db.Ledger.Where(entry => entry.Kind == kind).Select(entry => entry.FactsText).SingleAsync(Cancel);
        return System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("facts");
    }
}
