using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gongkai.App.People;
using Gongkai.App.People.Certificates;
using Gongkai.Domain;

namespace Gongkai.Hosting;

/// <summary>The settings of client certificates (证书登录设置): <c>--client-certificates FILE</c>.</summary>
/// <param name="Use">What they are good for.</param>
/// <param name="Trust">Who issues them.</param>
/// <param name="Header">Where a trusted proxy writes them; null where our own TLS asks.</param>
internal sealed record ClientCertificateFile(CertificateUse Use, CertificateTrust Trust, string? Header)
{
    public static Outcome<ClientCertificateFile> Read(string file)
    {
        var read = SettingsFile.Read(file, "use", "authorities", "revocationLists", "header");
        if (read.IsRefused) return read.Refusal;
        var settings = read.Value;
        if (!EnumCode<CertificateUse>.TryParse(settings.Text("use"), out var use) || use == CertificateUse.None)
            return settings.Wrong("use 应当是 signIn（证书单独登录）或 secondFactor（口令之外再要证书）");
        if (settings.Text("authorities") is not { } authorities) return settings.Wrong("缺少 authorities（发证机构的证书，PEM 文件）");
        var trusted = new X509Certificate2Collection();
        try
        {
            trusted.ImportFromPemFile(settings.Near(authorities));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return settings.Wrong($"authorities 指定的 {authorities} 读不到，或者不是 PEM 证书");
        }
        return trusted.Count == 0
            ? settings.Wrong($"authorities 指定的 {authorities} 里没有证书")
            : new ClientCertificateFile(use, new CertificateTrust(trusted, [.. settings.Texts("revocationLists").Select(settings.Near)]), settings.Text("header"));
    }
}
