using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.People;

/// <summary>Accounts, sessions and posts: what is taken away is gone at the next request.</summary>
public sealed class AccountTests
{
    private const string Good = "Lantian-Baiyun-77";

    [Theory(DisplayName = "改口令：别的设备全部退出，本机继续；旧口令、用过的口令不能再用"), BothDatabases]
    public async Task A_changed_password_ends_all_other_sessions(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var staff = new Staff(house);
        var made = await staff.AddAsync("wang");
        var (here, who) = await staff.EnterAsync("wang", made.OneTimePassword);
        var (stolen, _) = await staff.EnterAsync("wang", made.OneTimePassword);

        Assert.Equal("password.present", await ChangeAsync(staff, who, "不是", Good));
        Assert.Null(await ChangeAsync(staff, who, made.OneTimePassword, Good));

        Assert.Null(await staff.Sessions.FindAsync(stolen, TestContext.Current.CancellationToken));
        Assert.False((await staff.Sessions.FindAsync(here, TestContext.Current.CancellationToken))!.MustChangePassword);
        Assert.Equal("password.used", await ChangeAsync(staff, who, Good, Good));
        Assert.Equal("password.used", await ChangeAsync(staff, who, Good, made.OneTimePassword));
        Assert.Null(await ChangeAsync(staff, who, Good, Good + "8"));
        Assert.Equal("password.used", await ChangeAsync(staff, who, Good + "8", Good));
    }

    [Theory(DisplayName = "口令规则：长度、种类、常用口令、姓名、用户名、机关名称")]
    [InlineData("Ab1!")]
    [InlineData("abcdefghijkl")]
    [InlineData("Aaaaaaaaaa1")]
    [InlineData("Password123!")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("wang-Lantian-77")]
    [InlineData("Lan王某-tian-77")]
    [InlineData("示范区测试局-Abc77")]
    public async Task Weak_passwords_are_refused(string wanted)
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await using var staff = new Staff(house);
        var agency = await house.RegisterAgencyAsync();
        var made = await staff.AddAsync("wang");
        await staff.Posts.AppointAsync(Staff.Owner, agency.Id, new PersonId(made.Person.Id), PostRole.Officer, false, new DateOnly(2026, 3, 2), TestContext.Current.CancellationToken);
        var (_, who) = await staff.EnterAsync("wang", made.OneTimePassword);

