using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.People;

/// <summary>Signing in by an outside identity or a certificate: tied by hand, to one account, and never stronger than the account.</summary>
public sealed class OtherWaysTests
{
    private static readonly OutsideIdentity Province = new("https://sso.example.invalid/", "320000-7788");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "统一身份：关联后能登录，只属于一个账号，换发行方或大小写就是另一个人；取消后不能；停用的进不来"), BothDatabases]
    public async Task An_identity_is_tied_to_one_account(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var staff = new Staff(house);
        var (wang, _) = (await staff.AddAsync("wang"), await staff.AddAsync("li"));
        var asked = AccountAsked.Of(Staff.Owner, "wang");
        Assert.Equal("identity.unlinked", (await EnterAsync(staff)).Refusal?.Code);

        Assert.Null((await staff.Other.LinkAsync(asked, Province, Cancellation)).Refusal);
        var session = (await EnterAsync(staff)).Value.Session!;
        Assert.Equal((wang.Person.Id, SignInProof.Identity), (session.Session.PersonId, session.Session.Proof));
        // Whoever comes by the province may never have had the first password in hand.
        Assert.False((await staff.Sessions.FindAsync(session.Secret, Cancellation))!.MustChangePassword);
        Assert.Equal("identity.taken", (await staff.Other.LinkAsync(AccountAsked.Of(Staff.Owner, "li"), Province, Cancellation)).Refusal?.Code);
        Assert.Equal("identity.other", (await staff.Other.LinkAsync(asked, Province with { Subject = "另一个" }, Cancellation)).Refusal?.Code);
        Assert.Equal("identity.unlinked", (await EnterAsync(staff, Province with { Issuer = "https://other.example.invalid/" })).Refusal?.Code);
        Assert.Null((await staff.Other.LinkAsync(AccountAsked.Of(Staff.Owner, "li"), Province with { Subject = "abc" }, Cancellation)).Refusal);
        Assert.Equal("identity.unlinked", (await EnterAsync(staff, Province with { Subject = "ABC" })).Refusal?.Code);

        Assert.Null((await staff.Other.UnlinkAsync(asked, Province.Issuer, Cancellation)).Refusal);
        Assert.Null(await staff.Sessions.FindAsync(session.Secret, Cancellation));
        Assert.Equal("identity.unlinked", (await EnterAsync(staff)).Refusal?.Code);
        Assert.Null((await staff.Other.LinkAsync(asked, Province, Cancellation)).Refusal);
        await staff.Accounts.DisableAsync(Staff.Owner, "wang", Cancellation);
        Assert.Equal("identity.unlinked", (await EnterAsync(staff)).Refusal?.Code);
        Assert.Equal(3, (await staff.WrittenAsync()).Count(kind => kind == AuditKind.IdentityLinked));
    }

    [Theory(DisplayName = "统一身份之后要不要本系统的验证码，按设置")]
    [InlineData(SecondFactorRule.Never, false, false)]
    [InlineData(SecondFactorRule.WhenSetUp, false, true)]
    [InlineData(SecondFactorRule.WhenSetUp, true, true)]
    [InlineData(SecondFactorRule.UnlessProven, false, true)]
    [InlineData(SecondFactorRule.UnlessProven, true, false)]
    public async Task The_local_second_factor_follows_the_rule(SecondFactorRule rule, bool proven, bool asked)
    {
        await using var house = await TestHouse.CreateAsync(DatabaseEngine.Sqlite);
        await using var staff = new Staff(house) { Ways = new SignInWays(CertificateUse.None, rule) };
        var made = await staff.AddAsync("wang");
        var (_, who) = await staff.EnterAsync("wang", made.OneTimePassword);
        var (kept, recovery) = await staff.SwitchOnAsync(who);
        Assert.Null((await staff.Other.LinkAsync(AccountAsked.Own(who), Province, Cancellation)).Refusal);
        house.Clock.Advance(TimeSpan.FromMinutes(2));

        var step = (await EnterAsync(staff, Province with { Proven = proven })).Value;
        Assert.Equal(asked, step.Session is null);
        if (!asked) return;
        Assert.Equal(SignInProof.IdentityAndCode, (await staff.SignIn.WithCodeAsync(step.Pending!, staff.Code(kept), Staff.Office, Cancellation)).Value.Session.Proof);
        var again = (await EnterAsync(staff)).Value;
        Assert.Equal(
            SignInProof.IdentityAndRecoveryCode, (await staff.SignIn.WithRecoveryCodeAsync(again.Pending!, recovery[0], Staff.Office, Cancellation)).Value.Session.Proof);
    }

    [Theory(DisplayName = "证书：一张只属于一个账号；作第二验证时只有口令不行；锁定时证书也不行"), BothDatabases]
    public async Task A_certificate_belongs_to_one_account(DatabaseEngine engine)
    {
        await using var house = await TestHouse.CreateAsync(engine);
        await using var staff = new Staff(house) { Ways = new SignInWays(CertificateUse.SecondFactor, SecondFactorRule.WhenSetUp) };
        var made = await staff.AddAsync("wang");
        await staff.AddAsync("li");
        var (own, other) = (Card(1), Card(2));
        Assert.Null((await staff.Other.RegisterAsync(AccountAsked.Of(Staff.Owner, "wang"), own, Cancellation)).Refusal);
        Assert.Equal("certificate.taken", (await staff.Other.RegisterAsync(AccountAsked.Of(Staff.Owner, "li"), own, Cancellation)).Refusal?.Code);
        Assert.Equal("right.missing", (await staff.Other.RegisterAsync(AccountAsked.Of(new Caller(null, "某", null, []), "li"), other, Cancellation)).Refusal?.Code);

        Assert.Equal("certificate.not-yours", (await PasswordAsync(null)).Refusal?.Code);
        Assert.Equal("certificate.not-yours", (await PasswordAsync(other)).Refusal?.Code);
        Assert.Equal(SignInProof.PasswordAndCertificate, (await PasswordAsync(own)).Value.Session!.Session.Proof);
        Assert.Equal("certificate.not-used", (await staff.SignIn.WithCertificateAsync(own, Staff.Office, Cancellation)).Refusal?.Code);

        await using var alone = new Staff(house) { Ways = new SignInWays(CertificateUse.SignIn, SecondFactorRule.WhenSetUp) };
        Assert.Equal(SignInProof.Certificate, (await alone.SignIn.WithCertificateAsync(own, Staff.Office, Cancellation)).Value.Session.Proof);
        Assert.Equal("certificate.unregistered", (await alone.SignIn.WithCertificateAsync(other, Staff.Office, Cancellation)).Refusal?.Code);
        for (var wrong = 0; wrong < 5; wrong++) await alone.SignIn.WithPasswordAsync("wang", "错", Staff.Office, Cancellation);
        Assert.Equal("sign-in.locked", (await alone.SignIn.WithCertificateAsync(own, Staff.Office, Cancellation)).Refusal?.Code);
        house.Clock.Advance(TimeSpan.FromHours(1));
        await using var db = house.House.Open(AgencyScope.None);
        var row = await db.PersonCertificates.SingleAsync(Cancellation);
        Assert.Null((await alone.Other.RemoveAsync(AccountAsked.Of(Staff.Owner, "wang"), row.Id, Cancellation)).Refusal);
        Assert.Equal("certificate.unregistered", (await alone.SignIn.WithCertificateAsync(own, Staff.Office, Cancellation)).Refusal?.Code);

        Task<Outcome<FirstStep>> PasswordAsync(PresentedCertificate? certificate) => staff.SignIn.WithPasswordAsync(
            "wang", made.OneTimePassword, Staff.Office, Cancellation, certificate is null ? (Outcome<PresentedCertificate>?)null : certificate);
    }

    private static PresentedCertificate Card(byte number) => new([.. Enumerable.Repeat(number, 32)], "王某", new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    private static Task<Outcome<FirstStep>> EnterAsync(Staff staff, OutsideIdentity? identity = null) =>
        staff.SignIn.WithIdentityAsync(identity ?? Province, Staff.Office, Cancellation);
}
