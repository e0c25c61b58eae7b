using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gongkai.Domain;

namespace Gongkai.Hosting;

/// <summary>The certificate the pages are served with (服务器证书), and the intermediates sent along.</summary>
/// <param name="Certificate">With its private key.</param>
/// <param name="Chain">What else the file held.</param>
internal sealed record ServingCertificate(X509Certificate2 Certificate, X509Certificate2Collection Chain)
{
    public const string PasswordName = "GONGKAI_CERT_PASSWORD";

    /// <summary>Reads a PFX file, or a PEM file with its key in the same or another one.</summary>
    /// <param name="file">证书文件.</param>
    /// <param name="keyFile">PEM 私钥文件, or null.</param>
    /// <param name="now">The instant, UTC: an expired one is refused, browsers would.</param>
    public static Outcome<ServingCertificate> Read(string file, string? keyFile, DateTime now)
    {
        var password = SecretSetting.Read(PasswordName);
        if (password.IsRefused) return password.Refusal;
        try
        {
            var bytes = File.ReadAllBytes(file);
            var isPem = bytes.AsSpan().IndexOf("-----BEGIN "u8) >= 0;
            var read = isPem ? ReadPem(file, keyFile ?? file, password.Value) : ReadPfx(bytes, password.Value);
            if (!read.Certificate.HasPrivateKey) return new Refusal("cert.no-key", $"{file} 里没有私钥。PFX 要连同私钥导出；PEM 的私钥写在 --cert-key。");
            return read.Certificate.NotAfter.ToUniversalTime() < now
                ? new Refusal("cert.expired", $"{file} 里的证书已于 {read.Certificate.NotAfter.ToUniversalTime():yyyy-MM-dd} 过期，浏览器不会接受。请换发后再启动。")
                : read;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Refusal("cert.unreadable", $"读不到证书文件 {keyFile ?? file}。请检查路径和权限。");
        }
        catch (CryptographicException)
        {
            return new Refusal("cert.wrong", $"{file} 打不开：不是 PFX 或 PEM 证书，或者口令不对。口令放在环境变量 {PasswordName}，或放进文件并用 {PasswordName}_FILE 指明。");
        }
    }

    private static ServingCertificate ReadPfx(byte[] bytes, string? password)
    {
        var all = X509CertificateLoader.LoadPkcs12Collection(bytes, password);
        var own = all.FirstOrDefault(one => one.HasPrivateKey) ?? all[0];
        return new ServingCertificate(own, [.. all.Where(one => one != own)]);
    }

    private static ServingCertificate ReadPem(string file, string keyFile, string? password)
    {
        using var read = password is null || !File.ReadAllText(keyFile).Contains("ENCRYPTED", StringComparison.Ordinal)
            ? X509Certificate2.CreateFromPemFile(file, keyFile)
            : X509Certificate2.CreateFromEncryptedPemFile(file, password, keyFile);
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(file);
        // Through PKCS#12: TLS on Windows cannot use a key that exists in memory alone.
        return new ServingCertificate(X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pfx), null), [.. all.Skip(1)]);
    }
}
