using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gongkai.App.Data;
using Gongkai.Domain;

namespace Gongkai.App.People.Certificates;

/// <summary>Which client certificates are looked at (证书信任设置).</summary>
/// <param name="Authorities">Roots and intermediates that may have issued them.</param>
/// <param name="RevocationLists">Files of revocation lists, read anew each time; none where the authority publishes none.</param>
public sealed record CertificateTrust(X509Certificate2Collection Authorities, IReadOnlyList<string> RevocationLists)
{
    /// <summary>Where no certificates are asked for.</summary>
    public static CertificateTrust Nobody { get; } = new([], []);
}

/// <summary>
/// Looks whether a client certificate is good (证书核验): issued by a trusted authority, for clients, in force by the house's clock, not
/// revoked. A list that is missing or out of date lets nobody in: "not known to be revoked" is no answer.
/// </summary>
/// <param name="trust">The trusted authorities.</param>
/// <param name="clock">The house's clock.</param>
public sealed class CertificateCheck(CertificateTrust trust, TimeProvider clock)
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>Looks at a certificate.</summary>
    /// <param name="certificate">What the browser presented, or null.</param>
    public Outcome<PresentedCertificate> Look(X509Certificate2? certificate)
    {
        if (certificate is null) return new Refusal("certificate.none", "浏览器没有出示证书。请插好证书介质，关闭浏览器后重新打开，在提示时选择证书。");
        var now = Instant.Now(clock);
        var (from, until) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        if (now > until) return new Refusal("certificate.expired", $"证书已于 {ChinaDay(until)} 过期。请向发证机构换发后再登记。");
        if (now < from) return new Refusal("certificate.not-yet", $"证书从 {ChinaDay(from)} 起才有效。请核对证书和电脑的日期。");
        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(trust.Authorities);
        policy.ExtraStore.AddRange(trust.Authorities);
        // Revocation is ours to look up: the framework would ask an address in the certificate, which an office network does not reach.
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.DisableCertificateDownloads = true;
        policy.ApplicationPolicy.Add(new Oid(ClientAuthentication));
        policy.VerificationTime = now;
        if (!chain.Build(certificate)) return new Refusal("certificate.untrusted", "证书不是本系统信任的机构为个人登录签发的。请换用单位发放的证书，或请管理员核对信任的机构。");
        if (RevocationLists.Refuse(chain, trust.RevocationLists, now) is { } revoked) return revoked;
        return new PresentedCertificate(SHA256.HashData(certificate.RawData), Short(certificate.GetNameInfo(X509NameType.SimpleName, false)), until);
    }

    private static string ChinaDay(DateTime at) => $"{Domain.Calendar.ChinaTime.DayOf(at):yyyy-MM-dd}";

    private static string Short(string name) => name.Length <= 100 ? name : name[..100];
}
