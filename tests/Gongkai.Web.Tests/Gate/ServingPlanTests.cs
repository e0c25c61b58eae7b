using Gongkai.Hosting;
using Gongkai.Testing;

namespace Gongkai.Web.Tests.Gate;

/// <summary>The environment is one for the whole process: who changes it runs alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentCollection
{
    public const string Name = "environment";
}

/// <summary>What may be put on the network, and what is refused with the sentence that says how it can be done.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class ServingPlanTests : IDisposable
{
    private static readonly DateTime Now = TestHouse.NewClock().GetUtcNow().UtcDateTime;

    private readonly TestCertificates _files = new(Now);

    public void Dispose() => _files.Dispose();

    [Theory(DisplayName = "本机以外：没有证书、没有可信代理，不加密地提供服务被拒绝，说明怎么办")]
    [InlineData("http://0.0.0.0:5080", "--cert")]
    [InlineData("http://*:5080", "--trusted-proxy")]
    [InlineData("http://192.168.1.2:5080", "--insecure-lan")]
    [InlineData("http://example.invalid:80", "不加密")]
    [InlineData("http://[::]:5080", "不加密")]
    [InlineData("http://localhost:5080;http://10.0.0.1:80", "http://10.0.0.1:80")]
    [InlineData("https://localhost:5080", "--cert")]
    [InlineData("https://*:443", "证书")]
    [InlineData("5080", "不是地址")]
    [InlineData("ftp://localhost", "不是地址")]
    [InlineData("http://localhost:5080/xxgk", "不是地址")]
    [InlineData("", "不是地址")]
    public void Nothing_goes_in_clear_unasked(string urls, string why) =>
        Assert.Contains(why, ServingPlan.Of(new ServingRequest(urls), Now).Refusal!.Message, StringComparison.Ordinal);

    [Fact(DisplayName = "只在本机：不要求 https；可信代理、证书：要求；--insecure-lan：不要求，并知道自己不安全")]
    public void What_is_required()
    {
        var local = Read(new ServingRequest("http://localhost:5080"));
        var proxied = Read(new ServingRequest("http://10.0.0.1:80") { TrustedProxies = ["10.0.0.2"] });
        var certified = Read(new ServingRequest("https://*:443;http://*:80") { Certificate = _files.PfxFile() });
        var insecure = Read(new ServingRequest("http://*:5080") { InsecureLan = true });

        Assert.Equal((false, false), (local.Site.RequiresHttps, local.IsInsecure));
        Assert.True(proxied.Site.RequiresHttps);
        Assert.True(certified.Site.RequiresHttps);
        Assert.Equal((false, true), (insecure.Site.RequiresHttps, insecure.IsInsecure));
        Assert.Empty(local.Notes);
        Assert.Contains("通行密钥", string.Concat(insecure.Notes), StringComparison.Ordinal);
        Assert.Contains("明文", string.Concat(insecure.Notes), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "证书：PFX、PEM 加私钥都能读；缺私钥、过期、不是证书、没用上，各有一句话")]
    public void Certificates_are_read()
    {
        var (pem, key) = _files.PemFiles();
        Assert.True(Read(Https(pem, key)).Certificate!.Certificate.HasPrivateKey);
        Assert.True(Read(Https(_files.PfxFile(), null)).Certificate!.Certificate.HasPrivateKey);
        Assert.Equal("cert.wrong", Refused(Https(pem, null)));
        Assert.Equal("cert.wrong", Refused(Https(_files.PfxFile("Mima-2026"), null)));
        Assert.Equal("cert.wrong", Refused(Https(_files.Write("text.pem", "不是证书"), null)));
        Assert.Equal("cert.unreadable", Refused(Https(_files.PathOf("nothing.pfx"), null)));
        Assert.Equal("serve.certificate-unused", Refused(new ServingRequest("http://localhost:80") { Certificate = _files.PfxFile() }));
        Assert.Equal("cert.expired", ServingPlan.Of(Https(_files.PfxFile(), null), Now.AddYears(2)).Refusal!.Code);
    }

    [Fact(DisplayName = "PFX 口令从文件来")]
    public void The_password_comes_from_a_file()
    {
        Environment.SetEnvironmentVariable("GONGKAI_CERT_PASSWORD_FILE", _files.Write("password.txt", "Mima-2026\n"));
        try
        {
            Assert.True(Read(Https(_files.PfxFile("Mima-2026"), null)).Certificate!.Certificate.HasPrivateKey);
        }
        finally
        {
            Environment.SetEnvironmentVariable("GONGKAI_CERT_PASSWORD_FILE", null);
        }
    }

    [Theory(DisplayName = "可信代理和子路径：写错的不接受，不能相信所有人")]
    [InlineData("10.0.0.0/33", null, "serve.proxy")]
    [InlineData("0.0.0.0/0", null, "serve.proxy")]
    [InlineData("proxy.example.invalid", null, "serve.proxy")]
    [InlineData("10.0.0.2", "xxgk", "serve.base-path")]
    [InlineData("10.0.0.2", "/xxgk?a=1", "serve.base-path")]
    [InlineData("10.0.0.2", "/../x", "serve.base-path")]
    [InlineData("10.0.0.2", "/公开", "serve.base-path")]
    public void Wrong_settings_are_named(string proxy, string? basePath, string code) =>
        Assert.Equal(code, Refused(new ServingRequest("http://localhost:5080") { TrustedProxies = [proxy], BasePath = basePath }));

    [Theory(DisplayName = "统一身份设置：明文网址、按姓名邮箱对应、未知的键都不接受")]
    [InlineData("""{"authority":"http://sso.example.invalid","clientId":"gongkai"}""", "https")]
    [InlineData("""{"authority":"https://sso.example.invalid"}""", "clientId")]
    [InlineData("""{"authority":"https://sso.example.invalid","clientId":"gongkai","claim":"email"}""", "claim")]
    [InlineData("""{"authority":"https://sso.example.invalid","clientId":"gongkai","secondFactor":"sometimes"}""", "secondFactor")]
    [InlineData("""{"authority":"https://sso.example.invalid","clientID":"gongkai"}""", "clientID")]
    [InlineData("""{"authority":""", "JSON")]
    public void Identity_settings_are_checked(string text, string why) => Assert.Contains(
        why, ServingPlan.Of(new ServingRequest("http://localhost:5080") { Identity = _files.Write("identity.json", text) }, Now).Refusal!.Message, StringComparison.Ordinal);

    [Fact(DisplayName = "证书登录设置：要有发证机构；请求头只信写明的代理")]
    public void Client_certificate_settings_are_checked()
    {
        Assert.Equal("setting.wrong", Refused(Clients("""{"use":"signIn"}""")));
        Assert.Equal("setting.wrong", Refused(Clients("""{"use":"signIn","authorities":"none.pem"}""")));
        Assert.Equal("setting.wrong", Refused(Clients("""{"use":"none","authorities":"ca.pem"}""")));
        Assert.Equal("serve.client-certificates", Refused(Clients("""{"use":"signIn","authorities":"ca.pem"}""")));
        Assert.Equal("serve.client-certificates", Refused(Clients("""{"use":"signIn","authorities":"ca.pem","header":"X-Client-Cert"}""")));
        Assert.Equal("X-Client-Cert", Read(Clients("""{"use":"signIn","authorities":"ca.pem","header":"X-Client-Cert"}""") with { TrustedProxies = ["10.0.0.2"] }).Site.CertificateHeader);
    }

    private ServingRequest Clients(string text) => new("http://localhost:5080") { ClientCertificates = _files.Write("clients.json", text) };

    private static ServingRequest Https(string certificate, string? key) => new("https://localhost:0") { Certificate = certificate, CertificateKey = key };

    private static ServingPlan Read(ServingRequest request) => ServingPlan.Of(request, Now).Value;

    private static string Refused(ServingRequest request) => ServingPlan.Of(request, Now).Refusal!.Code;
}