        Assert.Equal("password.weak", await ChangeAsync(staff, who, made.OneTimePassword, wanted));
    }

    [Fact(DisplayName = "口令九十天到期；会话空闲三十分钟、最长十二小时")]
    public async Task Things_end_by_themselves()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await using var staff = new Staff(house);
        var made = await staff.AddAsync("wang");
        var (secret, who) = await staff.EnterAsync("wang", made.OneTimePassword);
        await ChangeAsync(staff, who, made.OneTimePassword, Good);

        for (var i = 0; i < 24; i++)
        {
            Assert.NotNull(await staff.Sessions.FindAsync(secret, TestContext.Current.CancellationToken));
            house.Clock.Advance(TimeSpan.FromMinutes(30));
        }
        Assert.NotNull(await staff.Sessions.FindAsync(secret, TestContext.Current.CancellationToken));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await staff.Sessions.FindAsync(secret, TestContext.Current.CancellationToken));

        var (idle, _) = await staff.EnterAsync("wang", Good);
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Null(await staff.Sessions.FindAsync(idle, TestContext.Current.CancellationToken));

        house.Clock.Advance(TimeSpan.FromDays(91));
        Assert.True((await staff.EnterAsync("wang", Good)).Who.MustChangePassword);
    }

    [Theory(DisplayName = "任职是台账里的行为；岗位一免，权限当时就没有"), BothDatabases]
    public async Task A_post_that_ended_entitles_to_nothing(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var staff = new Staff(house);
        var agency = await house.RegisterAgencyAsync();
        var other = await house.RegisterAgencyAsync("示范区别的局");
        var made = await staff.AddAsync("wang");
        var today = new DateOnly(2026, 3, 2);
        var person = new PersonId(made.Person.Id);
        var post = (await staff.Posts.AppointAsync(Staff.Owner, agency.Id, person, PostRole.Officer, false, today.AddDays(-1), TestContext.Current.CancellationToken)).Value;
        await staff.Posts.AppointAsync(Staff.Owner, agency.Id, person, PostRole.Leader, false, today.AddDays(1), TestContext.Current.CancellationToken);
        var (secret, who) = await staff.EnterAsync("wang", made.OneTimePassword);

        Assert.True(who.Caller.May(DeskRight.DoActs, agency.Id));
        Assert.False(who.Caller.May(DeskRight.Approve, agency.Id));
        Assert.False(who.Caller.May(DeskRight.DoActs, other.Id));

        var ended = await staff.Posts.EndAsync(Staff.Owner, agency.Id, post.Id, today.AddDays(-1), "调离", TestContext.Current.CancellationToken);
        var now = (await staff.Sessions.FindAsync(secret, TestContext.Current.CancellationToken))!;

        Assert.False(ended.IsRefused);
        Assert.False(now.Caller.May(DeskRight.DoActs, agency.Id));
        await using var db = house.House.Open(AgencyScope.Of(agency.Id));
        Assert.Equal(["agency.registered/1", "post.appointed/1", "post.appointed/1", "post.ended/1"],
            await db.Ledger.OrderBy(entry => entry.Sequence).Select(entry => entry.Kind).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact(DisplayName = "停用的账号当时退出，也不能再登录")]
    public async Task Who_left_is_out()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await using var staff = new Staff(house);
        var made = await staff.AddAsync("wang");
        var (secret, _) = await staff.EnterAsync("wang", made.OneTimePassword);

        await staff.Accounts.DisableAsync(Staff.Owner, "wang", TestContext.Current.CancellationToken);

        Assert.Null(await staff.Sessions.FindAsync(secret, TestContext.Current.CancellationToken));
        Assert.Equal("sign-in.wrong", (await staff.SignIn.WithPasswordAsync("wang", made.OneTimePassword, Staff.Office, TestContext.Current.CancellationToken)).Refusal!.Code);
    }

    [Fact(DisplayName = "三员不在机关任职；没有安全管理员时由系统管理员代管，有了就分开")]
    public async Task The_three_administrators_are_apart()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await using var staff = new Staff(house);
        var agency = await house.RegisterAgencyAsync();
        var first = (await staff.Accounts.CreateFirstAsync(TestContext.Current.CancellationToken)).Value!;
        Assert.Null((await staff.Accounts.CreateFirstAsync(TestContext.Current.CancellationToken)).Value);
        var (secret, admin) = await staff.EnterAsync("admin", first.OneTimePassword);
        Assert.True(admin.Caller.May(DeskRight.ManageSecurity));

        var security = (await staff.Accounts.CreateAsync(admin.Caller, "security", "安全管理员", HouseRole.SecurityAdministrator, TestContext.Current.CancellationToken)).Value;
        var after = (await staff.Sessions.FindAsync(secret, TestContext.Current.CancellationToken))!;
        Assert.False(after.Caller.May(DeskRight.ManageSecurity));
        Assert.Equal("right.missing", (await staff.Accounts.CreateAsync(after.Caller, "li", "李某", null, TestContext.Current.CancellationToken)).Refusal!.Code);

        var post = await staff.Posts.AppointAsync(
            Staff.Owner, agency.Id, new PersonId(security.Person.Id), PostRole.Officer, false, new DateOnly(2026, 3, 2), TestContext.Current.CancellationToken);
        Assert.Equal("post.administrator", post.Refusal!.Code);
    }

    [Fact(DisplayName = "机关管理员管本机关的人，管不了别的机关，也管不了三员")]
    public async Task An_agency_administrator_stays_at_home()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await using var staff = new Staff(house);
        var (here, there) = (await house.RegisterAgencyAsync(), await house.RegisterAgencyAsync("示范区别的局"));
        var today = new DateOnly(2026, 3, 2);
        var (chen, stranger) = (await staff.AddAsync("chen"), await staff.AddAsync("stranger"));
        await staff.AddAsync("audit", HouseRole.AuditAdministrator);
        await staff.Posts.AppointAsync(Staff.Owner, here.Id, new PersonId(chen.Person.Id), PostRole.AgencyAdministrator, false, today, TestContext.Current.CancellationToken);
        await staff.Posts.AppointAsync(Staff.Owner, there.Id, new PersonId(stranger.Person.Id), PostRole.Officer, false, today, TestContext.Current.CancellationToken);
        var (_, who) = await staff.EnterAsync("chen", chen.OneTimePassword);
        var own = (await staff.Accounts.CreateAsync(who.Caller, "li", "李某", null, TestContext.Current.CancellationToken)).Value;

        Assert.Null((await staff.Posts.AppointAsync(who.Caller, here.Id, new PersonId(own.Person.Id), PostRole.Officer, true, today, TestContext.Current.CancellationToken)).Refusal);
        Assert.Equal("right.missing", (await staff.Posts.AppointAsync(who.Caller, there.Id, new PersonId(own.Person.Id), PostRole.Officer, false, today, TestContext.Current.CancellationToken)).Refusal!.Code);
        Assert.Null((await staff.Accounts.ResetAsync(who.Caller, "li", TestContext.Current.CancellationToken)).Refusal);
        Assert.Equal("right.missing", (await staff.Accounts.ResetAsync(who.Caller, "stranger", TestContext.Current.CancellationToken)).Refusal!.Code);
        Assert.Equal("right.missing", (await staff.Accounts.DisableAsync(who.Caller, "audit", TestContext.Current.CancellationToken)).Refusal!.Code);
    }

    private static async Task<string?> ChangeAsync(Staff staff, SignedIn who, string present, string wanted) =>
        (await staff.Accounts.ChangePasswordAsync(who, present, wanted, TestContext.Current.CancellationToken)).Refusal?.Code;
}
