using System.Net;
using Gongkai.Web.Desk.Identity;

namespace Gongkai.Web.Frame;

/// <summary>How the site stands on the network (网站设置), as the operator started it. It never changes while the program runs.</summary>
public sealed record SiteSettings
{
    /// <summary>Reached from this machine alone, at the root.</summary>
    public static SiteSettings ThisMachine { get; } = new();

    /// <summary>The path of an existing site that this one lives under, e.g. <c>/xxgk</c>; empty at the root.</summary>
    public string BasePath { get; init; } = "";

    /// <summary>True where every page is to come by HTTPS, our own or the proxy's: cookies are then bound to it.</summary>
    public bool RequiresHttps { get; init; }

    /// <summary>The proxies whose word on the client's address and scheme is believed; nobody else's is.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>True where browsers may be asked for a client certificate.</summary>
    public bool AsksForCertificates { get; init; }

    /// <summary>The header in which a trusted proxy hands on the client's certificate; null where our own TLS asks for it.</summary>
    public string? CertificateHeader { get; init; }

    /// <summary>The identity provider, or null.</summary>
    public IdentityProvider? Identity { get; init; }

    /// <summary>Where cookies go: this site's own path.</summary>
    public string CookiePath => BasePath.Length == 0 ? "/" : BasePath;

    /// <summary>
    /// Name of a cookie. Over HTTPS browsers themselves see to it by the name's beginning that no plain page and no neighbour under the
    /// same domain has set it; <c>__Host-</c> demands the whole site, so under a base path it is <c>__Secure-</c>.
    /// </summary>
    public string CookieNamed(string name) => !RequiresHttps ? name : BasePath.Length == 0 ? $"__Host-{name}" : $"__Secure-{name}";

    internal bool Trusts(IPAddress? address) => address is not null && TrustedProxies.Any(proxy => proxy.Contains(address));
}
