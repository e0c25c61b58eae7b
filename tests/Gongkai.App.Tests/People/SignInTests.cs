using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.People;

/// <summary>Signing in: what is right lets in, what is wrong is counted, and nothing is accepted twice.</summary>
public sealed class SignInTests
{
    [Theory(DisplayName = "口令对就登录，用户名大小写不论；错的一律同一句话"), BothDatabases]
    public async Task The_right_password_lets_in(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var staff = new Staff(house);
        var made = await staff.AddAsync("wang");

        var (_, who) = await staff.EnterAsync(" WANG ", made.OneTimePassword);
        var wrong = await TryAsync(staff, "wang", "不是这个");
        var unknown = await TryAsync(staff, "nobody", made.OneTimePassword);

        Assert.Equal("wang", who.Login);
        Assert.True(who.MustChangePassword);
        Assert.Equal("sign-in.wrong", wrong!.Code);
        Assert.Equal(wrong, unknown);
    }

    [Theory(DisplayName = "连续输错五次锁定三十分钟，锁定时对的口令也不行"), BothDatabases]
    public async Task Five_wrong_tries_lock(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var staff = new Staff(house);
        var made = await staff.AddAsync("wang");

        for (var i = 0; i < 5; i++) Assert.Equal("sign-in.wrong", (await TryAsync(staff, "wang", "错"))!.Code);
        var locked = await TryAsync(staff, "wang", made.OneTimePassword);
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        var after = await TryAsync(staff, "wang", made.OneTimePassword);

        Assert.Equal("sign-in.locked", locked!.Code);
        Assert.Contains("30 分钟后再试", locked.Message, StringComparison.Ordinal);
        Assert.Null(after);
    }

    [Fact(DisplayName = "四次错、一次对，重新计数")]
    public async Task A_right_one_starts_the_count_anew()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await using var staff = new Staff(house);
        var made = await staff.AddAsync("wang");
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++) await TryAsync(staff, "wang", "错");
            Assert.Null(await TryAsync(staff, "wang", made.OneTimePassword));
        }
    }

    [Fact(DisplayName = "每次登录、输错、锁定、改账号都进审计记录，不含口令")]
    public async Task Every_try_is_written_down()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await using var staff = new Staff(house);
        var made = await staff.AddAsync("wang");
        for (var i = 0; i < 5; i++) await TryAsync(staff, "wang", "Cuowu-Kouling-99");
        await TryAsync(staff, "nobody", "Cuowu-Kouling-99");
        await staff.Accounts.ResetAsync(Staff.Owner, "wang", TestContext.Current.CancellationToken);

        Assert.Equal(
            [AuditKind.AccountOpened, .. Enumerable.Repeat(AuditKind.SignInFailed, 4), AuditKind.LockedOut, AuditKind.SignInFailed, AuditKind.PasswordReset],
            await staff.WrittenAsync());
        await using var db = house.House.Open(AgencyScope.All);
        var texts = string.Concat(await db.Audit.Select(row => row.Text).ToListAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("Cuowu", texts, StringComparison.Ordinal);
        Assert.DoesNotContain(made.OneTimePassword, texts, StringComparison.Ordinal);
    }

    [Theory(DisplayName = "启用身份验证器后要验证码：错的、过时的、用过的都不行"), BothDatabases]
    public async Task The_code_is_asked_for_and_taken_once(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var staff = new Staff(house);
        var made = await staff.AddAsync("wang");
        var (_, who) = await staff.EnterAsync("wang", made.OneTimePassword);
        var (kept, _) = await staff.SwitchOnAsync(who);
        var old = staff.Code(kept);
        house.Clock.Advance(TimeSpan.FromSeconds(90));

        var pending = await PendingAsync(staff, "wang", made.OneTimePassword);
        var code = staff.Code(kept);

        Assert.Equal("sign-in.wrong-code", await CodeAsync(staff, pending, code == "000000" ? "000001" : "000000"));
        Assert.Equal("sign-in.wrong-code", await CodeAsync(staff, pending, old));
        Assert.Null(await CodeAsync(staff, pending, code));
        Assert.Equal("sign-in.wrong-code", await CodeAsync(staff, await PendingAsync(staff, "wang", made.OneTimePassword), code));
        house.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(await CodeAsync(staff, await PendingAsync(staff, "wang", made.OneTimePassword), staff.Code(kept)));
    }

    [Fact(DisplayName = "第二步五分钟内有效；账号一变，先前的第一步作废")]
    public async Task The_first_step_does_not_keep()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await using var staff = new Staff(house);
        var made = await staff.AddAsync("wang");
        var (_, who) = await staff.EnterAsync("wang", made.OneTimePassword);
        var (kept, _) = await staff.SwitchOnAsync(who);
        house.Clock.Advance(TimeSpan.FromSeconds(60));

        var late = await PendingAsync(staff, "wang", made.OneTimePassword);
        house.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("sign-in.too-late", await CodeAsync(staff, late, staff.Code(kept)));

        var before = await PendingAsync(staff, "wang", made.OneTimePassword);
        await staff.Accounts.ResetAsync(Staff.Owner, "wang", TestContext.Current.CancellationToken);
        Assert.Equal("sign-in.too-late", await CodeAsync(staff, before, staff.Code(kept)));
        Assert.Equal("sign-in.too-late", await CodeAsync(staff, "编造的", staff.Code(kept)));
    }

    [Theory(DisplayName = "恢复码代替验证码，每个只用一次"), BothDatabases]
    public async Task A_recovery_code_is_used_up(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var staff = new Staff(house);
        var made = await staff.AddAsync("wang");
        var (_, who) = await staff.EnterAsync("wang", made.OneTimePassword);
        var (_, recovery) = await staff.SwitchOnAsync(who);

        Assert.Equal(10, recovery.Distinct().Count());
        Assert.Null(await RecoverAsync(recovery[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal)));
        Assert.Equal("sign-in.wrong-code", await RecoverAsync(recovery[3]));
        Assert.Null(await RecoverAsync(recovery[4]));

        async Task<string?> RecoverAsync(string code) => (await staff.SignIn.WithRecoveryCodeAsync(
            await PendingAsync(staff, "wang", made.OneTimePassword), code, Staff.Office, TestContext.Current.CancellationToken)).Refusal?.Code;
    }

    [Fact(DisplayName = "八次同时用一个验证码，只有一次进得去")]
    public async Task A_code_used_at_once_lets_one_in()
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Postgres);
        await using var staff = new Staff(house);
        var made = await staff.AddAsync("wang");
        var (_, who) = await staff.EnterAsync("wang", made.OneTimePassword);
        var (kept, _) = await staff.SwitchOnAsync(who);
        house.Clock.Advance(TimeSpan.FromSeconds(60));
        var pending = await PendingAsync(staff, "wang", made.OneTimePassword);
        var code = staff.Code(kept);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => CodeAsync(staff, pending, code))));

        Assert.Equal(1, results.Count(refusal => refusal is null));
    }

    private static async Task<Domain.Refusal?> TryAsync(Staff staff, string login, string password) =>
        (await staff.SignIn.WithPasswordAsync(login, password, Staff.Office, TestContext.Current.CancellationToken)).Refusal;

    private static async Task<string> PendingAsync(Staff staff, string login, string password) =>
        (await staff.SignIn.WithPasswordAsync(login, password, Staff.Office, TestContext.Current.CancellationToken)).Value.Pending!;

    private static async Task<string?> CodeAsync(Staff staff, string pending, string code) =>
        (await staff.SignIn.WithCodeAsync(pending, code, Staff.Office, TestContext.Current.CancellationToken)).Refusal?.Code;
}
