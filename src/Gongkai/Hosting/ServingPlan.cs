using System.Net;
using System.Text.RegularExpressions;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Web.Desk.Identity;
using Gongkai.Web.Frame;

namespace Gongkai.Hosting;

/// <summary>What the operator wrote on the command line about the network, unread.</summary>
internal sealed record ServingRequest(string Urls)
{
    public string? Certificate { get; init; }
    public string? CertificateKey { get; init; }
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];
    public string? BasePath { get; init; }
    public bool InsecureLan { get; init; }
    public string? Identity { get; init; }
    public string? ClientCertificates { get; init; }
}

/// <summary>
/// How the house is put on the network (对外服务方案), found possible as a whole. Beyond this machine nothing goes in clear: there is a
/// certificate, or a proxy that has one, or the operator said in so many words that it shall be so.
/// </summary>
internal sealed partial record ServingPlan
{
    private ServingPlan()
    {
    }

    /// <summary>This machine alone, at a free port.</summary>
    public static ServingPlan AnyPort { get; } = new() { Addresses = [new ServingAddress(false, "localhost", 0)] };

    public required IReadOnlyList<ServingAddress> Addresses { get; init; }

    public ServingCertificate? Certificate { get; private init; }

    public ClientCertificateFile? ClientCertificates { get; private init; }

    public SiteSettings Site { get; private init; } = SiteSettings.ThisMachine;

    public SignInWays Ways { get; private init; } = SignInWays.BuiltIn;

    /// <summary>True where the operator wants plain HTTP in the local network all the same.</summary>
    public bool IsInsecure { get; private init; }

    /// <summary>What whoever starts it should know.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            if (Site.TrustedProxies.Count > 0) yield return $"对外经反向代理 {string.Join("、", Site.TrustedProxies)}；以代理对外的网址为准。";
            if (!IsInsecure || Addresses.All(address => address.IsHttps || address.IsLoopback)) yield break;
            yield return "注意：正在不加密地对外提供服务（--insecure-lan）。口令、登录凭据和填写的内容都在网络上明文传送，同一网络里的人可能看到、冒用。";
            yield return "因此不能用：通行密钥（浏览器只在 https 下允许）、只在 https 下有效的安全 cookie、HSTS、证书登录。正式使用前请换用 --cert 或 --trusted-proxy。";
        }
    }

    /// <summary>Reads a request and looks whether it holds together.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="now">The instant, UTC.</param>
    public static Outcome<ServingPlan> Of(ServingRequest request, DateTime now)
    {
        List<ServingAddress> addresses = [];
        foreach (var text in request.Urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var address = ServingAddress.Parse(text);
            if (address.IsRefused) return address.Refusal;
            addresses.Add(address.Value);
        }
        if (addresses.Count == 0) return ServingAddress.Parse(request.Urls).Refusal!;
        var basePath = (request.BasePath ?? "").TrimEnd('/');
        if (basePath.Length > 0 && !PathShape().IsMatch(basePath))
            return new Refusal("serve.base-path", $"“{request.BasePath}”不能作为子路径。请写成 /xxgk 这样：以斜线开头，只含字母、数字、点、横线、下划线。");
        var proxies = ReadProxies(request.TrustedProxies);
        if (proxies.IsRefused) return proxies.Refusal;
        var certificate = request.Certificate is { } file ? ServingCertificate.Read(file, request.CertificateKey, now) : (Outcome<ServingCertificate>?)null;
        if (certificate is { IsRefused: true, Refusal: var unreadable }) return unreadable;
        if (NotSafe(addresses, certificate is not null, proxies.Value.Count > 0, request.InsecureLan) is { } unsafely) return unsafely;
        var identity = request.Identity is { } settings ? IdentityFile.Read(settings) : default(Outcome<(IdentityProvider Provider, SecondFactorRule Rule)>?);
        if (identity is { IsRefused: true, Refusal: var wrong }) return wrong;
        var clients = request.ClientCertificates is { } clientFile ? ClientCertificateFile.Read(clientFile) : (Outcome<ClientCertificateFile>?)null;
        if (clients is { IsRefused: true, Refusal: var wrongClients }) return wrongClients;
        if (clients is { Value.Header: null } && certificate is null)
            return new Refusal("serve.client-certificates", "证书登录要由本程序的 https 来要证书（--cert），或由反向代理用 header 指定的请求头转来。");
        if (clients is { Value.Header: not null } && proxies.Value.Count == 0)
            return new Refusal("serve.client-certificates", "设置了 header，就要用 --trusted-proxy 写明由哪个反向代理转来证书；谁都能写的请求头不能信。");
        return new ServingPlan
        {
            Addresses = addresses,
            Certificate = certificate?.Value,
            ClientCertificates = clients?.Value,
            IsInsecure = request.InsecureLan,
            Ways = new SignInWays(clients?.Value.Use ?? CertificateUse.None, identity?.Value.Rule ?? SignInWays.BuiltIn.AfterIdentity),
            Site = new SiteSettings
            {
                BasePath = basePath,
                RequiresHttps = !request.InsecureLan && (certificate is not null || proxies.Value.Count > 0),
                TrustedProxies = proxies.Value,
                AsksForCertificates = clients is not null,
                CertificateHeader = clients?.Value.Header,
                Identity = identity?.Value.Provider,
            },
        };
    }

    private static Refusal? NotSafe(IReadOnlyList<ServingAddress> addresses, bool hasCertificate, bool hasProxy, bool insecureLan)
    {
        var hasHttps = addresses.Any(address => address.IsHttps);
        if (hasHttps && !hasCertificate)
            return new Refusal("serve.no-certificate", $"https 地址要有证书。请用 --cert 给出 PFX 文件，或 PEM 文件和 --cert-key；只在本机用的，写 --urls {ServingAddress.Default}。");
        if (hasCertificate && !hasHttps) return new Refusal("serve.certificate-unused", "给了 --cert，可是 --urls 里没有 https 地址。请写成 --urls https://*:443 这样。");
        // Beside an https address a plain one only leads over to it.
        var plain = addresses.FirstOrDefault(address => !address.IsHttps && !address.IsLoopback);
        return plain is null || hasHttps || hasProxy || insecureLan ? null : new Refusal("serve.plain",
            $"“{plain}”会让别的机器不加密地访问：口令和登录凭据会在网络上明文传送。请用 --cert 给出证书并改用 https 地址，或把反向代理的地址写在 --trusted-proxy；"
            + $"只在单位内网试用、知道后果的，加 --insecure-lan；只在本机用的，写 --urls {ServingAddress.Default}。");
    }

    private static Outcome<IReadOnlyList<IPNetwork>> ReadProxies(IReadOnlyList<string> texts)
    {
        List<IPNetwork> proxies = [];
        foreach (var text in texts)
        {
            if (IPAddress.TryParse(text, out var one)) proxies.Add(new IPNetwork(one, one.GetAddressBytes().Length * 8));
            else if (IPNetwork.TryParse(text, out var many) && many.PrefixLength > 0) proxies.Add(many);
            else return new Refusal("serve.proxy", $"“{text}”不是反向代理的地址。请写 IP 地址，如 10.1.2.3，或网段，如 10.1.2.0/24；不能是所有地址。");
        }
        return proxies;
    }

    [GeneratedRegex("^(/[A-Za-z0-9][A-Za-z0-9._-]*)+$")]
    private static partial Regex PathShape();
}
