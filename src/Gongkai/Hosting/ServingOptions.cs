using System.CommandLine;
using Gongkai.Domain;

namespace Gongkai.Hosting;

/// <summary>The options about the network that <c>serve</c> and <c>demo</c> share.</summary>
internal sealed class ServingOptions
{
    private readonly Option<string> _urls = new("--urls")
    {
        Description = "网页地址，多个用分号隔开。本机以外要有证书或反向代理。",
        HelpName = "地址",
        DefaultValueFactory = _ => ServingAddress.Default,
    };

    private readonly Option<string?> _certificate = new("--cert") { Description = "服务器证书：PFX，或 PEM。", HelpName = "文件" };
    private readonly Option<string?> _key = new("--cert-key") { Description = "PEM 证书的私钥；在同一文件里时不写。", HelpName = "文件" };
    private readonly Option<string[]> _proxies = new("--trusted-proxy") { Description = "可信的反向代理，可以写多次；只信它转来的客户端地址和协议。", HelpName = "地址或网段" };
    private readonly Option<string?> _basePath = new("--base-path") { Description = "放在已有网站的子路径之下，例如 /xxgk。", HelpName = "路径" };
    private readonly Option<bool> _insecure = new("--insecure-lan") { Description = "在内网不加密地提供服务（口令会明文传送，只用于试用）。" };
    private readonly Option<string?> _identity = new("--identity") { Description = "统一身份认证（OpenID Connect）的设置文件。", HelpName = "文件" };
    private readonly Option<string?> _clients = new("--client-certificates") { Description = "证书登录的设置文件。", HelpName = "文件" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_urls, _certificate, _key, _proxies, _basePath, _insecure, _identity, _clients]) command.Add(option);
    }

    public Outcome<ServingPlan> Read(ParseResult parsed) => ServingPlan.Of(
        new ServingRequest(parsed.GetValue(_urls)!)
        {
            Certificate = parsed.GetValue(_certificate),
            CertificateKey = parsed.GetValue(_key),
            TrustedProxies = parsed.GetValue(_proxies) ?? [],
            BasePath = parsed.GetValue(_basePath),
            InsecureLan = parsed.GetValue(_insecure),
            Identity = parsed.GetValue(_identity),
            ClientCertificates = parsed.GetValue(_clients),
        },
        TimeProvider.System.GetUtcNow().UtcDateTime);
}
