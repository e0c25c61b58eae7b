using System.Security.Cryptography.X509Certificates;
using Gongkai.App.People;
using Gongkai.App.People.Certificates;
using Gongkai.Domain.Agencies;
using Gongkai.Hosting;
using Gongkai.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Gate;

/// <summary>Client certificates for offices without phones: over real TLS, or handed on by a proxy.</summary>
public sealed class ClientCertificateTests : IDisposable
{
    private static readonly DateTimeOffset Now = TestHouse.NewClock().GetUtcNow();

    private readonly TestCertificates _files = new(Now);

    public void Dispose() => _files.Dispose();

    [Fact(DisplayName = "证书单独登录：本人登记，重新打开浏览器直接登录；取消登记后不能再用")]
    public async Task A_certificate_signs_in()
    {
        await using var site = await StartAsync("""{"use":"signIn","authorities":"ca.pem"}""");
        await Guest.AddPersonAsync(site, "wang");
        using var card = _files.ForPerson("王某");
        using (var first = new Guest(site.Address, card))
        {
            Assert.Contains("还没有登记", await EnterAsync(first), StringComparison.Ordinal);
            await first.SignInAsync("wang", Desk.DeskSite.Password, "/sign-in");
            await first.OpenAsync("/account/ways");
            await first.SendAsync("form[action*=Register]");
            Assert.Contains("已登记证书“王某”", first.Text, StringComparison.Ordinal);
        }
        using var guest = new Guest(site.Address, card);
        Assert.Equal("待办", await EnterAsync(guest));
        await guest.OpenAsync("/account");
        Assert.Contains("证书", guest.Page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        await guest.OpenAsync("/account/ways");
        await guest.SendAsync("form[action*=Remove]");
        using var later = new Guest(site.Address, card);
        Assert.Contains("还没有登记", await EnterAsync(later), StringComparison.Ordinal);
        using var bare = new Guest(site.Address);
        Assert.Contains("没有出示证书", await EnterAsync(bare), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "证书作第二验证：只有口令不行，别人的证书不行，口令加自己的证书才行；证书单独也不行")]
    public async Task A_certificate_as_second_factor()
    {
        await using var site = await StartAsync("""{"use":"secondFactor","authorities":"ca.pem"}""");
        await Guest.AddPersonAsync(site, "security", HouseRole.SecurityAdministrator);
        await Guest.AddPersonAsync(site, "wang");
        await Guest.AddPersonAsync(site, "li");
        using var own = _files.ForPerson("王某");
        using var other = _files.ForPerson("李某");
        await RegisterAsync(site, "wang", own);
        await RegisterAsync(site, "li", other);

        Assert.Contains("没有出示证书", await PasswordAsync(null), StringComparison.Ordinal);
        Assert.Contains("没有登记在这个账号上", await PasswordAsync(other), StringComparison.Ordinal);
        Assert.Equal("待办", await PasswordAsync(own));
        using var guest = new Guest(site.Address, own);
        await guest.OpenAsync("sign-in");
        Assert.Null(guest.Page.QuerySelector("form[action*=Certificate]"));

        async Task<string> PasswordAsync(X509Certificate2? shown)
        {
            using var guest = new Guest(site.Address, shown);
            await guest.SignInAsync("wang", Desk.DeskSite.Password);
            return guest.Page.QuerySelector(".note.stop")?.TextContent ?? guest.Page.QuerySelector("h1")!.TextContent;
        }
    }

    [Fact(DisplayName = "过期、吊销、别的机构签发、不是给个人用的、吊销名单过期：都说明原因，都进不来")]
    public async Task Bad_certificates_stay_out()
    {
        using var good = _files.ForPerson("王某");
        using var revoked = _files.ForPerson("吊某");
        using var server = _files.ForPerson("localhost", forServers: true);
        using var short30 = _files.ForPerson("短某", daysLeft: 20);
        _files.Revoke([revoked]);
        await using var site = await StartAsync("""{"use":"signIn","authorities":"ca.pem","revocationLists":["revoked.crl"]}""");
        foreach (var (login, certificate) in new[] { ("wang", good), ("duan", short30) })
        {
            await Guest.AddPersonAsync(site, login);
            await RegisterAsync(site, login, certificate);
        }
        using var strangers = new TestCertificates(Now);
        using var foreign = strangers.ForPerson("王某");

        Assert.Equal("待办", await ShowAsync(good));
        Assert.Equal("待办", await ShowAsync(short30));
        Assert.Contains("吊销", await ShowAsync(revoked), StringComparison.Ordinal);
        Assert.Contains("不是本系统信任的机构", await ShowAsync(foreign), StringComparison.Ordinal);
        Assert.Contains("不是本系统信任的机构", await ShowAsync(server), StringComparison.Ordinal);
        // The list is read anew: who is revoked while the house is open stays out from then on.
        _files.Revoke([revoked, good]);
        Assert.Contains("吊销", await ShowAsync(good), StringComparison.Ordinal);
        site.House.Clock.Advance(TimeSpan.FromDays(21));
        Assert.Contains("过期", await ShowAsync(short30), StringComparison.Ordinal);
        site.House.Clock.Advance(TimeSpan.FromDays(21));
        using var fresh = _files.ForPerson("新某");
        Assert.Contains("吊销名单已于", await ShowAsync(fresh), StringComparison.Ordinal);

        async Task<string> ShowAsync(X509Certificate2 certificate)
        {
            using var guest = new Guest(site.Address, certificate);
            return await EnterAsync(guest);
        }
    }

    [Fact(DisplayName = "反向代理转来的证书：只信写明的代理；别人写的请求头没有用")]
    public async Task A_proxy_hands_it_on()
    {
        using var card = _files.ForPerson("王某");
        var header = Uri.EscapeDataString(card.ExportCertificatePem());
        foreach (var (proxy, lets) in new[] { ("127.0.0.1", true), ("192.0.2.1", false) })
        {
            // In clear, so that the whole way is seen by this test; what is asked here is whom the header is believed.
            await using var site = await StartAsync(
                """{"use":"signIn","authorities":"ca.pem","header":"X-Client-Cert"}""",
                new ServingRequest("http://localhost:0") { TrustedProxies = [proxy], InsecureLan = true });
            await Guest.AddPersonAsync(site, "wang");
            await RegisterAsync(site, "wang", card);
            using var guest = new Guest(site.Address, headers: new() { ["X-Client-Cert"] = header });
            var seen = await EnterAsync(guest);
            if (lets) Assert.Equal("待办", seen);
            else Assert.Contains("没有出示证书", seen, StringComparison.Ordinal);
        }
    }

    private async Task<Site> StartAsync(string settings, ServingRequest? request = null)
    {
        request ??= new ServingRequest("https://localhost:0") { Certificate = _files.PfxFile() };
        var plan = ServingPlan.Of(request with { ClientCertificates = _files.Write("clients.json", settings) }, Now.UtcDateTime);
        Assert.Null(plan.Refusal);
        return await Site.StartAsync(await TestHouse.CreateAsync(DatabaseEngine.Sqlite), plan: plan.Value);
    }

    private static async Task RegisterAsync(Site site, string login, X509Certificate2 certificate)
    {
        var looked = site.Services.GetRequiredService<CertificateCheck>().Look(certificate);
        Assert.Null(looked.Refusal);
        Assert.Null((await site.Services.GetRequiredService<OtherWays>().RegisterAsync(AccountAsked.Of(Caller.MachineOwner("测试员"), login), looked.Value, CancellationToken.None)).Refusal);
    }

    private static async Task<string> EnterAsync(Guest guest)
    {
        await guest.OpenAsync("/sign-in");
        await guest.SendAsync("form[action*=Certificate]");
        return guest.Page.QuerySelector(".note.stop")?.TextContent ?? guest.Page.QuerySelector("h1")!.TextContent;
    }
}
