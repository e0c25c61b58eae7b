using System.Security.Cryptography.X509Certificates;
using Gongkai.Domain;
using Gongkai.Domain.Calendar;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Security.Certificates;
using Org.BouncyCastle.X509;

namespace Gongkai.App.People.Certificates;

/// <summary>Looks certificates up in revocation lists (吊销名单, RFC 5280), PEM or DER, as the authority publishes them.</summary>
internal static class RevocationLists
{
    /// <summary>Why a chain cannot be taken, or null.</summary>
    /// <param name="chain">The certificate and its issuers.</param>
    /// <param name="files">The lists; with none, nothing is looked up.</param>
    /// <param name="now">The instant, UTC.</param>
    public static Refusal? Refuse(X509Chain chain, IReadOnlyList<string> files, DateTime now)
    {
        if (files.Count == 0) return null;
        List<X509Crl> lists = [];
        foreach (var file in files)
        {
            if (Read(file) is not { } list) return new Refusal("certificate.list-unreadable", $"吊销名单 {Path.GetFileName(file)} 读不出来，不能确认证书是否被吊销。请管理员更新吊销名单。");
            lists.Add(list);
        }
        for (var i = 0; i + 1 < chain.ChainElements.Count; i++)
        {
            var (certificate, issuer) = (Parse(chain.ChainElements[i].Certificate), Parse(chain.ChainElements[i + 1].Certificate));
            var list = lists.Find(list => list.IssuerDN.Equivalent(issuer.SubjectDN) && IsSignedBy(list, issuer));
            // An intermediate's own issuer often publishes none; for the one who signs in there must be a list.
            if (list is null && i > 0) continue;
            if (list is null) return new Refusal("certificate.no-list", "没有签发这张证书的机构的吊销名单，不能确认它是否被吊销。请管理员补上吊销名单。");
            if (list.NextUpdate is { } next && next.ToUniversalTime() < now)
                return new Refusal("certificate.list-old", $"吊销名单已于 {ChinaTime.DayOf(next.ToUniversalTime()):yyyy-MM-dd} 过期，不能确认证书是否被吊销。请管理员更新吊销名单。");
            if (list.GetRevokedCertificate(certificate.SerialNumber) is not null)
                return new Refusal("certificate.revoked", "这张证书已被发证机构吊销，不能登录。请换用有效的证书。");
        }
        return null;
    }

    private static X509Crl? Read(string file)
    {
        try
        {
            return new X509CrlParser().ReadCrl(File.ReadAllBytes(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CrlException)
        {
            return null;
        }
    }

    private static bool IsSignedBy(X509Crl list, Org.BouncyCastle.X509.X509Certificate issuer)
    {
        try
        {
            list.Verify(issuer.GetPublicKey());
            return true;
        }
        catch (GeneralSecurityException)
        {
            return false;
        }
    }

    private static Org.BouncyCastle.X509.X509Certificate Parse(X509Certificate2 certificate) => new(certificate.RawData);
}
