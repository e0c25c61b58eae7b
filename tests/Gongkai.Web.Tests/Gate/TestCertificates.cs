using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gongkai.Web.Tests.Gate;

/// <summary>An authority of a test's own, with what it issues: files as an operator has them.</summary>
internal sealed class TestCertificates : IDisposable
{
    private static readonly Oid ForServers = new("1.3.6.1.5.5.7.3.1");
    private static readonly Oid ForClients = new("1.3.6.1.5.5.7.3.2");

    private readonly X509Certificate2 _authority;
    private readonly string _folder = Testing.TestHouse.NewFolder();
    private readonly DateTimeOffset _now;

    /// <param name="now">When it begins to issue.</param>
    public TestCertificates(DateTimeOffset now)
    {
        Directory.CreateDirectory(_folder);
        _now = now;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=测试发证机构", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _authority = request.CreateSelfSigned(now.AddYears(-2), now.AddYears(5));
        File.WriteAllText(AuthorityFile, _authority.ExportCertificatePem());
    }

    /// <summary>The authority's own certificate, PEM.</summary>
    public string AuthorityFile => PathOf("ca.pem");

    /// <summary>A place in the folder of the files.</summary>
    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>A certificate for localhost.</summary>
    public X509Certificate2 ForLocalhost(int daysLeft = 300) => Issue("CN=localhost", ForServers, _now.AddDays(-1), _now.AddDays(daysLeft), names =>
    {
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
    });

    /// <summary>A certificate for localhost as a PFX file with a password.</summary>
    public string PfxFile(string? password = null)
    {
        using var certificate = ForLocalhost();
        File.WriteAllBytes(PathOf("server.pfx"), certificate.Export(X509ContentType.Pfx, password));
        return PathOf("server.pfx");
    }

    /// <summary>A certificate for localhost as PEM, with its key in a second file.</summary>
    public (string Certificate, string Key) PemFiles()
    {
        using var certificate = ForLocalhost();
        File.WriteAllText(PathOf("server.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(PathOf("server.key"), certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        return (PathOf("server.pem"), PathOf("server.key"));
    }

    /// <summary>A certificate of a person, good from a day ago.</summary>
    public X509Certificate2 ForPerson(string name, int daysLeft = 300, bool forServers = false) =>
        Issue($"CN={name}", forServers ? ForServers : ForClients, _now.AddDays(-100), _now.AddDays(daysLeft));

    /// <summary>Publishes the list of revoked certificates.</summary>
    public string Revoke(IEnumerable<X509Certificate2> revoked, int daysGood = 30)
    {
        var list = new CertificateRevocationListBuilder();
        foreach (var one in revoked) list.AddEntry(one, _now.AddDays(-1));
        File.WriteAllBytes(PathOf("revoked.crl"), list.Build(_authority, 1, _now.AddDays(daysGood), HashAlgorithmName.SHA256, thisUpdate: _now.AddDays(-60)));
        return PathOf("revoked.crl");
    }

    /// <summary>Writes a settings file.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public void Dispose() => _authority.Dispose();

    private X509Certificate2 Issue(string subject, Oid use, DateTimeOffset from, DateTimeOffset until, Action<SubjectAlternativeNameBuilder>? name = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([use], false));
        if (name is not null)
        {
            var names = new SubjectAlternativeNameBuilder();
            name(names);
            request.CertificateExtensions.Add(names.Build());
        }
        using var bare = request.Create(_authority, from, until, RandomNumberGenerator.GetBytes(12));
        using var whole = bare.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
    }
}
