using System.Net;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Domain.Agencies;
using Gongkai.Hosting;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Gate;

/// <summary>A province's unified identity, against a real OpenID Connect server.</summary>
public sealed class IdentityTests : IAsyncLifetime
{
    private const string Go = "form[action*=Identity]";

    private readonly TestCertificates _files = new(TimeProvider.System.GetUtcNow());
    private ProvinceSite _province = null!;

    public async ValueTask InitializeAsync() => _province = await ProvinceSite.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _province.DisposeAsync();
        _files.Dispose();
    }

    [Theory(DisplayName = "自己关联，用统一身份登录，回到要去的页面；退出时两边都退；没关联的进不来，名字邮箱相同也不行")]
    [InlineData(null)]
    [InlineData("/xxgk")]
    public async Task Linked_by_oneself(string? basePath)
    {
        await using var site = await StartAsync(basePath);
        await Guest.AddPersonAsync(site, "admin", HouseRole.SystemAdministrator);
        using (var stranger = new Guest(site.Address))
        {
            await stranger.OpenAsync("sign-in");
            await stranger.SendAsync(Go);
            Assert.Contains("还没有关联", stranger.Text, StringComparison.Ordinal);
        }
        using var guest = new Guest(site.Address);
        await guest.SignInAsync("admin", Desk.DeskSite.Password);
        await guest.OpenAsync($"{basePath}/account/ways");
        await guest.SendAsync("form[action*=Link]");
        Assert.Contains("已关联统一身份", guest.Text, StringComparison.Ordinal);
        Assert.Contains(guest.Way, hop => hop.Authority == _province.Address.Authority);
        await guest.SendAsync("form[action$='/sign-out']");
        Assert.Empty(_province.SignedOut);

        await guest.OpenAsync($"{basePath}/house/agencies");
        Assert.EndsWith("/sign-in", guest.Here.AbsolutePath, StringComparison.Ordinal);
        await guest.SendAsync(Go);
        Assert.Equal($"{basePath}/house/agencies", guest.Here.AbsolutePath);
        await guest.OpenAsync($"{basePath}/account");
        Assert.Contains("统一身份", guest.Page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        await guest.SendAsync("form[action$='/sign-out']");
        Assert.Equal([_province.Subject], _province.SignedOut);
        Assert.Equal($"{basePath}/sign-in", guest.Here.AbsolutePath);
        await guest.OpenAsync($"{basePath}/desk");
        Assert.EndsWith("/sign-in", guest.Here.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "安全管理员按用户标识关联；停用、锁定的账号用统一身份也进不来；每次都进审计记录")]
    public async Task Linked_by_an_administrator()
    {
        await using var site = await StartAsync(null);
        await Guest.AddPersonAsync(site, "admin", HouseRole.SystemAdministrator);
        await Guest.AddPersonAsync(site, "security", HouseRole.SecurityAdministrator);
        var wang = await Guest.AddPersonAsync(site, "wang");
        using (var security = new Guest(site.Address))
        {
            await security.SignInAsync("security", Desk.DeskSite.Password);
            await security.OpenAsync("/house/identities");
            await security.SendAsync("form[action*=Link]", new() { ["LinkLogin"] = "wang", ["Subject"] = _province.Subject });
            Assert.Contains("已把统一身份关联到 wang", security.Text, StringComparison.Ordinal);
            await security.SendAsync("form[action*=Link]", new() { ["LinkLogin"] = "admin", ["Subject"] = _province.Subject });
            Assert.Contains("已经关联到另一个账号", security.Text, StringComparison.Ordinal);
        }
        Assert.Equal("待办", await EnterAsync(site));

        for (var wrong = 0; wrong < 5; wrong++)
            await site.Services.GetRequiredService<SignIn>().WithPasswordAsync("wang", "错", new SignInOrigin("192.0.2.1", ""), CancellationToken.None);
        Assert.Contains("已锁定", await EnterAsync(site), StringComparison.Ordinal);
        site.House.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("待办", await EnterAsync(site));
        await site.Services.GetRequiredService<Accounts>().DisableAsync(Caller.MachineOwner("测试员"), "wang", CancellationToken.None);
        Assert.Contains("还没有关联", await EnterAsync(site), StringComparison.Ordinal);

        await using var db = site.House.House.Open(AgencyScope.All);
        var kinds = await db.Audit.OrderBy(row => row.Sequence).Select(row => row.Kind).ToListAsync();
        Assert.Equal(1, kinds.Count(kind => kind == AuditKind.IdentityLinked));
        Assert.Equal(2, await db.Audit.CountAsync(row => row.Kind == AuditKind.SignedIn && row.PersonId == wang.Caller.Id));
    }

    [Theory(DisplayName = "本系统的第二验证：按设置问或不问")]
    [InlineData("unlessProven", "pwd", true)]
    [InlineData("unlessProven", "mfa", false)]
    public async Task The_local_second_factor(string rule, string method, bool asked)
    {
        _province.Methods = [method];
        await using var site = await StartAsync(null, rule: rule);
        var who = await Guest.AddPersonAsync(site, "wang");
        var issuer = _province.Address.ToString();
        var secrets = site.Services.GetRequiredService<CodeSecrets>();
        var offered = secrets.Offer();
        Assert.Null((await site.Services.GetRequiredService<SecondFactors>().SwitchOnAsync(who, offered, CodeNow(), CancellationToken.None)).Refusal);
        Assert.Null((await site.Services.GetRequiredService<OtherWays>().LinkAsync(AccountAsked.Own(who), new OutsideIdentity(issuer, _province.Subject), CancellationToken.None)).Refusal);
        site.House.Clock.Advance(TimeSpan.FromMinutes(2));

        using var guest = new Guest(site.Address);
        await guest.OpenAsync("sign-in");
        await guest.SendAsync(Go);
        Assert.Equal(asked ? "输入验证码" : "待办", guest.Page.QuerySelector("h1")!.TextContent);
        if (!asked) return;
        await guest.SendAsync("main form[method=post]", new() { ["code"] = CodeNow() });
        Assert.Equal("待办", guest.Page.QuerySelector("h1")!.TextContent);
        await guest.OpenAsync("/account");
        Assert.Contains("统一身份和验证码", guest.Text, StringComparison.Ordinal);

        string CodeNow() => new OtpNet.Totp(OtpNet.Base32Encoding.ToBytes(secrets.Show(offered))).ComputeTotp(site.House.Clock.GetUtcNow().UtcDateTime);
    }

    [Fact(DisplayName = "对方拒绝、答复是伪造的、联系不上：一句话，没有登录")]
    public async Task What_goes_wrong()
    {
        await using var site = await StartAsync(null);
        using var guest = new Guest(site.Address);
        _province.IsRefusing = true;
        await guest.OpenAsync("sign-in");
        await guest.SendAsync(Go);
        Assert.Contains("没有完成", guest.Text, StringComparison.Ordinal);

        await guest.OpenAsync("/sign-in/identity?code=abc&state=abc");
        Assert.Equal(HttpStatusCode.OK, guest.Status);
        Assert.Contains("没有完成", guest.Text, StringComparison.Ordinal);

        await _province.StopAsync();
        await using var later = await StartAsync(null);
        using var other = new Guest(later.Address);
        await other.OpenAsync("sign-in");
        await other.SendAsync(Go);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("联系不上", other.Text, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "别人的登录答复塞进自己的浏览器：不会把别人的统一身份关联到这个账号")]
    public async Task Nobody_elses_answer_is_taken()
    {
        await using var site = await StartAsync(null);
        await Guest.AddPersonAsync(site, "wang");
        await Guest.AddPersonAsync(site, "li");
        using var guest = new Guest(site.Address);
        await guest.SignInAsync("wang", Desk.DeskSite.Password);
        await guest.OpenAsync("/account/ways");
        // Between the question and the answer somebody else signs in at the same browser.
        var question = await guest.StopBeforeAsync(_province.Address, "form[action*=Link]");
        await guest.SignInAsync("li", Desk.DeskSite.Password, "/sign-in");
        await guest.OpenAsync(question.ToString());
        Assert.Contains("登录已经变化", guest.Text, StringComparison.Ordinal);
        await using var db = site.House.House.Open(AgencyScope.All);
        Assert.Equal(0, await db.UserLogins.CountAsync());
    }

    [Fact(DisplayName = "内容安全策略只多放行统一身份的网址")]
    public async Task Forms_may_lead_to_the_provider()
    {
        await using var site = await StartAsync(null);
        using var response = await site.Client.GetAsync("/");
        Assert.Contains($"form-action 'self' {_province.Address.GetLeftPart(UriPartial.Authority)};", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static async Task<string> EnterAsync(Site site)
    {
        using var guest = new Guest(site.Address);
        await guest.OpenAsync("sign-in");
        await guest.SendAsync(Go);
        return guest.Page.QuerySelector(".note.stop")?.TextContent ?? guest.Page.QuerySelector("h1")!.TextContent;
    }

    private async Task<Site> StartAsync(string? basePath, string rule = "whenSetUp")
    {
        var file = _files.Write("identity.json", $$"""{"name":"省统一身份认证平台","authority":"{{_province.Address}}","clientId":"{{ProvinceSite.Client}}","secondFactor":"{{rule}}"}""");
        Environment.SetEnvironmentVariable("GONGKAI_IDENTITY_SECRET", ProvinceSite.Secret);
        try
        {
            var plan = ServingPlan.Of(new ServingRequest("http://localhost:0") { Identity = file, BasePath = basePath }, TimeProvider.System.GetUtcNow().UtcDateTime);
            Assert.Null(plan.Refusal);
            return await Site.StartAsync(await TestHouse.CreateAsync(DatabaseEngine.Sqlite), plan: plan.Value);
        }
        finally
        {
            Environment.SetEnvironmentVariable("GONGKAI_IDENTITY_SECRET", null);
        }
    }
}
