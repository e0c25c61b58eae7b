using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Xunit;

namespace Gongkai.Testing;

/// <summary>A mail as a server took it.</summary>
/// <param name="From">Envelope sender.</param>
/// <param name="To">Envelope recipient.</param>
/// <param name="Raw">All of its bytes, as text.</param>
/// <param name="Encrypted">True when it came over an encrypted connection.</param>
/// <param name="User">Who signed in, or null.</param>
public sealed record TakenMail(string From, string To, string Raw, bool Encrypted, string? User);

/// <summary>
/// A real SMTP server of a test's own: Debian's aiosmtpd on free ports, plain, with STARTTLS (where it demands a sign-in) and encrypted from the
/// first byte. It refuses recipients that begin with <c>nobody</c>. Missing it is a failure in CI and a skipped test elsewhere.
/// </summary>
public sealed class MailServer : IAsyncDisposable
{
    public const string User = "gongkai";

    public const string Password = "Mima-Ceshi-1";

    private const string Python = "/usr/bin/python3";

    private const string Script = """
        import asyncio, json, ssl, sys
        from aiosmtpd.smtp import SMTP, AuthResult

        folder, user, password = sys.argv[1:4]
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(folder + "/certificate.pem", folder + "/key.pem")

        class Keep:
            def __init__(self, encrypted): self.encrypted = encrypted
            async def handle_RCPT(self, server, session, envelope, address, options):
                if address.startswith("nobody"): return "550 no such mailbox <%s>" % address
                envelope.rcpt_tos.append(address)
                return "250 OK"
            async def handle_DATA(self, server, session, envelope):
                print(json.dumps({"From": envelope.mail_from, "To": envelope.rcpt_tos[0], "Raw": envelope.content.decode("utf-8", "replace"),
                    "Encrypted": self.encrypted, "User": session.auth_data.decode() if session.auth_data else None}), flush=True)
                return "250 OK"

        def sign_in(server, session, envelope, mechanism, data):
            good = data.login.decode() == user and data.password.decode() == password
            return AuthResult(success=good, handled=False, auth_data=data.login if good else None)

        async def serve():
            loop = asyncio.get_running_loop()
            signed_in = dict(tls_context=tls, require_starttls=True, auth_required=True, authenticator=sign_in)
            servers = [await loop.create_server(lambda kind=kind: SMTP(Keep(kind[0]), hostname="localhost", loop=loop, **kind[1]), "127.0.0.1", 0, ssl=kind[2])
                for kind in ((False, {}, None), (True, signed_in, None), (True, {}, tls))]
            print(json.dumps([server.sockets[0].getsockname()[1] for server in servers]), flush=True)
            await loop.run_in_executor(None, sys.stdin.read)

        asyncio.run(serve())
        """;

    private readonly Process _process;
    private readonly string _folder;

    private MailServer(Process process, string folder, IReadOnlyList<int> ports, string fingerprint)
    {
        (_process, _folder, Fingerprint) = (process, folder, fingerprint);
        (PlainPort, StartTlsPort, ImplicitTlsPort) = (ports[0], ports[1], ports[2]);
    }

    public int PlainPort { get; }

    public int StartTlsPort { get; }

    public int ImplicitTlsPort { get; }

    /// <summary>SHA-256 of its certificate, which it has signed itself.</summary>
    public string Fingerprint { get; }

    /// <summary>Starts one.</summary>
    public static async Task<MailServer> StartAsync()
    {
        if (!Directory.Exists("/usr/lib/python3/dist-packages/aiosmtpd"))
        {
            const string reason = "缺少 SMTP 服务器：apt-get install python3-aiosmtpd";
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(reason);
            Assert.Skip(reason);
        }
        var folder = TestHouse.NewFolder();
        Directory.CreateDirectory(folder);
        var fingerprint = await SignAsync(folder);
        var process = Process.Start(new ProcessStartInfo(Python, ["-c", Script, folder, User, Password]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var ports = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The mail server did not start.");
        return new MailServer(process, folder, JsonSerializer.Deserialize<int[]>(ports)!, fingerprint);
    }

    /// <summary>The next mail it took; it has taken it when the sender was told so.</summary>
    public async Task<TakenMail> TakeAsync() => JsonSerializer.Deserialize<TakenMail>((await _process.StandardOutput.ReadLineAsync())!)!;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // It ends when its input does, also when this process is killed.
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<string> SignAsync(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        await File.WriteAllTextAsync(Path.Combine(folder, "certificate.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        return certificate.GetCertHashString(HashAlgorithmName.SHA256);
    }
}
